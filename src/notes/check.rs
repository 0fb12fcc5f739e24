//! What of a notebook does not hold: places that are not sure, tags that nobody agreed on.

use crate::article::Article;
use crate::notes::{Anchor, Anchorer, Codebook, Notebook};
use crate::text::Span;

/// Something about an annotation that somebody has to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// Its words or their surroundings changed; it probably stands here.
    Moved(Span),
    /// Its words are at that many places, and nothing tells them apart.
    Ambiguous(usize),
    /// Its words are gone.
    Lost,
    /// It has a tag that the codebook has not.
    UnknownTag(String),
}

/// How a notebook stands to its article and to the codebook.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checkup {
    /// Annotations whose place is sure.
    pub found: usize,
    /// Doubts, each with the index of its annotation in the notebook, in its order.
    pub doubts: Vec<(usize, Doubt)>,
}

/// Looks up every annotation in `article` (no anchors are checked without it) and every tag in `codebook`; one without
/// tags agrees on none, and any tag will do.
pub fn check(notebook: &Notebook, article: Option<&Article>, codebook: &Codebook) -> Checkup {
    let mut checkup = Checkup::default();
    let anchorer = article.map(|article| {
        let unchanged = article.sha256() == notebook.article.sha256;
        (Anchorer::new(article), unchanged)
    });
    for (index, annotation) in notebook.annotations.iter().enumerate() {
        let anchor = anchorer
            .as_ref()
            .map(|(anchorer, unchanged)| anchorer.anchor(annotation, *unchanged));
        checkup.found += usize::from(matches!(anchor, Some(Anchor::Found(_))));
        let place = match anchor {
            None | Some(Anchor::Found(_)) => None,
            Some(Anchor::Moved(candidate)) => Some(Doubt::Moved(candidate.span)),
            Some(Anchor::Ambiguous(places)) => Some(Doubt::Ambiguous(places.len())),
            Some(Anchor::Lost(_)) => Some(Doubt::Lost),
        };
        let unknown = |tag: &&String| !codebook.tags.is_empty() && codebook.get(tag).is_none();
        let tags = annotation.tags.iter().filter(unknown).cloned();
        let doubts = place.into_iter().chain(tags.map(Doubt::UnknownTag));
        checkup.doubts.extend(doubts.map(|doubt| (index, doubt)));
    }
    checkup
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::{Annotation, Selector, Tag};

    #[test]
    fn every_doubt() {
        let quoted = |quote: &str, tag: &str| Annotation {
            selector: Selector {
                quote: quote.into(),
                ..Selector::default()
            },
            tags: vec![tag.into()],
            ..Annotation::default()
        };
        let article = Article::new("a", "The council met on Monday. The mayor met nobody.");
        let notebook = Notebook {
            annotations: vec![
                quoted("council met", "fear"),
                quoted("The", "fear"),
                quoted("zebra crossing", "octopus"),
            ],
            ..Notebook::default()
        };
        let codebook = Codebook {
            tags: vec![Tag {
                name: "fear".into(),
                ..Tag::default()
            }],
        };
        let doubts = check(&notebook, Some(&article), &codebook);
        let expected = [
            (1, Doubt::Ambiguous(2)),
            (2, Doubt::Lost),
            (2, Doubt::UnknownTag("octopus".into())),
        ];
        assert_eq!((doubts.found, doubts.doubts.as_slice()), (1, &expected[..]));
        let untold = check(&notebook, None, &Codebook::default());
        assert_eq!(untold, Checkup::default());
    }
}
