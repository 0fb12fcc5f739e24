//! The real program in a pseudo-terminal: what only a terminal, a signal or a file changed by somebody else can show.

mod exporting;
mod harness;

mod answering;
mod arriving;
mod full;
mod hostile;
mod killing;
mod long;
mod loss;
mod outside;
mod permissions;
mod refusal;
mod scan;
mod screen;
mod summary;
mod turns;
mod writers;
