//! Two changes of one annotation made into one.

use crate::notes::merge::{Conflict, merge_sets, pick};
use crate::notes::{Annotation, Id, Verdict};

/// The line between our text and theirs, in a text that both changed.
const MARKER: &str = "--- the other version: ---";

/// What `ours` and `theirs` both made of `base`, and whether they contradict each other; see [`crate::notes::merge`].
pub fn merge_one(base: &Annotation, ours: &Annotation, theirs: &Annotation) -> (Annotation, bool) {
    let mut conflicts = Vec::new();
    let merged = merge_annotation(base, ours, theirs, &mut conflicts);
    (merged, !conflicts.is_empty())
}

/// What `ours` and `theirs` both made of `base`; all three have the id of `ours`.
pub(super) fn merge_annotation(
    base: &Annotation,
    ours: &Annotation,
    theirs: &Annotation,
    conflicts: &mut Vec<Conflict>,
) -> Annotation {
    let mut merge = AnnotationMerge {
        id: &ours.id,
        conflicts,
        asides: Vec::new(),
    };
    let word =
        |annotation: &Annotation| annotation.verdict.map(|verdict| verdict.word().to_owned());
    let verdict = merge.one("verdict", [&word(base), &word(ours), &word(theirs)]);
    let mut annotation = Annotation {
        id: ours.id.clone(),
        flag: merge.one("flag", [&base.flag, &ours.flag, &theirs.flag]),
        tags: merge_sets(&base.tags, &ours.tags, &theirs.tags),
        note: merge.text("note", [&base.note, &ours.note, &theirs.note]),
        finding: merge.one("finding", [&base.finding, &ours.finding, &theirs.finding]),
        verdict: verdict.as_deref().and_then(Verdict::parse),
        speaker: merge.one("speaker", [&base.speaker, &ours.speaker, &theirs.speaker]),
        reason: merge.text("reason", [&base.reason, &ours.reason, &theirs.reason]),
        created: pick(&base.created, &ours.created, &theirs.created),
        ..merge.place(base, ours, theirs)
    };
    if !merge.asides.is_empty() {
        let lines: Vec<_> = annotation
            .note
            .take()
            .into_iter()
            .chain(merge.asides)
            .collect();
        annotation.note = Some(lines.join("\n"));
    }
    annotation
}

/// The merge of one annotation: its contradictions, and what goes into the note because of them.
struct AnnotationMerge<'a> {
    id: &'a Id,
    conflicts: &'a mut Vec<Conflict>,
    asides: Vec<String>,
}

impl AnnotationMerge<'_> {
    /// Where it is: position and selector belong together.
    fn place(&mut self, base: &Annotation, ours: &Annotation, theirs: &Annotation) -> Annotation {
        let place = |annotation: &Annotation| (annotation.at, annotation.selector.clone());
        let (was, mine, other) = (place(base), place(ours), place(theirs));
        if contradict(&was, &mine, &other) && mine.1.quote != other.1.quote {
            self.aside("quote", &other.1.quote);
        }
        let (at, selector) = pick(&was, &mine, &other);
        Annotation {
            at,
            selector,
            ..Annotation::default()
        }
    }

    /// A value of which there can be one: ours, with theirs in the note. Taken away here and changed there:
    /// the change stays.
    fn one(
        &mut self,
        field: &'static str,
        [base, ours, theirs]: [&Option<String>; 3],
    ) -> Option<String> {
        if !contradict(base, ours, theirs) {
            return pick(base, ours, theirs);
        }
        if let (Some(_), Some(theirs)) = (ours, theirs) {
            self.aside(field, theirs);
        }
        ours.clone().or_else(|| theirs.clone())
    }

    /// A text: both, with a line between.
    fn text(&mut self, field: &'static str, sides: [&Option<String>; 3]) -> Option<String> {
        let [base, ours, theirs] = sides;
        match (ours, theirs) {
            (Some(mine), Some(other)) if contradict(base, ours, theirs) => {
                self.conflict(field);
                Some(format!(
                    "{}\n{MARKER}\n{other}",
                    mine.trim_end_matches('\n')
                ))
            }
            _ => self.one(field, sides),
        }
    }

    fn aside(&mut self, field: &'static str, theirs: &str) {
        self.conflict(field);
        self.asides.push(format!("{MARKER} {field}: {theirs}"));
    }

    fn conflict(&mut self, field: &'static str) {
        self.conflicts.push(Conflict {
            id: self.id.clone(),
            field,
        });
    }
}

fn contradict<T: PartialEq>(base: &T, ours: &T, theirs: &T) -> bool {
    ours != theirs && ours != base && theirs != base
}
