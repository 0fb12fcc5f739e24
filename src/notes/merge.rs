//! Two changes of one notebook made into one, by annotation and by field: nobody's words vanish.

mod annotation;

pub use annotation::merge_one;

use crate::notes::merge::annotation::merge_annotation;
use crate::notes::{Annotation, ArticleRef, Id, Notebook};
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

/// What `ours` and `theirs` both made of `base`.
///
/// A field that one side changed is theirs or ours; tags, reviewed paragraphs and what was imported are merged as sets. A text that both
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
        article: ArticleRef {
            path: pick(&base.article.path, &ours.article.path, &theirs.article.path),
            sha256: pick(
                &base.article.sha256,
                &ours.article.sha256,
                &theirs.article.sha256,
            ),
        },
        annotations: Vec::new(),
        reviewed: merge_sets(&base.reviewed, &ours.reviewed, &theirs.reviewed),
        imported: merge_sets(&base.imported, &ours.imported, &theirs.imported),
    };
    notebook.reviewed.sort();
    notebook.imported.sort();
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

fn pick<T: PartialEq + Clone>(base: &T, ours: &T, theirs: &T) -> T {
    if ours == base {
        theirs.clone()
    } else {
        ours.clone()
    }
}

/// What both kept and what either added, in our order.
pub fn merge_sets<T: PartialEq + Clone>(base: &[T], ours: &[T], theirs: &[T]) -> Vec<T> {
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
mod tests;
