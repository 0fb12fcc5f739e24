//! Fields of a mapping: replaced, added, taken out.

use crate::store::yaml::edit::{Edit, Outcome, refusal};
use crate::store::yaml::layout::{FieldPlace, ItemPlace, MappingPlace};
use crate::store::yaml::place::line_start;
use crate::store::yaml::scalar::Value;
use crate::store::yaml::template;
use crate::text::Span;
use yaml_edit::YamlNode;

impl Edit<'_> {
    /// Makes the fields called `keys`, which say `old`, say `new`. New ones stand in the order of `keys`.
    pub(super) fn fields(
        &mut self,
        place: &MappingPlace,
        keys: &[&str],
        old: &[Option<Value>],
        new: &[Option<Value>],
    ) {
        let mut last = None;
        for ((key, old), new) in keys.iter().zip(old).zip(new) {
            let field = place.field(key);
            if old != new {
                match (field, new) {
                    (Some(field), Some(value)) => self.set(place, field, value, old.as_ref()),
                    (Some(field), None) => self.cut_field(place, field),
                    (None, Some(value)) => self.add(place, last, key, value),
                    (None, None) => {}
                }
            }
            last = field.or(last);
        }
    }

    fn set(
        &mut self,
        place: &MappingPlace,
        field: &FieldPlace,
        value: &Value,
        old: Option<&Value>,
    ) {
        if place.flow {
            return self.set_head(field, field.value, &value.flow());
        }
        if let (Value::List(new), Some(Value::List(old))) = (value, old)
            && in_lines(field)
            && self.list(field, old, new).is_ok()
        {
            return;
        }
        let (head, body) = self.parts(field);
        let is_block = head.of(self.text).starts_with(['|', '>']);
        let indent = indent_of(body.of(self.text)).filter(|_| is_block);
        let indent = indent.unwrap_or(place.indent(self.text) + 2);
        self.set_head(field, head, &value.head());
        self.splices.replace(body, value.body(indent));
    }

    fn set_head(&mut self, field: &FieldPlace, head: Span, new: &str) {
        let space = if head.start == field.colon { " " } else { "" };
        self.splices.replace(head, format!("{space}{new}"));
    }

    /// What stands on the key's line, and the lines below.
    fn parts(&self, field: &FieldPlace) -> (Span, Span) {
        let nothing = Span::new(field.end, field.end);
        let value = field.value.of(self.text);
        if in_lines(field) {
            let below = line_start(self.text, field.value.start);
            return (
                Span::new(field.colon, field.colon),
                Span::new(below, field.end),
            );
        }
        match (value.starts_with(['|', '>']), value.find('\n')) {
            (true, Some(line)) => {
                let token = value.find(char::is_whitespace).unwrap_or(line);
                let start = field.value.start;
                (
                    Span::new(start, start + token),
                    Span::new(start + line + 1, field.end),
                )
            }
            _ => (field.value, nothing),
        }
    }

    fn add(&mut self, place: &MappingPlace, last: Option<&FieldPlace>, key: &str, value: &Value) {
        let Some(last) = last.or(place.fields.last()) else {
            return;
        };
        if place.flow {
            self.splices
                .insert(last.value.end, format!(", {key}: {}", value.flow()));
        } else {
            self.splices.insert(
                last.end,
                template::field(key, value, place.indent(self.text)),
            );
        }
    }

    /// Takes a field out, with its lines.
    pub(super) fn cut_field(&mut self, place: &MappingPlace, field: &FieldPlace) {
        let at = place
            .fields
            .iter()
            .position(|known| known.start == field.start);
        let at = at.unwrap_or_default();
        let next = place.fields.get(at + 1);
        let previous = at.checked_sub(1).and_then(|at| place.fields.get(at));
        let line = line_start(self.text, field.start);
        let only_blanks = Span::new(line, field.start)
            .of(self.text)
            .trim_start_matches('\u{feff}')
            .trim()
            .is_empty();
        self.splices.cut(match (place.flow, next, previous) {
            (true, None, Some(previous)) => Span::new(previous.value.end, field.value.end),
            (true, ..) => Span::new(field.start, field.end),
            (false, Some(next), None) if !only_blanks => Span::new(field.start, next.start),
            (false, ..) => Span::new(line, field.end),
        });
    }

    /// Makes a list of scalars in lines, one each, say `new` in place of `old`; lines that stay are not touched.
    pub(super) fn list(&mut self, field: &FieldPlace, old: &[String], new: &[String]) -> Outcome {
        let Some(YamlNode::Sequence(list)) = &field.node else {
            return Err(refusal("a list"));
        };
        let items = ItemPlace::all(self.text, list).ok_or_else(|| refusal("a list"))?;
        let text_of = |item: &ItemPlace| match &item.node {
            YamlNode::Scalar(scalar) => scalar.as_string(),
            _ => String::new(),
        };
        let mut kept = Vec::new();
        for item in &items {
            let text = text_of(item);
            if new.contains(&text) || !old.contains(&text) {
                kept.push((text, item.end));
            } else {
                self.splices.cut(Span::new(item.start, item.end));
            }
        }
        let indent = items.first().map_or(2, |item| item.indent);
        let mut after = items.first().map_or(field.end, |item| item.start);
        for text in new {
            match kept.iter().find(|(known, _)| known == text) {
                Some((_, end)) => after = *end,
                None => self.splices.insert(
                    after,
                    template::list_lines(std::slice::from_ref(text), indent),
                ),
            }
        }
        if kept.is_empty() && new.is_empty() {
            self.splices.insert(field.colon, " []");
        }
        Ok(())
    }
}

/// Whether the value starts on a line below its key's: a block list or mapping.
fn in_lines(field: &FieldPlace) -> bool {
    match &field.node {
        Some(YamlNode::Sequence(list)) => !list.is_flow_style(),
        Some(YamlNode::Mapping(mapping)) => !mapping.is_flow_style(),
        _ => false,
    }
}

/// Columns before the first line that is not blank.
fn indent_of(lines: &str) -> Option<usize> {
    let line = lines.lines().find(|line| !line.trim().is_empty())?;
    Some(line.len() - line.trim_start_matches(' ').len())
}
