//! Annotations: changed, added at their place, taken out.

use crate::notes::{Annotation, Id, Notebook};
use crate::store::yaml::edit::{Edit, Outcome, end_of, refusal};
use crate::store::yaml::layout::{FieldPlace, ItemPlace, MappingPlace, keeps_blank_lines};
use crate::store::yaml::place::{line_end, line_start};
use crate::store::yaml::template::{ANNOTATION_KEYS, entry, fields};
use crate::text::Span;
use std::collections::HashMap;
use yaml_edit::{Sequence, YamlNode};

impl Edit<'_> {
    /// Makes the annotations, which say those of `old`, say those of `new`.
    pub(super) fn annotations(
        &mut self,
        top: &MappingPlace,
        old: &Notebook,
        new: &Notebook,
    ) -> Outcome {
        let Some(field) = top.field("annotations") else {
            let list = format!("annotations:\n{}", entries(&new.annotations));
            let place = end_of(top, &["closeread", "reader", "article"]);
            if !new.annotations.is_empty() {
                self.splices.insert(place, list);
            }
            return Ok(());
        };
        match &field.node {
            Some(YamlNode::Sequence(list)) if !list.is_empty() => self.items(field, list, old, new),
            _ => {
                self.first_items(field, &new.annotations);
                Ok(())
            }
        }
    }

    /// Fills an empty list: `annotations:`, `annotations: []`, `annotations: ~`.
    fn first_items(&mut self, field: &FieldPlace, annotations: &[Annotation]) {
        if annotations.is_empty() {
            return;
        }
        self.splices.cut(Span::new(field.colon, field.value.end));
        self.splices.insert(field.end, entries(annotations));
    }

    fn items(
        &mut self,
        field: &FieldPlace,
        list: &Sequence,
        old: &Notebook,
        new: &Notebook,
    ) -> Outcome {
        let nodes: Vec<_> = list.values().collect();
        if nodes.len() != old.annotations.len() {
            return Err(refusal("its list of annotations"));
        }
        let wanted: HashMap<&Id, &Annotation> = new
            .annotations
            .iter()
            .map(|annotation| (&annotation.id, annotation))
            .collect();
        for (node, was) in nodes.iter().zip(&old.annotations) {
            if let Some(&is) = wanted.get(&was.id).filter(|&&is| is != was) {
                let YamlNode::Mapping(mapping) = node else {
                    return Err(refusal("its list of annotations"));
                };
                let place = MappingPlace::of(self.text, mapping);
                self.fields(&place, ANNOTATION_KEYS, &fields(was), &fields(is));
            }
        }
        let known: HashMap<&Id, usize> = old
            .annotations
            .iter()
            .enumerate()
            .map(|(at, annotation)| (&annotation.id, at))
            .collect();
        let goes = old
            .annotations
            .iter()
            .any(|was| !wanted.contains_key(&was.id));
        let comes = new.annotations.iter().any(|is| !known.contains_key(&is.id));
        if !goes && !comes {
            return Ok(());
        }
        if list.is_flow_style() {
            return Err(refusal("its annotations are in brackets"));
        }
        let items =
            ItemPlace::all(self.text, list).ok_or_else(|| refusal("its list of annotations"))?;
        for (at, was) in old.annotations.iter().enumerate() {
            if !wanted.contains_key(&was.id) {
                self.cut_item(&items, at);
            }
        }
        self.add_items(&items, &known, new);
        if new.annotations.is_empty() {
            self.splices.insert(field.colon, " []");
        }
        Ok(())
    }

    /// Adds each new annotation behind the one that stands before it in the notebook.
    fn add_items(&mut self, items: &[ItemPlace], known: &HashMap<&Id, usize>, new: &Notebook) {
        let airy = self.is_airy(items) && !keeps_blank_lines(self.text);
        let blank = if airy { "\n" } else { "" };
        let mut behind: Option<&ItemPlace> = None;
        for annotation in &new.annotations {
            if let Some(&at) = known.get(&annotation.id) {
                behind = items.get(at);
                continue;
            }
            match (behind, items.first()) {
                (Some(item), _) => {
                    let place = item.end_with_comments(self.text);
                    self.splices
                        .insert(place, format!("{blank}{}", entry(annotation, item.indent)));
                }
                (None, Some(first)) => {
                    let place = self.start_with_comments(first);
                    self.splices
                        .insert(place, format!("{}{blank}", entry(annotation, first.indent)));
                }
                (None, None) => {}
            }
        }
    }

    /// Takes an annotation's lines out, and one of the blank stretches around it. A comment above it stays.
    pub(super) fn cut_item(&mut self, items: &[ItemPlace], at: usize) {
        let Some(item) = items.get(at) else {
            return;
        };
        let mut span = Span::new(item.start, item.end_with_comments(self.text));
        let above = self.line_before(span.start);
        if at + 1 < items.len() && !above.trim_start().starts_with('#') {
            span.end = self.skip_blank(span.end);
        } else if at > 0 && !keeps_blank_lines(self.text) {
            while span.start > 0 && self.line_before(span.start).trim().is_empty() {
                span.start -= self.line_before(span.start).len();
            }
        }
        self.splices.cut(span);
    }

    /// Whether annotations stand apart, by a blank line, more often than not.
    fn is_airy(&self, items: &[ItemPlace]) -> bool {
        let gaps = items.windows(2);
        let airy = gaps.clone().filter(|pair| match pair {
            [one, next] => {
                let gap = Span::new(one.end, next.start.max(one.end)).of(self.text);
                gap.lines().any(|line| line.trim().is_empty())
            }
            _ => false,
        });
        airy.count() * 2 >= gaps.len()
    }

    /// Where the comments directly above an item start.
    pub(super) fn start_with_comments(&self, item: &ItemPlace) -> usize {
        let mut start = item.start;
        while self.line_before(start).trim_start().starts_with('#') {
            start -= self.line_before(start).len();
        }
        start
    }

    fn line_before(&self, offset: usize) -> &str {
        let last = offset.saturating_sub(1);
        Span::new(line_start(self.text, last), offset).of(self.text)
    }

    fn skip_blank(&self, mut offset: usize) -> usize {
        loop {
            let line = Span::new(offset, line_end(self.text, offset)).of(self.text);
            if line.is_empty() || !line.trim().is_empty() {
                return offset;
            }
            offset += line.len();
        }
    }
}

/// Annotations as the items of a new list.
fn entries(annotations: &[Annotation]) -> String {
    let entries: Vec<_> = annotations
        .iter()
        .map(|annotation| entry(annotation, 2))
        .collect();
    entries.join("\n")
}
