//! Facts about a reading, in a few words each; no markup of any format is in them.

use crate::report::Reading;
use crate::report::flags::flag_category;
use crate::report::prose::{counted, list};
use crate::text::word_count;

/// How long the article is.
pub(super) fn length(reading: &Reading) -> String {
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
pub(super) fn reviewed(reading: &Reading) -> String {
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

/// How many annotations there are, and what they hold.
pub(super) fn annotations(reading: &Reading) -> String {
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
