//! Which file it is that is merged, and whether a merge of it is right.

use crate::notes::{Notebook, merge};
use crate::store::codebook::codebook;
use crate::store::yaml::edit::same;
use crate::store::yaml::layout::content;
use crate::store::yaml::{Problem, lexicon, notebook, parse};
use serde::de::IgnoredAny;
use yaml_edit::YamlNode;

/// What a YAML text is, told by its keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A notebook.
    Notebook,
    /// A codebook.
    Codebook,
    /// A project's own words.
    Lexicon,
    /// Some other YAML.
    Other,
}

/// The keys that tell.
const KEYS: [(Kind, &[&str]); 3] = [
    (
        Kind::Notebook,
        &["closeread", "annotations", "reviewed", "article"],
    ),
    (Kind::Codebook, &["tags"]),
    (Kind::Lexicon, &["flag", "never", "silence"]),
];

impl Kind {
    /// What `texts` are; the first that tells decides.
    pub(super) fn of(texts: &[&str]) -> Self {
        let kind = |text: &&str| match content(text) {
            Some(YamlNode::Mapping(top)) => KEYS
                .iter()
                .find(|(_, keys)| keys.iter().any(|key| top.get(*key).is_some()))
                .map(|(kind, _)| *kind),
            _ => None,
        };
        texts.iter().find_map(kind).unwrap_or(Self::Other)
    }

    /// What is wrong with `text`.
    pub(super) fn problem(self, text: &str) -> Option<Problem> {
        match self {
            Self::Notebook => notebook(text, &Notebook::default()).err(),
            Self::Codebook => codebook(text).err(),
            Self::Lexicon => lexicon(text).err(),
            Self::Other => parse::<IgnoredAny>(text).err(),
        }
    }

    /// Whether `text` is a right merge of the three: it can be read and, of notebooks, says what their merge says.
    pub(super) fn is_merge(self, base: &str, ours: &str, theirs: &str, text: &str) -> bool {
        if self != Self::Notebook {
            return self.problem(text).is_none();
        }
        let read = |text: &str| notebook(text, &Notebook::default());
        match (read(base), read(ours), read(theirs), read(text)) {
            (Ok(base), Ok(ours), Ok(theirs), Ok(result)) => {
                let wanted = merge(&base, &ours, &theirs);
                wanted.conflicts.is_empty() && same(&wanted.notebook, &result)
            }
            _ => false,
        }
    }
}
