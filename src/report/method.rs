//! How findings are made and how far to trust them: the same words in every summary.

use crate::report::prose::counted;
use crate::report::{Reading, Tally, Verdicts};
use std::fmt::Write;

const WHO: &str = "Annotations are the reader’s own: each stands on the words it quotes, and paragraphs are counted \
    from the first line of the text. Findings are a machine’s: fixed rules and word lists, the same for every \
    text, that point at wording and at quotation marks. A rule sees words, not what is true or meant, so a \
    finding is a question to the reader and becomes a flag only when a reader accepts it.";

const PRECISION: &str = "Precision is the share of findings that hold up: of ten findings at a precision of 70 %, a \
    careful reader would keep about seven. It says nothing of what the rules miss, and passages without a \
    flag are not thereby cleared.";

/// The paragraphs; no markup of any format is in them.
pub(super) fn method(reading: &Reading) -> [String; 2] {
    let mut text = PRECISION.to_owned();
    let _ = write!(
        text,
        " Findings of loaded language are those shown at the level “{}”, and all that were answered.",
        reading.level.about()
    );
    let tally = answered(reading);
    if tally.decided() > 0 {
        let _ = write!(
            text,
            " Of {} answered in this reading, {} accepted.",
            counted(tally.decided(), "finding"),
            match tally.accepted {
                0 => "none was".to_owned(),
                1 => "1 was".to_owned(),
                n => format!("{n} were"),
            },
        );
    }
    [WHO.to_owned(), text]
}

/// The answers of all readers.
fn answered(reading: &Reading) -> Tally {
    let tallies = reading.notebooks.iter();
    tallies
        .map(|notebook| Verdicts::new(*notebook).tally(reading.findings))
        .fold(Tally::default(), |sum, tally| Tally {
            accepted: sum.accepted + tally.accepted,
            rejected: sum.rejected + tally.rejected,
            open: sum.open + tally.open,
        })
}
