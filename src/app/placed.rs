//! A notebook on the desk, with the places of its annotations.

use crate::notes::{Anchor, Annotation, Id, Notebook, Selector};
use std::collections::HashMap;

/// A notebook with the place of each of its annotations.
#[derive(Debug, Clone, Default)]
pub struct Placed {
    /// The notebook.
    pub notebook: Notebook,
    /// Where its annotations point, by id.
    pub anchors: HashMap<Id, Anchor>,
}

impl Placed {
    /// What its annotations look for, by id.
    pub(super) fn selectors(&self) -> HashMap<Id, Selector> {
        let selector = |known: &Annotation| (known.id.clone(), known.selector.clone());
        self.notebook.annotations.iter().map(selector).collect()
    }

    /// Forgets where annotations stand that looked for other words before.
    pub(super) fn forget_places(&mut self, before: &HashMap<Id, Selector>) {
        for annotation in &self.notebook.annotations {
            let same = |known: &Selector| *known == annotation.selector;
            if !before.get(&annotation.id).is_none_or(same) {
                self.anchors.remove(&annotation.id);
            }
        }
    }

    /// Where its annotations point, in their order.
    pub fn anchors(&self) -> Vec<Anchor> {
        let lost = || Anchor::Lost(Vec::new());
        let anchor = |annotation: &Annotation| self.anchors.get(&annotation.id).cloned();
        self.notebook
            .annotations
            .iter()
            .map(|annotation| anchor(annotation).unwrap_or_else(lost))
            .collect()
    }
}
