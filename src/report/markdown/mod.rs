//! The summary: a Markdown document one could send to an editor.
//!
//! It opens with what was read and by whom, counts, then gives every annotation in text order as a footnote to the
//! sentences it is about, and ends with how the findings were made. A section or table without content is left out.

mod context;
mod escape;
mod opening;
mod passages;
mod remark;
mod tables;

use crate::report::{Exporter, Many, Reading, Written};

/// The exporter.
pub(super) const EXPORTER: Exporter = Exporter {
    name: "markdown",
    extension: "md",
    about: "the summary, to read and to send",
    write: |reading| Written::whole(write(reading).into_bytes()),
    many: Many::Files,
};

fn write(reading: &Reading) -> String {
    let parts = [
        opening::opening(reading),
        tables::flags(reading),
        tables::quoted(reading),
        tables::verdicts(reading),
        passages::placed(reading),
        passages::misplaced(reading),
        tables::tags(reading),
        Some(opening::closing(reading)),
    ];
    let mut document = parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n");
    document.push('\n');
    document
}

/// A Markdown table; nothing when it would have no rows. The first column is text, the others are numbers where
/// `numbers` says so.
fn table(head: &[&str], numbers: &[bool], rows: &[Vec<String>]) -> Option<String> {
    if rows.is_empty() {
        return None;
    }
    let rule = numbers.iter().map(|n| if *n { "---:" } else { ":---" });
    let line = |cells: Vec<&str>| format!("| {} |", cells.join(" | "));
    let mut lines = vec![line(head.to_vec()), line(rule.collect())];
    lines.extend(
        rows.iter()
            .map(|row| line(row.iter().map(String::as_str).collect())),
    );
    Some(lines.join("\n"))
}
