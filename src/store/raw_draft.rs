//! A draft as YAML.

use crate::notes::{Annotation, At, Draft, Id, Part, Selector, Verdict};
use serde::{Deserialize, Serialize};

/// A draft as YAML: the annotation it is to become part of, and the text.
#[derive(Serialize, Deserialize)]
pub(super) struct RawDraft {
    id: String,
    at: Option<String>,
    quote: String,
    before: String,
    after: String,
    flag: Option<String>,
    tags: Vec<String>,
    note: Option<String>,
    finding: Option<String>,
    verdict: Option<String>,
    #[serde(default)]
    speaker: Option<String>,
    reason: Option<String>,
    created: Option<String>,
    /// Of a reason: what giving it was called. None: the text is a note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason_of: Option<String>,
    text: String,
}

impl RawDraft {
    pub(super) fn of(draft: &Draft) -> Self {
        let Annotation {
            id,
            at,
            selector,
            flag,
            tags,
            note,
            finding,
            verdict,
            speaker,
            reason,
            created,
        } = draft.annotation.clone();
        Self {
            id: id.0,
            at: at.map(|at| at.to_string()),
            quote: selector.quote,
            before: selector.before,
            after: selector.after,
            flag,
            tags,
            note,
            finding,
            verdict: verdict.map(|verdict| verdict.word().to_owned()),
            speaker,
            reason,
            created,
            reason_of: match &draft.part {
                Part::Note => None,
                Part::Reason(what) => Some(what.clone()),
            },
            text: draft.text.clone(),
        }
    }

    pub(super) fn draft(self) -> Draft {
        let annotation = Annotation {
            id: Id(self.id),
            at: self.at.as_deref().and_then(At::parse),
            selector: Selector {
                quote: self.quote,
                before: self.before,
                after: self.after,
            },
            flag: self.flag,
            tags: self.tags,
            note: self.note,
            finding: self.finding,
            verdict: self.verdict.as_deref().and_then(Verdict::parse),
            speaker: self.speaker,
            reason: self.reason,
            created: self.created,
        };
        Draft {
            annotation,
            part: self.reason_of.map_or(Part::Note, Part::Reason),
            text: self.text,
        }
    }
}
