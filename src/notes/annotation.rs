//! One thing a reader says of one passage.

use crate::notes::{At, Id, Selector};

/// The word for a speaker who cannot be made out from the text.
pub const UNCLEAR: &str = "unclear";

/// What the reader says of a passage: a selector, and any of tags, note, flag, verdict, speaker.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Annotation {
    /// Unique in its notebook.
    pub id: Id,
    /// Where it was when it was made.
    pub at: Option<At>,
    /// The words that find it again.
    pub selector: Selector,
    /// The category of loaded language the reader sees here.
    pub flag: Option<String>,
    /// Codes of the analyst, in the order they were given.
    pub tags: Vec<String>,
    /// What the reader writes about it; several lines.
    pub note: Option<String>,
    /// The category of the finding that this annotation answers.
    pub finding: Option<String>,
    /// The answer to that finding.
    pub verdict: Option<Verdict>,
    /// Why: of the flag or of the verdict.
    pub reason: Option<String>,
    /// Who says these words, as the reader has it: a name, or [`UNCLEAR`]. Together with a finding it answers, it corrects the
    /// finding's speaker; without one, the passage is a quotation that no rule found.
    pub speaker: Option<String>,
    /// When it was made: RFC 3339, UTC, seconds.
    pub created: Option<String>,
}

impl Annotation {
    /// The category it flags: its own, or that of the finding it accepts.
    pub fn category(&self) -> Option<&str> {
        let accepted = self.verdict == Some(Verdict::Accepted);
        self.flag
            .as_deref()
            .or_else(|| self.finding.as_deref().filter(|_| accepted))
    }

    /// Whether it says nothing at all any more.
    pub fn is_blank(&self) -> bool {
        let Self {
            flag,
            tags,
            note,
            verdict,
            speaker,
            ..
        } = self;
        let says = flag.is_some() || note.is_some() || verdict.is_some() || speaker.is_some();
        tags.is_empty() && !says
    }
}

/// The reader's answer to a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The finding is right.
    Accepted,
    /// The finding is wrong, or does not matter here.
    Rejected,
}

impl Verdict {
    /// The word in files and on screen.
    pub fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
        }
    }

    /// Reads the word.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Accepted, Self::Rejected]
            .into_iter()
            .find(|verdict| verdict.word() == word)
    }
}
