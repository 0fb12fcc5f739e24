//! A YAML text cut into blocks.

use crate::store::yaml::layout::{FieldPlace, ItemPlace, MappingPlace, content};
use crate::store::yaml::merge::block::{Block, Inside, Parts};
use crate::store::yaml::place::{line_end, line_start};
use crate::text::Span;
use std::collections::{BTreeSet, HashSet};
use yaml_edit::{Mapping, Sequence, YamlNode};

/// The keys whose values tell one item of a list from another, the first that it has.
const NAMES: [&[&str]; 4] = [&["id"], &["name"], &["words"], &["rule", "article"]];

/// The blocks of `text`, which ends with a line break; None when it is not written in lines throughout, so that its blocks
/// are not known.
pub(super) fn blocks(text: &str) -> Option<Parts> {
    let mut cutter = Cutter {
        text,
        dashes: BTreeSet::new(),
    };
    match content(text) {
        Some(YamlNode::Mapping(top)) => {
            let mut parts = cutter.fields(&top, 0, text.len())?;
            if let Some(first) = parts.blocks.first_mut() {
                parts.head = std::mem::take(&mut first.lead);
            }
            (parts.indent == 0).then_some(parts)
        }
        Some(_) => None,
        None => is_lead(text).then(|| Parts {
            tail: text.to_owned(),
            ..Parts::default()
        }),
    }
}

/// Cuts a text into blocks.
struct Cutter<'a> {
    text: &'a str,
    /// Where the dashes of items stand that became blocks.
    dashes: BTreeSet<usize>,
}

impl Cutter<'_> {
    /// The text between two offsets, without the dash of the item that starts there.
    fn cut(&self, start: usize, end: usize) -> String {
        let mut text = Span::new(start, end.max(start)).of(self.text).to_owned();
        if let Some(dash) = self.dashes.range(start..line_end(self.text, start)).next() {
            text.replace_range(dash - start..=dash - start, " ");
        }
        text
    }

    /// What stands between two blocks; None when that is more than comments.
    fn lead(&self, start: usize, end: usize) -> Option<String> {
        let lead = Span::new(start, end.max(start)).of(self.text);
        is_lead(lead).then(|| lead.to_owned())
    }

    /// The fields of a mapping in lines that stand between two offsets.
    fn fields(&mut self, mapping: &Mapping, start: usize, end: usize) -> Option<Parts> {
        let place = MappingPlace::of(self.text, mapping);
        if place.flow {
            return None;
        }
        let mut blocks = Vec::new();
        let mut done = start;
        for field in &place.fields {
            let line = line_start(self.text, field.start).max(start);
            let lead = self.lead(done, line)?;
            let (inside, field_end) = self.inside(field, line);
            blocks.push(Block {
                key: field.key.clone(),
                lead,
                body: self.cut(line, field_end),
                inside,
            });
            done = field_end;
        }
        let names: HashSet<&str> = blocks.iter().map(|block| block.key.as_str()).collect();
        (names.len() == blocks.len()).then_some(())?;
        Some(Parts {
            indent: place.indent(self.text),
            tail: self.lead(done, end)?,
            blocks,
            ..Parts::default()
        })
    }

    /// What is inside a field that starts at `line`, and where the field ends.
    fn inside(&mut self, field: &FieldPlace, line: usize) -> (Inside, usize) {
        let below = line_end(self.text, field.colon);
        let parts = match &field.node {
            None => return (Inside::Nothing, field.end),
            Some(YamlNode::Scalar(_)) if ["", "~", "null"].contains(&field.value.of(self.text)) => {
                return (Inside::Nothing, field.end);
            }
            Some(YamlNode::Sequence(list)) if list.is_flow_style() => {
                let texts: Option<Vec<String>> = list.values().map(|node| scalar(&node)).collect();
                let inside = match texts {
                    Some(texts) if texts.is_empty() => Inside::Nothing,
                    Some(texts) => Inside::Flow(
                        texts,
                        Span::new(field.value.start - line, field.value.end - line),
                    ),
                    None => Inside::Whole,
                };
                return (inside, field.end);
            }
            Some(YamlNode::Sequence(list)) => self.items(list, below),
            Some(YamlNode::Mapping(mapping)) if field.value.start >= below => {
                let end = MappingPlace::of(self.text, mapping);
                let end = end.fields.last().map_or(field.end, |last| last.end);
                self.fields(mapping, below, end).map(|parts| (parts, end))
            }
            Some(_) => None,
        };
        match parts {
            Some((parts, end)) => {
                let head = self.cut(line, below);
                (Inside::Parts(Parts { head, ..parts }), end)
            }
            None => (Inside::Whole, field.end),
        }
    }

    /// The items of a list in lines that starts below `start`, and where the last one ends.
    fn items(&mut self, list: &Sequence, start: usize) -> Option<(Parts, usize)> {
        let items = ItemPlace::all(self.text, list)?;
        let indent = items.first()?.indent;
        let keys: Vec<String> = items
            .iter()
            .map(|item| name(&item.node))
            .collect::<Option<_>>()?;
        let unique: HashSet<&String> = keys.iter().collect();
        if unique.len() < keys.len() || items.iter().any(|item| item.indent != indent) {
            return None;
        }
        let mut blocks = Vec::new();
        let mut done = start;
        for (item, key) in items.iter().zip(keys) {
            let lead = self.lead(done, item.start)?;
            self.dashes.insert(item.start + item.indent);
            let end = item.end_with_comments(self.text);
            let inside = match &item.node {
                YamlNode::Mapping(mapping) => self.fields(mapping, item.start, end),
                _ => None,
            };
            blocks.push(Block {
                key,
                lead,
                body: self.cut(item.start, end),
                inside: inside.map_or(Inside::Whole, Inside::Parts),
            });
            done = end;
        }
        let parts = Parts {
            indent,
            is_list: true,
            blocks,
            ..Parts::default()
        };
        Some((parts, done))
    }
}

/// Whether these lines are nothing but comments, blank lines and the marks of a document.
fn is_lead(text: &str) -> bool {
    text.lines().map(str::trim).all(|line| {
        line.is_empty() || line.starts_with(['#', '%']) || line == "---" || line == "..."
    })
}

/// What tells an item from its siblings: the value of a naming key, or the scalar that it is.
fn name(node: &YamlNode) -> Option<String> {
    let YamlNode::Mapping(mapping) = node else {
        return scalar(node);
    };
    let value = |key: &str| mapping.get(key).as_ref().and_then(scalar);
    let keys = NAMES
        .iter()
        .find(|keys| keys.first().is_some_and(|key| value(key).is_some()))?;
    let values: Vec<String> = keys
        .iter()
        .map(|key| value(key).unwrap_or_default())
        .collect();
    Some(values.join("\n"))
}

fn scalar(node: &YamlNode) -> Option<String> {
    match node {
        YamlNode::Scalar(scalar) => Some(scalar.as_string()),
        _ => None,
    }
}
