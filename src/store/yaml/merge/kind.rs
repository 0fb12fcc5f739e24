//! Which file it is that is merged, and whether a merge of it is right.

use crate::notes::{Notebook, merge};
use crate::store::codebook::codebook;
use crate::store::yaml::edit::same;
use crate::store::yaml::{Problem, lexicon, notebook, parse};
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};

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

/// Which of the keys that tell are there.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Keys {
    closeread: Present,
    annotations: Present,
    reviewed: Present,
    article: Present,
    tags: Present,
    flag: Present,
    never: Present,
    silence: Present,
}

/// Whether a key is there, whatever it says.
#[derive(Default)]
struct Present(bool);

impl<'de> Deserialize<'de> for Present {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Self(true))
    }
}

impl Kind {
    /// What `texts` are; the first that tells decides.
    pub(super) fn of(texts: &[&str]) -> Self {
        let kind = |text: &&str| parse::<Keys>(text).ok().flatten()?.kind();
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

impl Keys {
    fn kind(&self) -> Option<Kind> {
        let any = |keys: &[&Present]| keys.iter().any(|key| key.0);
        let notebook = [
            &self.closeread,
            &self.annotations,
            &self.reviewed,
            &self.article,
        ];
        if any(&notebook) {
            Some(Kind::Notebook)
        } else if any(&[&self.tags]) {
            Some(Kind::Codebook)
        } else {
            any(&[&self.flag, &self.never, &self.silence]).then_some(Kind::Lexicon)
        }
    }
}
