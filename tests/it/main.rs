//! Tests of the whole.
<<<<<<< HEAD
mod store;
=======

mod run;

mod architecture;
mod cli;
mod export;
>>>>>>> wt-report
