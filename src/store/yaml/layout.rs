//! Where the parts of a YAML text stand: the answer is byte ranges, so that a change touches nothing else.

use crate::store::yaml::place::{line_end, line_start};
use crate::text::Span;
use memchr::memchr2_iter;
use std::str::FromStr;
use yaml_edit::{Mapping, MappingEntry, Sequence, YamlFile, YamlNode};

/// What a YAML text holds; None when that is nothing but comments, or not YAML.
pub(super) fn content(text: &str) -> Option<YamlNode> {
    let document = YamlFile::from_str(text).ok()?.document()?;
    let mapping = document.as_mapping().map(YamlNode::Mapping);
    mapping.or_else(|| document.as_sequence().map(YamlNode::Sequence))
}

/// A mapping in the text.
#[derive(Debug)]
pub(super) struct MappingPlace {
    /// Whether it is written in braces.
    pub flow: bool,
    /// Its fields in the order of the text; not those whose keys are no plain texts.
    pub fields: Vec<FieldPlace>,
    /// Whether these are all.
    pub complete: bool,
}

/// A `key: value` in the text.
#[derive(Debug)]
pub(super) struct FieldPlace {
    /// The key without quotes.
    pub key: String,
    /// Where the key starts.
    pub start: usize,
    /// One past the colon.
    pub colon: usize,
    /// The value; empty when there is none.
    pub value: Span,
    /// The value as a node.
    pub node: Option<YamlNode>,
    /// One past its last line; in braces, one past the comma.
    pub end: usize,
}

/// An item of a block list.
#[derive(Debug)]
pub(super) struct ItemPlace {
    /// Where the line with its dash starts.
    pub start: usize,
    /// Columns before the dash.
    pub indent: usize,
    /// One past its last line.
    pub end: usize,
    /// The item as a node.
    pub node: YamlNode,
}

impl MappingPlace {
    /// Where `mapping` and its fields stand in `text`.
    pub(super) fn of(text: &str, mapping: &Mapping) -> Self {
        let flow = mapping.is_flow_style();
        let fields = mapping.entries();
        let fields: Vec<_> = fields
            .map(|entry| FieldPlace::of(text, &entry, flow))
            .collect();
        Self {
            flow,
            complete: fields.iter().all(Option::is_some),
            fields: fields.into_iter().flatten().collect(),
        }
    }

    /// The field called `key`.
    pub(super) fn field(&self, key: &str) -> Option<&FieldPlace> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// Columns before its keys.
    pub(super) fn indent(&self, text: &str) -> usize {
        let start = self.fields.first().map_or(0, |field| field.start);
        let line = Span::new(line_start(text, start), start).of(text);
        line.trim_start_matches('\u{feff}').chars().count()
    }
}

impl FieldPlace {
    fn of(text: &str, entry: &MappingEntry, flow: bool) -> Option<Self> {
        let Some(YamlNode::Scalar(key)) = entry.key_node() else {
            return None;
        };
        let range = key.byte_range();
        let after_key = range.end as usize;
        let colon = after_key + text.get(after_key..)?.find(':')? + 1;
        let node = entry.value_node();
        let nothing = Span::new(colon, colon);
        let value = node
            .as_ref()
            .and_then(span)
            .filter(|value| value.start >= colon);
        let value = without_blank_lines(text, value.unwrap_or(nothing));
        let end = if flow {
            entry.byte_range().end as usize
        } else {
            whole_lines(text, value.end)
        };
        Some(Self {
            key: key.as_string(),
            start: range.start as usize,
            colon,
            value,
            node,
            end,
        })
    }
}

impl ItemPlace {
    /// Where the items of a block list stand; None when one of them does not start on the line of its dash.
    pub(super) fn all(text: &str, list: &Sequence) -> Option<Vec<Self>> {
        list.values().map(|node| Self::of(text, node)).collect()
    }

    /// One past the comments that belong to it by their indentation.
    pub(super) fn end_with_comments(&self, text: &str) -> usize {
        let mut end = self.end;
        loop {
            let line = Span::new(end, line_end(text, end)).of(text);
            let comment = line.trim_start_matches(' ');
            if !comment.starts_with('#') || line.len() - comment.len() <= self.indent {
                return end;
            }
            end += line.len();
        }
    }

    fn of(text: &str, node: YamlNode) -> Option<Self> {
        let span = span(&node)?;
        let start = line_start(text, span.start);
        let head = Span::new(start, span.start).of(text).trim_end();
        let pad = head.strip_suffix('-')?;
        pad.bytes().all(|byte| byte == b' ').then_some(Self {
            start,
            indent: pad.len(),
            end: end_of_item(text, &node).unwrap_or_else(|| whole_lines(text, span.end)),
            node,
        })
    }
}

/// One past the last line of an item that is a mapping in lines.
fn end_of_item(text: &str, node: &YamlNode) -> Option<usize> {
    match node {
        YamlNode::Mapping(mapping) if !mapping.is_flow_style() => {
            let last = mapping.entries().last()?;
            Some(FieldPlace::of(text, &last, false)?.end)
        }
        _ => None,
    }
}

/// The tree counts blank lines below a block scalar to it; they are part of its text only after `|+` and `>+`.
fn without_blank_lines(text: &str, value: Span) -> Span {
    let written = value.of(text);
    let header = written.split_whitespace().next().unwrap_or_default();
    if !written.starts_with(['|', '>']) || header.contains('+') {
        return value;
    }
    let kept = written.trim_end().len();
    let line = line_end(written, kept);
    Span::new(value.start, value.start + line)
}

/// Whether a block scalar of `text` may keep the blank lines below it (`|+`, `>+`): then none may be put there or taken away.
pub(super) fn keeps_blank_lines(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr2_iter(b'|', b'>', bytes).any(|at| {
        let mut header = bytes.iter().skip(at + 1);
        header.find(|byte| !byte.is_ascii_digit()) == Some(&b'+')
    })
}

/// The bytes of a node; None for aliases and tagged values.
fn span(node: &YamlNode) -> Option<Span> {
    let range = match node {
        YamlNode::Scalar(scalar) => scalar.byte_range(),
        YamlNode::Mapping(mapping) => mapping.byte_range(),
        YamlNode::Sequence(sequence) => sequence.byte_range(),
        _ => return None,
    };
    Some(Span::new(range.start as usize, range.end as usize))
}

/// `offset`, or the end of its line when it is inside one.
fn whole_lines(text: &str, offset: usize) -> usize {
    if text
        .get(..offset)
        .is_some_and(|before| before.ends_with('\n'))
    {
        offset
    } else {
        line_end(text, offset)
    }
}
