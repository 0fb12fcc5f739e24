//! A project's own words: what to flag besides the lists, what never to flag, which rules to silence.

use crate::detect::{Category, Finding};

/// What a project adds to the lists and takes from them; the default adds and takes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Own {
    /// Words to flag.
    pub words: Vec<OwnWord>,
    /// Words never to flag, in the notation of the lists: a finding that lies within one of them is not made.
    pub never: Vec<String>,
    /// Rules to silence: a rule ([`Finding::rule`]) or one entry of it ([`Finding::full_rule`]).
    pub silenced: Vec<String>,
}

/// Words that a project flags by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnWord {
    /// The words, in the notation of the lists: `tin-pot dictator(n)`.
    pub forms: String,
    /// Their kind.
    pub category: Category,
    /// Why, for the reader.
    pub reason: Option<String>,
    /// A neutral way to say it.
    pub instead: Option<String>,
}

impl Own {
    /// Whether `finding` is silenced.
    pub fn silences(&self, finding: &Finding) -> bool {
        let full = finding.full_rule();
        self.silenced
            .iter()
            .any(|silenced| *silenced == finding.rule || *silenced == full)
    }

    /// Leaves out of `findings` what is silenced.
    pub(super) fn silence(&self, findings: &mut Vec<Finding>) {
        if !self.silenced.is_empty() {
            findings.retain(|finding| finding.category().is_none() || !self.silences(finding));
        }
    }
}
