//! How the summary begins and ends: what was read, by whom, and how the findings were made.

use crate::report::flags::flag_category;
use crate::report::markdown::escape::{code, inline};
use crate::report::markdown::remark::signed;
use crate::report::markdown::table;
use crate::report::prose::{counted, day, list};
use crate::report::{Reading, Tally, Verdicts};
use crate::text::word_count;
use std::fmt::Write;

/// Title and a small table of facts.
pub(super) fn opening(reading: &Reading) -> Option<String> {
    let article = reading.article;
    let name = article.name.rsplit('/').next().unwrap_or(&article.name);
    let mut rows = vec![
        vec!["Read by".to_owned(), readers(reading)],
        vec!["Date".to_owned(), inline(&day(&reading.date))],
        vec!["Length".to_owned(), length(reading)],
        vec!["Reviewed".to_owned(), reviewed(reading)],
        vec!["Annotations".to_owned(), annotations(reading)],
        vec!["SHA-256".to_owned(), code(&article.sha256())],
    ];
    rows.retain(|row| row.iter().all(|cell| !cell.is_empty()));
    let facts = table(&["Article", &code(&article.name)], &[false, false], &rows)?;
    Some(format!("# A close reading of {}\n\n{facts}", inline(name)))
}

/// How the findings were made and how far to trust them.
pub(super) fn closing(reading: &Reading) -> String {
    let mut text = String::from(
        "## How this was made\n\n\
         Annotations are the reader’s own: each stands on the words quoted above it, and paragraphs are counted \
         from the first line of the text. Findings are a machine’s: fixed rules and word lists, the same for every \
         text, that point at wording and at quotation marks. A rule sees words, not what is true or meant, so a \
         finding is a question to the reader and becomes a flag only when a reader accepts it.\n\n\
         *Precision* is the share of findings that hold up: of ten findings at a precision of 70 %, a \
         careful reader would keep about seven. It says nothing of what the rules miss, and passages without a \
         flag are not thereby cleared.",
    );
    let _ = write!(
        text,
        " Findings of loaded language are those shown at *{}*, and all that were answered.",
        reading.level.about()
    );
    let tally = reading
        .notebooks
        .iter()
        .fold(Tally::default(), |sum, notebook| {
            let tally = Verdicts::new(*notebook).tally(reading.findings);
            Tally {
                accepted: sum.accepted + tally.accepted,
                rejected: sum.rejected + tally.rejected,
                open: sum.open + tally.open,
            }
        });
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
    text
}

fn readers(reading: &Reading) -> String {
    let names: Vec<String> = reading
        .notebooks
        .iter()
        .map(|anchored| signed(anchored.notebook))
        .collect();
    list(&names)
}

fn length(reading: &Reading) -> String {
    let article = reading.article;
    if article.is_empty() {
        return "empty".to_owned();
    }
    let paragraphs = counted(article.len(), "paragraph");
    format!(
        "{paragraphs}, {}",
        counted(word_count(&article.text), "word")
    )
}

/// Paragraphs that at least one reader has finished with.
fn reviewed(reading: &Reading) -> String {
    let article = reading.article;
    let numbers: Vec<String> = (0..article.len())
        .filter(|&index| {
            let done = |anchored: &crate::report::AnchoredNotebook| {
                anchored.notebook.is_reviewed(article, index)
            };
            reading.notebooks.iter().any(done)
        })
        .map(|index| format!("¶{}", index + 1))
        .collect();
    if numbers.len() == article.len() && !article.is_empty() {
        return "every paragraph".to_owned();
    }
    list(&numbers)
}

fn annotations(reading: &Reading) -> String {
    let count = |test: &dyn Fn(&crate::notes::Annotation) -> bool| {
        reading.annotations().filter(|(_, a, _)| test(a)).count()
    };
    let all = count(&|_| true);
    let kinds: Vec<String> = [
        (count(&|a| flag_category(a).is_some()), "flag"),
        (count(&|a| a.note.is_some()), "note"),
        (count(&|a| a.verdict.is_some()), "verdict"),
    ]
    .into_iter()
    .filter(|(n, _)| *n > 0)
    .map(|(n, noun)| counted(n, noun))
    .collect();
    match kinds.as_slice() {
        [] => counted(all, "annotation"),
        _ => format!("{all}, with {}", list(&kinds)),
    }
}
