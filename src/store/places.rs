//! Where the parts of a YAML file stand, for messages.

use crate::store::yaml::{self, ListPlaces};
use std::cell::OnceCell;

/// A YAML text and where the items of one of its lists stand in it.
#[derive(Debug)]
pub struct Places {
    text: String,
    list: &'static str,
    items: OnceCell<ListPlaces>,
    /// Where each line starts.
    lines: OnceCell<Vec<usize>>,
}

impl Places {
    /// The places of `text`, whose list is called `list`.
    pub(super) fn new(text: String, list: &'static str) -> Self {
        Self {
            text,
            list,
            items: OnceCell::new(),
            lines: OnceCell::new(),
        }
    }

    /// Line and column, from 1, of the field `key` of item `index`, else of the item.
    pub fn of_item(&self, index: usize, key: &str) -> (usize, usize) {
        let places = self.places();
        self.position(places.item(&self.text, index, key))
    }

    /// Line and column, from 1, of a field inside a field of the text, else of the outer one, else of its beginning.
    pub fn of_field(&self, outer: &str, inner: &str) -> (usize, usize) {
        self.position(self.places().field(&self.text, outer, inner))
    }

    fn places(&self) -> &ListPlaces {
        self.items
            .get_or_init(|| ListPlaces::of(&self.text, self.list))
    }

    fn position(&self, offset: usize) -> (usize, usize) {
        let lines = self.lines.get_or_init(|| {
            let breaks = self.text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(breaks).collect()
        });
        let line = lines.partition_point(|&start| start <= offset);
        let start = lines.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let (_, column) =
            yaml::position(self.text.get(start..).unwrap_or_default(), offset - start);
        (line, column)
    }
}
