//! XML as a tree, without anything that could be fetched or grow: no document type, no entities but the five of XML.

use crate::import::Refusal;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Deeper elements are refused.
const DEPTH: usize = 200;

/// An element.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// Its name without a prefix.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    /// The text in it, without that of its children.
    pub(super) text: String,
    /// The elements in it.
    pub(super) children: Vec<Node>,
}

impl Node {
    /// An attribute.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The children called `name`.
    pub(super) fn all<'n>(&'n self, name: &str) -> impl Iterator<Item = &'n Node> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first child called `name`.
    pub(super) fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|child| child.name == name)
    }
}

/// The root of the document.
pub(super) fn tree(text: &str) -> Result<Node, Refusal> {
    let mut reader = Reader::from_str(text);
    let mut open = vec![Node::default()];
    loop {
        let event = reader.read_event();
        let here = usize::try_from(reader.error_position().max(reader.buffer_position()));
        let refuse = |what: String| refused(text, here.unwrap_or_default(), what);
        let event = event.map_err(|error| refuse(error.to_string()))?;
        let is_empty = matches!(event, Event::Empty(_));
        match event {
            Event::Start(start) | Event::Empty(start) => {
                open.push(node(&start).map_err(refuse)?);
                if open.len() > DEPTH {
                    return Err(refuse(format!("elements nested deeper than {DEPTH}")));
                }
                if is_empty {
                    close(&mut open);
                }
            }
            Event::End(_) => close(&mut open),
            Event::Text(part) => push(&mut open, &part.xml10_content()),
            Event::CData(part) => push(&mut open, &part.xml10_content()),
            Event::GeneralRef(reference) => {
                let name = reference.xml10_content();
                let character = reference.resolve_char_ref().ok().flatten();
                let character = character.or_else(|| predefined(&name));
                let Some(character) = character else {
                    return Err(refuse(format!("entities are not read: &{name};")));
                };
                push(&mut open, character.encode_utf8(&mut [0; 4]));
            }
            Event::DocType(_) => return Err(refuse("a document type is not read".to_owned())),
            Event::Eof => break,
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
        }
    }
    let root = open
        .into_iter()
        .next()
        .and_then(|mut all| all.children.pop());
    root.ok_or_else(|| Refusal::whole("no XML in it"))
}

fn node(start: &BytesStart) -> Result<Node, String> {
    let mut node = Node {
        name: start.local_name().as_ref().to_owned(),
        ..Node::default()
    };
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute.normalized_value(XmlVersion::Explicit1_0);
        let value = value.map_err(|error| error.to_string())?;
        let name = attribute.key.as_ref().to_owned();
        node.attributes.push((name, value.into_owned()));
    }
    Ok(node)
}

fn close(open: &mut Vec<Node>) {
    // The first one stands for the document and is never closed.
    if open.len() > 1
        && let Some(done) = open.pop()
        && let Some(parent) = open.last_mut()
    {
        parent.children.push(done);
    }
}

fn push(open: &mut [Node], text: &str) {
    if let Some(node) = open.last_mut() {
        node.text.push_str(text);
    }
}

fn predefined(name: &str) -> Option<char> {
    let known = [
        ("lt", '<'),
        ("gt", '>'),
        ("amp", '&'),
        ("quot", '"'),
        ("apos", '\''),
    ];
    known
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, c)| *c)
}

fn refused(text: &str, at: usize, what: String) -> Refusal {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    Refusal::at(
        before.matches('\n').count() + 1,
        line.chars().count() + 1,
        what,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_and_what_is_refused() {
        let root = tree("<?xml version=\"1.0\"?>\n<q:a x=\"&lt;&#10;\">b&amp;<c/>&#x1F980;<![CDATA[<d>]]></q:a>").unwrap();
        assert_eq!((root.name.as_str(), root.get("x")), ("a", Some("<\n")));
        assert_eq!(root.text, "b&🦀<d>");
        assert!(root.child("c").is_some());
        let deep = "<a>".repeat(300);
        for (text, what) in [
            ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "1:"),
            ("<a>\n&b;</a>", "2:"),
            ("<a x='&b;'/>", "1:"),
            (deep.as_str(), "1:"),
            ("<a></b>", "1:"),
        ] {
            let refusal = tree(text).unwrap_err();
            let (line, column) = refusal.place.unwrap();
            assert!(format!("{line}:{column}").starts_with(what), "{refusal:?}");
        }
        assert!(tree("").is_err());
    }
}
