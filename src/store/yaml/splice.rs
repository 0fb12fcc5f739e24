//! Replacing stretches of a text, all at once.

use crate::text::Span;

/// Replacements that are planned for a text. Offsets are those of the text before any of them.
#[derive(Debug, Default)]
pub(super) struct Splices(Vec<(Span, String)>);

impl Splices {
    /// Plans `new` in place of `span`.
    pub(super) fn replace(&mut self, span: Span, new: impl Into<String>) {
        self.0.push((span, new.into()));
    }

    /// Plans `new` before byte `offset`; of several at one offset, the first planned comes first.
    pub(super) fn insert(&mut self, offset: usize, new: impl Into<String>) {
        self.replace(Span::new(offset, offset), new);
    }

    /// Plans to take out `span`; cuts may overlap.
    pub(super) fn cut(&mut self, span: Span) {
        self.replace(span, String::new());
    }

    /// The text with everything done; new lines end as the text's first line does.
    pub(super) fn apply(mut self, text: &str) -> String {
        let crlf = text
            .split_once('\n')
            .is_some_and(|(line, _)| line.ends_with('\r'));
        self.0.sort_by_key(|(span, _)| (span.start, span.end));
        let mut changed = String::with_capacity(text.len());
        let mut done = 0;
        for (span, new) in self.0 {
            changed.push_str(text.get(done..span.start).unwrap_or_default());
            if crlf {
                changed.push_str(&new.replace('\n', "\r\n"));
            } else {
                changed.push_str(&new);
            }
            done = done.max(span.end);
        }
        changed.push_str(text.get(done..).unwrap_or_default());
        changed
    }
}
