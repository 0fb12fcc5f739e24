//! What one annotation says.

use crate::detect::Voice;
use crate::notes::{Annotation, Notebook, Verdict};
use crate::report::QUOTATION;
use crate::report::flags::flag_category;
use crate::report::markdown::escape::{block, inline};
use crate::report::prose::{day, voice_fact};

/// What one annotation says, under the words it is about.
pub(super) struct Remark<'a> {
    pub(super) notebook: &'a Notebook,
    pub(super) annotation: &'a Annotation,
    /// Whose words it is about, where they have a place.
    pub(super) voice: Option<Voice>,
    /// The paragraphs it is about, where that is not plain from the heading above.
    pub(super) place: Option<String>,
}

impl Remark<'_> {
    /// A line of facts with author and day, then reason and note.
    pub(super) fn write(&self) -> String {
        let filled = |text: &String| !text.is_empty();
        let reason = self.annotation.reason.as_deref().map(inline).filter(filled);
        let note = self.annotation.note.as_deref().map(block).filter(filled);
        let parts = [
            Some(format!("{} — *{}*", self.facts(), self.signature())),
            reason.map(|reason| format!("*Reason:* {reason}")),
            note,
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
    }

    fn facts(&self) -> String {
        let annotation = self.annotation;
        let mut facts = self.kinds();
        // Of a quotation as a whole, the voice around it would read as if it were the speaker's.
        let answers = annotation.finding.as_deref() != Some(QUOTATION);
        if flag_category(annotation).is_some() || annotation.verdict.is_some() && answers {
            facts.extend(self.voice.as_ref().map(|voice| inline(&voice_fact(voice))));
        }
        facts.extend(self.place.clone());
        let tags: Vec<String> = annotation
            .tags
            .iter()
            .map(|tag| format!("#{}", inline(tag)))
            .collect();
        facts.extend((!tags.is_empty()).then(|| tags.join(" ")));
        facts.join(" · ")
    }

    /// What it is: a flag, a verdict, both, or else a note or a tagged passage.
    fn kinds(&self) -> Vec<String> {
        let annotation = self.annotation;
        let flag = annotation
            .flag
            .as_deref()
            .map(|flag| format!("**Flag: {}**", inline(flag)));
        let verdict = annotation.verdict.map(|verdict| {
            let word = match verdict {
                Verdict::Accepted => "Accepted",
                Verdict::Rejected => "Rejected",
            };
            let finding = annotation.finding.as_deref().map(inline);
            format!("**{word}: {}**", finding.as_deref().unwrap_or("a finding"))
        });
        let speaker = annotation
            .speaker
            .as_deref()
            .map(|speaker| format!("**Speaker: {}**", inline(speaker)));
        let kinds: Vec<String> = [flag, verdict, speaker].into_iter().flatten().collect();
        if !kinds.is_empty() {
            return kinds;
        }
        let kind = if annotation.note.is_some() {
            "**Note**"
        } else {
            "**Tagged**"
        };
        vec![kind.to_owned()]
    }

    fn signature(&self) -> String {
        let reader = signed(self.notebook);
        match self.annotation.created.as_deref() {
            Some(created) => format!("{reader}, {}", inline(&day(created))),
            None => reader,
        }
    }
}

/// Whose notebook it is.
pub(super) fn signed(notebook: &Notebook) -> String {
    let reader = Some(inline(&notebook.reader)).filter(|reader| !reader.is_empty());
    reader.unwrap_or_else(|| "unsigned".to_owned())
}
