//! Sentences about counts, the same in every summary; no markup of any format is in them.

use crate::report::prose::{capital, counted, is_are, list};
use crate::report::quoted::disagreed;
use crate::report::{Quoted, Reading, quoted as all_quoted};

/// How many flags there are, and whose words they stand in.
pub(super) fn flags_sentence(all: usize, own: usize) -> String {
    let share = match (all, own) {
        (1, 1) => "in the article’s own voice".to_owned(),
        (1, _) => "not in the article’s own voice".to_owned(),
        (_, 0) => "none of them in the article’s own voice".to_owned(),
        (all, own) if all == own => "all in the article’s own voice".to_owned(),
        (_, own) => format!("{own} of them in the article’s own voice"),
    };
    format!("There {} {}, {share}.", is_are(all), counted(all, "flag"))
}

/// What readers made of the quotations, where they did.
pub(super) fn corrections(reading: &Reading) -> String {
    let said = |test: &dyn Fn(&Quoted) -> bool| {
        let all = all_quoted(reading.article, reading.findings, &reading.notebooks);
        all.iter()
            .filter(|one| one.said.is_some() && test(one))
            .count()
    };
    let corrected = said(&|one| one.finding.is_some());
    let marked = said(&|one| one.finding.is_none());
    let mut parts = Vec::new();
    if corrected > 0 {
        parts.push(format!(
            "the speaker of {}",
            counted(corrected, "quotation")
        ));
    }
    if marked > 0 {
        parts.push(format!(
            "{} that no rule found",
            counted(marked, "quotation")
        ));
    }
    let mut text = String::new();
    if !parts.is_empty() {
        let are = is_are(corrected + marked);
        text = format!(" {} {are} from readers.", capital(&list(&parts)));
    }
    let disagreed = disagreed(reading.findings, &reading.notebooks);
    if disagreed > 0 {
        let of = counted(disagreed, "quotation");
        text.extend([
            " Readers disagree on ",
            &of,
            ": what the first of them says counts here.",
        ]);
    }
    text
}

/// Of verdicts whose finding is gone.
pub(super) fn unmatched_sentence(count: usize) -> String {
    if count == 1 {
        return "1 verdict answers a finding that the rules do not make here; its annotation is listed all the same."
            .to_owned();
    }
    format!(
        "{count} verdicts answer findings that the rules do not make here; their annotations are listed all the same."
    )
}
