//! Two changes of one notebook made into one, by annotation and by field: nobody's words vanish.

use crate::notes::{Annotation, Id, Notebook, Verdict};
use crate::text::digest;
use std::collections::{HashMap, HashSet};

/// The result of [`merge`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// Both changes in one notebook.
    pub notebook: Notebook,
    /// Where the two contradict each other.
    pub conflicts: Vec<Conflict>,
    /// Annotations that are new, different or gone compared with ours.
    pub arrived: usize,
}

/// A place where two changes contradict each other. The notebook holds what both say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The annotation.
    pub id: Id,
    /// The key of the field as it is in the file; `annotation` when one side deleted what the other changed.
    pub field: &'static str,
}

/// The line between our text and theirs, in a text that both changed.
const MARKER: &str = "--- the other version: ---";

/// What `ours` and `theirs` both made of `base`.
///
/// A field that one side changed is theirs or ours; tags and reviewed paragraphs are merged as sets. A text that both
/// changed holds both texts, ours first, with a marker line between; of anything else ours stays and theirs
/// is added to the note. Deleted here and changed there: the change stays. One id for two different
/// passages: theirs gets a new id.
pub fn merge(base: &Notebook, ours: &Notebook, theirs: &Notebook) -> Merged {
    let mut conflicts = Vec::new();
    let notebook = if ours == theirs || theirs == base {
        ours.clone()
    } else if ours == base {
        theirs.clone()
    } else {
        merge_changed(base, ours, theirs, &mut conflicts)
    };
    Merged {
        arrived: difference(ours, &notebook),
        notebook,
        conflicts,
    }
}

fn merge_changed(
    base: &Notebook,
    ours: &Notebook,
    theirs: &Notebook,
    conflicts: &mut Vec<Conflict>,
) -> Notebook {
    let theirs = &apart(base, ours, theirs);
    let (in_base, in_ours, in_theirs) = (by_id(base), by_id(ours), by_id(theirs));
    let mut notebook = Notebook {
        reader: pick(&base.reader, &ours.reader, &theirs.reader),
        article: pick(&base.article, &ours.article, &theirs.article),
        annotations: Vec::new(),
        reviewed: merge_sets(&base.reviewed, &ours.reviewed, &theirs.reviewed),
    };
    notebook.reviewed.sort();
    for id in order(base, ours, theirs) {
        let (base, ours, theirs) = (in_base.get(id), in_ours.get(id), in_theirs.get(id));
        let annotation = match (ours, theirs) {
            (Some(ours), Some(theirs)) => {
                let nothing = Annotation::default();
                Some(merge_annotation(
                    base.unwrap_or(&&nothing),
                    ours,
                    theirs,
                    conflicts,
                ))
            }
            (Some(one), None) | (None, Some(one)) => survivor(base.copied(), one, conflicts),
            (None, None) => None,
        };
        notebook.annotations.extend(annotation);
    }
    notebook
}

/// What one side has and the other has not: new, or deleted there. A change outlives a deletion.
fn survivor(
    base: Option<&Annotation>,
    one: &Annotation,
    conflicts: &mut Vec<Conflict>,
) -> Option<Annotation> {
    if base == Some(one) {
        return None;
    }
    if base.is_some() {
        conflicts.push(Conflict {
            id: one.id.clone(),
            field: "annotation",
        });
    }
    Some(one.clone())
}

/// `theirs`, with new ids where both sides gave one id to different passages.
fn apart(base: &Notebook, ours: &Notebook, theirs: &Notebook) -> Notebook {
    let (in_base, in_ours) = (by_id(base), by_id(ours));
    let mut taken: HashSet<Id> = [base, ours, theirs]
        .iter()
        .flat_map(|notebook| &notebook.annotations)
        .map(|annotation| annotation.id.clone())
        .collect();
    let mut theirs = theirs.clone();
    for annotation in &mut theirs.annotations {
        let is_other = |known: &&Annotation| known.selector.quote != annotation.selector.quote;
        if !in_base.contains_key(&annotation.id)
            && in_ours.get(&annotation.id).is_some_and(is_other)
        {
            annotation.id = fresh(annotation, &taken);
            taken.insert(annotation.id.clone());
        }
    }
    theirs
}

/// An id that follows from the annotation, so that every machine that merges comes to the same.
fn fresh(annotation: &Annotation, taken: &HashSet<Id>) -> Id {
    let words = format!("{}\n{}", annotation.id, annotation.selector.quote);
    let hex = digest(&words);
    let seed = u64::from_str_radix(hex.get(..16).unwrap_or_default(), 16).unwrap_or_default();
    let mut ids = (0..).map(|step| Id::from_seed(seed.wrapping_add(step)));
    ids.find(|id| !taken.contains(id)).unwrap_or_default()
}

/// Every id of both sides: in the order of the side that changed the order, the other's new ones behind the
/// annotation they stand behind there.
fn order<'a>(base: &Notebook, ours: &'a Notebook, theirs: &'a Notebook) -> Vec<&'a Id> {
    let (first, second) = if ids(ours).eq(ids(base)) {
        (theirs, ours)
    } else {
        (ours, theirs)
    };
    let known: HashSet<&Id> = ids(first).collect();
    let mut behind: HashMap<Option<&Id>, Vec<&Id>> = HashMap::new();
    let mut last = None;
    for id in ids(second) {
        if known.contains(id) {
            last = Some(id);
        } else {
            behind.entry(last).or_default().push(id);
        }
    }
    let mut order = behind.remove(&None).unwrap_or_default();
    for id in ids(first) {
        order.push(id);
        order.extend(behind.remove(&Some(id)).unwrap_or_default());
    }
    order
}

fn merge_annotation(
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

fn pick<T: PartialEq + Clone>(base: &T, ours: &T, theirs: &T) -> T {
    if ours == base {
        theirs.clone()
    } else {
        ours.clone()
    }
}

/// What both kept and what either added, in our order.
fn merge_sets<T: PartialEq + Clone>(base: &[T], ours: &[T], theirs: &[T]) -> Vec<T> {
    if ours == base {
        return theirs.to_vec();
    }
    let stays = |item: &&T| theirs.contains(item) || !base.contains(item);
    let comes = |item: &&T| !ours.contains(item) && !base.contains(item);
    ours.iter()
        .filter(stays)
        .chain(theirs.iter().filter(comes))
        .cloned()
        .collect()
}

fn difference(ours: &Notebook, merged: &Notebook) -> usize {
    let (known, now) = (by_id(ours), by_id(merged));
    let new = merged
        .annotations
        .iter()
        .filter(|is| known.get(&is.id) != Some(is));
    let gone = ours
        .annotations
        .iter()
        .filter(|was| !now.contains_key(&was.id));
    new.count() + gone.count()
}

fn ids(notebook: &Notebook) -> impl Iterator<Item = &Id> {
    notebook.annotations.iter().map(|annotation| &annotation.id)
}

fn by_id(notebook: &Notebook) -> HashMap<&Id, &Annotation> {
    notebook
        .annotations
        .iter()
        .map(|annotation| (&annotation.id, annotation))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::{At, Selector};
    use proptest::prelude::*;

    fn noted(id: &str, note: &str) -> Annotation {
        Annotation {
            id: Id(id.into()),
            at: At::parse("1:1"),
            selector: Selector {
                quote: format!("words of {id}"),
                ..Selector::default()
            },
            note: Some(note.into()),
            ..Annotation::default()
        }
    }

    fn notebook(annotations: &[Annotation]) -> Notebook {
        Notebook {
            annotations: annotations.to_vec(),
            ..Notebook::default()
        }
    }

    fn shown(merged: &Merged) -> Vec<String> {
        let line = |annotation: &Annotation| {
            format!(
                "{} {:?}",
                annotation.id,
                annotation.note.as_deref().unwrap_or_default()
            )
        };
        merged.notebook.annotations.iter().map(line).collect()
    }

    #[test]
    fn by_annotation() {
        let (a, b) = (noted("a", "A"), noted("b", "B"));
        let base = notebook(&[a.clone(), b.clone()]);
        let rows = [
            // (ours, theirs, result, conflicts, arrived)
            (
                vec![noted("a", "mine"), b.clone()],
                vec![a.clone(), noted("b", "other")],
                vec!["a \"mine\"", "b \"other\""],
                0,
                1,
            ),
            (
                vec![a.clone()],
                vec![a.clone(), b.clone(), noted("c", "C")],
                vec!["a \"A\"", "c \"C\""],
                0,
                1,
            ),
            (
                vec![a.clone(), noted("n", "N"), b.clone()],
                vec![noted("m", "M"), a.clone(), b.clone()],
                vec!["m \"M\"", "a \"A\"", "n \"N\"", "b \"B\""],
                0,
                1,
            ),
            (
                vec![a.clone()],
                vec![a.clone(), noted("b", "changed")],
                vec!["a \"A\"", "b \"changed\""],
                1,
                1,
            ),
            (
                vec![noted("a", "mine"), b.clone()],
                vec![noted("a", "other"), b.clone()],
                vec!["a \"mine\\n--- the other version: ---\\nother\"", "b \"B\""],
                1,
                1,
            ),
            (vec![], vec![b.clone()], vec![], 0, 0),
        ];
        for (ours, theirs, result, conflicts, arrived) in rows {
            let merged = merge(&base, &notebook(&ours), &notebook(&theirs));
            assert_eq!(shown(&merged), result);
            assert_eq!(
                (merged.conflicts.len(), merged.arrived),
                (conflicts, arrived),
                "{result:?}"
            );
        }
    }

    #[test]
    fn by_field() {
        let base = noted("a", "A");
        let mut ours = base.clone();
        ours.tags = vec!["fear".into(), "mine".into()];
        ours.flag = Some("euphemism".into());
        let mut theirs = base.clone();
        theirs.tags = vec!["theirs".into(), "fear".into()];
        theirs.flag = Some("praise".into());
        theirs.reason = Some("because".into());
        let merged = merge(&notebook(&[base]), &notebook(&[ours]), &notebook(&[theirs]));
        let annotation = &merged.notebook.annotations[0];
        assert_eq!(annotation.tags, ["fear", "mine", "theirs"]);
        assert_eq!(annotation.flag.as_deref(), Some("euphemism"));
        assert_eq!(annotation.reason.as_deref(), Some("because"));
        assert_eq!(
            annotation.note.as_deref(),
            Some("A\n--- the other version: --- flag: praise")
        );
        assert_eq!(
            merged.conflicts,
            [Conflict {
                id: Id("a".into()),
                field: "flag"
            }]
        );
    }

    #[test]
    fn one_id_for_two_passages_becomes_two() {
        let mut other = noted("a", "other");
        other.selector.quote = "elsewhere".into();
        let merged = merge(
            &Notebook::default(),
            &notebook(&[noted("a", "mine")]),
            &notebook(&[other]),
        );
        assert_eq!(merged.notebook.annotations.len(), 2);
        assert!(merged.conflicts.is_empty());
    }

    fn any_annotation() -> impl Strategy<Value = Annotation> {
        let text = proptest::option::of("[a-c]{1,2}");
        let tags = proptest::collection::vec("[a-c]", 0..3);
        (
            "[a-e]",
            "[xy]",
            text.clone(),
            text.clone(),
            text,
            tags,
            0..3usize,
        )
            .prop_map(|(id, quote, note, flag, reason, mut tags, verdict)| {
                tags.dedup();
                let verdict = [None, Some(Verdict::Accepted), Some(Verdict::Rejected)][verdict];
                let selector = Selector {
                    quote,
                    ..Selector::default()
                };
                Annotation {
                    id: Id(id),
                    selector,
                    flag,
                    tags,
                    note,
                    reason,
                    verdict,
                    ..Annotation::default()
                }
            })
    }

    fn any_notebook() -> impl Strategy<Value = Notebook> {
        proptest::collection::vec(any_annotation(), 0..5).prop_map(|mut annotations| {
            let mut known = HashSet::new();
            annotations.retain(|annotation| known.insert(annotation.id.clone()));
            notebook(&annotations)
        })
    }

    /// Every text of `side` that `base` does not have.
    fn words(base: &Notebook, side: &Notebook) -> Vec<String> {
        let in_base = by_id(base);
        let mut words = Vec::new();
        for annotation in &side.annotations {
            let nothing = Annotation::default();
            let base = in_base.get(&annotation.id).copied().unwrap_or(&nothing);
            for (is, was) in [
                (&annotation.note, &base.note),
                (&annotation.flag, &base.flag),
                (&annotation.reason, &base.reason),
            ] {
                words.extend(is.clone().filter(|_| is != was));
            }
            words.extend(
                annotation
                    .tags
                    .iter()
                    .filter(|tag| !base.tags.contains(tag))
                    .cloned(),
            );
        }
        words
    }

    proptest! {
        #[test]
        fn one_side_alone_is_taken_whole(base in any_notebook(), other in any_notebook()) {
            prop_assert_eq!(&merge(&base, &other, &base).notebook, &other);
            prop_assert_eq!(&merge(&base, &base, &other).notebook, &other);
            prop_assert_eq!(&merge(&base, &other, &other).notebook, &other);
        }

        #[test]
        fn no_words_vanish(base in any_notebook(), ours in any_notebook(), theirs in any_notebook()) {
            let merged = merge(&base, &ours, &theirs);
            let all = format!("{:?}", merged.notebook);
            for word in words(&base, &ours).into_iter().chain(words(&base, &theirs)) {
                prop_assert!(all.contains(&word), "{word} is not in {all}");
            }
            let ids: HashSet<_> = ids(&merged.notebook).collect();
            prop_assert_eq!(ids.len(), merged.notebook.annotations.len());
        }
    }
}
