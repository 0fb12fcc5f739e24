//! How the summary begins and ends: what was read, by whom, and how the findings were made.

use crate::report::Reading;
use crate::report::facts::{annotations, length, reviewed};
use crate::report::markdown::escape::{code, inline};
use crate::report::markdown::remark::signed;
use crate::report::markdown::table;
use crate::report::method::method;
use crate::report::prose::{day, list};

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
        vec!["Published at".to_owned(), published(reading)],
        vec!["SHA-256".to_owned(), code(&article.sha256())],
    ];
    rows.retain(|row| row.iter().all(|cell| !cell.is_empty()));
    let facts = table(&["Article", &code(&article.name)], &[false, false], &rows)?;
    Some(format!("# A close reading of {}\n\n{facts}", inline(name)))
}

/// How the findings were made and how far to trust them.
pub(super) fn closing(reading: &Reading) -> String {
    format!("## How this was made\n\n{}", method(reading).join("\n\n"))
}

fn readers(reading: &Reading) -> String {
    let names: Vec<String> = reading
        .notebooks
        .iter()
        .map(|anchored| signed(anchored.notebook))
        .collect();
    list(&names)
}

/// Where it was published, where somebody said so: not a link, as nobody looked at it.
fn published(reading: &Reading) -> String {
    let uri = reading.exchange.uri.as_deref();
    uri.map(code).unwrap_or_default()
}
