//! XML elements.

use quick_xml::Writer;
use quick_xml::escape::escape;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use quick_xml::name::QName;
use std::io::Result;

/// An XML element with either text or children.
#[derive(Debug, Clone, Default)]
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    text: Option<String>,
    children: Vec<Element>,
}

/// Writes elements and counts the characters that XML cannot hold.
struct Document {
    writer: Writer<Vec<u8>>,
    replaced: usize,
}

impl Element {
    /// One called `name`.
    pub(super) fn new(name: &'static str) -> Self {
        Self {
            name,
            ..Self::default()
        }
    }

    /// With an attribute.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With an attribute, if there is a value for it.
    pub(super) fn with_some(self, name: &'static str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// With `text` in it.
    pub(super) fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// With `children` in it, behind those it has.
    pub(super) fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children);
        self
    }

    /// Whether there is nothing in it.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_none() && self.children.is_empty()
    }

    /// The document with this at its root, and the number of characters that XML cannot hold: U+FFFD stands in their place.
    pub(super) fn document(&self) -> (Vec<u8>, usize) {
        let mut document = Document {
            writer: Writer::new_with_indent(Vec::new(), b' ', 1),
            replaced: 0,
        };
        // It is written into memory, which does not refuse.
        let _ = document.all(self);
        let mut bytes = document.writer.into_inner();
        bytes.push(b'\n');
        (bytes, document.replaced)
    }
}

impl Document {
    fn all(&mut self, root: &Element) -> Result<()> {
        let declaration = BytesDecl::new("1.0", Some("utf-8"), None);
        self.writer.write_event(Event::Decl(declaration))?;
        self.element(root)
    }

    fn element(&mut self, element: &Element) -> Result<()> {
        let mut start = BytesStart::new(element.name);
        for (name, value) in &element.attributes {
            // A reader of XML would make spaces of these.
            let value = self.escaped(value).replace('\n', "&#10;");
            start.push_attribute(Attribute {
                key: QName(name),
                value: value.replace('\t', "&#9;").into(),
            });
        }
        if element.is_empty() {
            return self.writer.write_event(Event::Empty(start));
        }
        self.writer.write_event(Event::Start(start))?;
        if let Some(text) = &element.text {
            let text = self.escaped(text);
            let text = BytesText::from_escaped(text);
            self.writer.write_event(Event::Text(text))?;
        }
        for child in &element.children {
            self.element(child)?;
        }
        let end = BytesEnd::new(element.name);
        self.writer.write_event(Event::End(end))
    }

    fn escaped(&mut self, text: &str) -> String {
        let is_odd = |c: char| {
            let is_control = c < ' ' && !matches!(c, '\n' | '\t' | '\r');
            is_control || matches!(c, '\u{fffe}' | '\u{ffff}')
        };
        let odd = text.chars().filter(|&c| is_odd(c)).count();
        self.replaced += odd;
        let text = text.replace(is_odd, "\u{fffd}");
        // A reader of XML would make a line feed of it.
        escape(text).replace('\r', "&#13;")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anything_is_written_so_that_it_comes_back() {
        let inner = Element::new("b")
            .with("x", "<\"&'\n\t>")
            .text("a\r\n<\u{1}b>&");
        let root = Element::new("a").children([inner, Element::new("c")]);
        let (bytes, replaced) = root.document();
        assert_eq!(replaced, 1);
        assert_eq!(
            String::from_utf8(bytes).unwrap(),
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a>\n \
             <b x=\"&lt;&quot;&amp;&apos;&#10;&#9;&gt;\">a&#13;\n&lt;\u{fffd}b&gt;&amp;</b>\n <c/>\n</a>\n"
        );
    }
}
