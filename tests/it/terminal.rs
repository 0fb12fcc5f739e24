//! The real program in a pseudo-terminal: what only a terminal, a signal or a file changed by somebody else can show.

mod exporting;
mod harness;

mod answering;
mod arriving;
mod asking;
mod full;
mod gnu_screen;
mod hostile;
mod killing;
mod kinds;
mod long;
mod loss;
mod outside;
mod permissions;
mod refusal;
mod scan;
mod screen;
mod ssh;
mod summary;
mod thrift;
mod turns;
mod writers;
