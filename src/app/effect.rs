//! Requests to the outside, as data.

use crate::app::silencing::Silencing;
use crate::app::work::Work;
use crate::detect::Strictness;
use crate::notes::{Draft, Notebook};
use crate::report::Written;

/// A request to the outside. The core never acts by itself.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Save the notebook; answered by `Action::Saved` or `Action::NotSaved`.
    Save(Box<Notebook>),
    /// Keep half-typed texts safe; none: forget them.
    KeepDrafts(Vec<Draft>),
    /// Change the file of the project's own words; answered by `Action::LexiconChanged` or `Action::LexiconRefused`.
    ChangeLexicon(Box<Silencing>),
    /// Remember how much of the findings this user wants to see.
    KeepStrictness(Strictness),
    /// Do some work while the reader goes on; answered by what it is done with.
    Begin(Work),
    /// Put a text on the reader's clipboard.
    Copy(String),
    /// Write a file; answered by `Action::Written`, `Action::FileExists` or `Action::Fail`.
    Write {
        /// Where, relative to where the program was started.
        path: String,
        /// What, with what belongs beside it.
        written: Written,
        /// Whether a file that is there may go.
        overwrite: bool,
    },
    /// Open a text in `$EDITOR`; answered by `Action::EditorClosed`.
    OpenEditor(String),
    /// Stop until the shell says `fg`.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// End the program.
    Quit,
}
