//! A doubt in words.

use crate::article::Article;
use crate::cli::check::problem::Level;
use crate::notes::{Annotation, At, Doubt};

/// A doubt as it is told.
#[derive(Debug)]
pub(super) struct Worded {
    pub(super) level: Level,
    pub(super) kind: &'static str,
    /// The key of the annotation's field that it is about.
    pub(super) key: &'static str,
    /// What it is, and what to do.
    pub(super) message: String,
}

/// Longest part of a quote that is shown, in scalar values.
const SHOWN: usize = 60;

/// What is said about `doubt`, which `annotation` has in `article`.
pub(super) fn wording(doubt: &Doubt, annotation: &Annotation, article: Option<&Article>) -> Worded {
    let quote = short(&annotation.selector.quote);
    match doubt {
        Doubt::Moved(span) => {
            let text = article.map_or("", |article| span.of(&article.text));
            let at = article.map_or(0, |article| At::of(article, span.start).paragraph);
            let now = if text == annotation.selector.quote {
                "stands elsewhere".to_owned()
            } else {
                format!("became {}", short(text))
            };
            Worded {
                level: Level::Warning,
                kind: "moved",
                key: "quote",
                message: format!(
                    "moved: {quote} probably {now} (¶{at}); open the article, go there with ]o, confirm with ga"
                ),
            }
        }
        Doubt::Ambiguous(places) => Worded {
            level: Level::Warning,
            kind: "ambiguous",
            key: "quote",
            message: format!(
                "ambiguous: {quote} is at {places} places and nothing tells them apart; open the article, go there with ]o, select one, ga"
            ),
        },
        Doubt::Lost => Worded {
            level: Level::Warning,
            kind: "lost",
            key: "quote",
            message: format!(
                "lost: {quote} is not in the article any more; open it, go there with ]o, select the words it should stand on, ga"
            ),
        },
        Doubt::UnknownTag(tag) => Worded {
            level: Level::Error,
            kind: "unknown-tag",
            key: "tags",
            message: format!("the codebook has no tag `{tag}`; define it there or change it here"),
        },
    }
}

fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut shown: String = line.chars().take(SHOWN).collect();
    if shown.len() < line.len() {
        shown.push('…');
    }
    format!("“{shown}”")
}
