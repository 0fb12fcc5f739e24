//! A change to a notebook, with its inverse.

use crate::notes::{Annotation, Id, Notebook, Reviewed, merge_one};

/// A change to a notebook. [`Edit::apply`] gives back the edit that undoes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Puts an annotation at its place in text order; replaces one of the same id.
    Put(Box<Annotation>),
    /// Takes an annotation out.
    Remove(Id),
    /// Marks a paragraph as reviewed.
    Review(Reviewed),
    /// Takes that mark back.
    Unreview(Reviewed),
    /// Several edits as one, in order.
    All(Vec<Edit>),
}

impl Edit {
    /// Changes `notebook` and returns the inverse.
    ///
    /// An edit that has nothing to do (removing what is not there) returns an empty [`Edit::All`]: history goes
    /// on when a merge took away what an old edit was about.
    pub fn apply(self, notebook: &mut Notebook) -> Self {
        match self {
            Self::Put(annotation) => put(*annotation, notebook),
            Self::Remove(id) => {
                let Some(at) = notebook.annotations.iter().position(|known| known.id == id) else {
                    return Self::All(Vec::new());
                };
                Self::Put(Box::new(notebook.annotations.remove(at)))
            }
            Self::Review(mark) => match notebook.reviewed.binary_search(&mark) {
                Ok(_) => Self::All(Vec::new()),
                Err(at) => {
                    notebook.reviewed.insert(at, mark.clone());
                    Self::Unreview(mark)
                }
            },
            Self::Unreview(mark) => unreview(&mark, notebook),
            Self::All(edits) => {
                let mut inverse: Vec<_> =
                    edits.into_iter().map(|edit| edit.apply(notebook)).collect();
                inverse.reverse();
                Self::All(inverse)
            }
        }
    }

    /// The same edit after somebody else has made `after` of `before`: what it puts back has their changes, too, so that
    /// undoing an own change takes back nobody else's.
    #[must_use]
    pub fn carried(self, before: &Notebook, after: &Notebook) -> Self {
        match self {
            Self::Put(annotation) => {
                let id = &annotation.id;
                match (before.get(id), after.get(id)) {
                    (Some(was), Some(is)) if was != is => {
                        Self::Put(Box::new(merge_one(was, &annotation, is).0))
                    }
                    _ => Self::Put(annotation),
                }
            }
            Self::All(edits) => {
                let carried = edits.into_iter().map(|edit| edit.carried(before, after));
                Self::All(carried.collect())
            }
            edit => edit,
        }
    }
}

fn put(annotation: Annotation, notebook: &mut Notebook) -> Edit {
    if let Some(known) = notebook
        .annotations
        .iter_mut()
        .find(|known| known.id == annotation.id)
    {
        return Edit::Put(Box::new(std::mem::replace(known, annotation)));
    }
    let id = annotation.id.clone();
    let place = notebook.place(annotation.at);
    notebook.annotations.insert(place, annotation);
    Edit::Remove(id)
}

fn unreview(mark: &Reviewed, notebook: &mut Notebook) -> Edit {
    let (gone, kept): (Vec<_>, Vec<_>) = std::mem::take(&mut notebook.reviewed)
        .into_iter()
        .partition(|known| known.digest == mark.digest);
    notebook.reviewed = kept;
    Edit::All(gone.into_iter().map(Edit::Review).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::At;

    fn annotation(id: &str, paragraph: usize) -> Annotation {
        Annotation {
            id: Id(id.into()),
            at: Some(At {
                paragraph,
                column: 1,
            }),
            ..Annotation::default()
        }
    }

    fn ids(notebook: &Notebook) -> Vec<&str> {
        notebook
            .annotations
            .iter()
            .map(|a| a.id.0.as_str())
            .collect()
    }

    #[test]
    fn every_edit_is_undone_by_its_inverse() {
        let mut notebook = Notebook::default();
        for (id, paragraph) in [("b", 2), ("a", 1), ("c", 3)] {
            Edit::Put(Box::new(annotation(id, paragraph))).apply(&mut notebook);
        }
        assert_eq!(ids(&notebook), ["a", "b", "c"]);
        let mark = Reviewed::parse("p2-0badcafe").unwrap();
        let edits = [
            Edit::Remove(Id("b".into())),
            Edit::Put(Box::new(annotation("d", 2))),
            Edit::Put(Box::new(Annotation {
                note: Some("new".into()),
                ..annotation("a", 1)
            })),
            Edit::Review(mark.clone()),
            Edit::Unreview(mark),
            Edit::All(vec![
                Edit::Remove(Id("a".into())),
                Edit::Remove(Id("zz".into())),
            ]),
        ];
        for edit in edits {
            let before = notebook.clone();
            let inverse = edit.clone().apply(&mut notebook);
            inverse.apply(&mut notebook);
            assert_eq!(notebook, before, "{edit:?}");
        }
    }
}
