//! A project's own words, for a command.

use crate::app::own_words;
use crate::cli::failure::Failure;
use crate::detect::Own;
use crate::store::LexiconFile;

/// What `file` says for the article of that name. Unlike on the desk, anything wrong with it ends the command: its output
/// would not be what the project agreed on.
pub(super) fn own(file: &LexiconFile, article: &str) -> Result<Own, Failure> {
    let (own, problems) = own_words(&file.read()?, article);
    match problems.first() {
        None => Ok(own),
        Some(problem) => Err(Failure::at(
            file.place_of(&problem.words),
            problem.message.clone(),
            "",
        )),
    }
}
