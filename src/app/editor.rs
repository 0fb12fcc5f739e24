//! Typing: a line or a page of text.

use crate::app::key::{Code, Key};
use crate::text::{graphemes, is_unsafe, visible};
use ratatui_textarea::{CursorMove, Input, Key as Stroke, TextArea, WrapMode};

/// A text being typed.
///
/// ratatui-textarea does the editing (undo with `^u`, words, lines). It counts in scalar values; deleting and moving
/// by one go by whole grapheme clusters here, so that no half of an emoji is left.
#[derive(Debug, Clone)]
pub struct Editor {
    area: TextArea<'static>,
    one_line: bool,
}

impl Editor {
    /// An editor holding `text`, with the cursor at its end.
    pub fn new(text: &str, one_line: bool) -> Self {
        let lines = clean(text, one_line)
            .split('\n')
            .map(str::to_owned)
            .collect();
        let mut area = TextArea::new(lines);
        area.set_wrap_mode(if one_line {
            WrapMode::None
        } else {
            WrapMode::WordOrGlyph
        });
        area.set_max_histories(10_000);
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area, one_line }
    }

    /// What has been typed.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Whether nothing has been typed.
    pub fn is_empty(&self) -> bool {
        self.area.is_empty()
    }

    /// The widget, for where its cursor is.
    pub fn area(&self) -> &TextArea<'static> {
        &self.area
    }

    /// The widget, for drawing. What a terminal would act on is a symbol in it: the widget would leave it out.
    pub fn shown(&self) -> TextArea<'static> {
        let lines = self.area.lines();
        if !lines.iter().any(|line| line.contains(is_unsafe)) {
            return self.area.clone();
        }
        let lines = lines.iter().map(|line| visible(line).into_owned());
        let mut shown = TextArea::new(lines.collect());
        shown.set_wrap_mode(self.area.wrap_mode());
        let cursor = self.area.cursor();
        let (row, column) = (cursor.0, cursor.1);
        shown.move_cursor(CursorMove::Jump(row as u16, column as u16));
        shown
    }

    /// Puts in a pasted text. Line ends become LF; in one line, spaces.
    pub fn paste(&mut self, text: &str) {
        self.area.insert_str(clean(text, self.one_line));
    }

    /// Types a key. Keys that type nothing do nothing.
    pub fn press(&mut self, key: Key) {
        match (key.code, key.ctrl || key.alt) {
            (Code::Backspace, false) => {
                for _ in 0..self.cluster_before() {
                    self.area.delete_char();
                }
            }
            (Code::Delete, false) => {
                for _ in 0..self.cluster_after() {
                    self.area.delete_next_char();
                }
            }
            (Code::Left, false) => self.walk(CursorMove::Back, self.cluster_before()),
            (Code::Right, false) => self.walk(CursorMove::Forward, self.cluster_after()),
            (Code::Enter, _) if !self.one_line => self.area.insert_newline(),
            (Code::Char('j'), true) if key.ctrl && !self.one_line => self.area.insert_newline(),
            (Code::Tab | Code::Enter, _) => {}
            _ => {
                self.area.input(stroke(key));
            }
        }
    }

    fn walk(&mut self, to: CursorMove, times: usize) {
        for _ in 0..times {
            self.area.move_cursor(to);
        }
    }

    /// Scalar values of the cluster before the cursor; 1 at the start of a line.
    fn cluster_before(&self) -> usize {
        let (line, at) = self.line();
        let mut before = 0;
        for (_, cluster) in graphemes(&line) {
            let size = cluster.chars().count();
            if before + size >= at {
                return (at - before).max(1);
            }
            before += size;
        }
        1
    }

    /// Scalar values of the cluster after the cursor; 1 at the end of a line.
    fn cluster_after(&self) -> usize {
        let (line, at) = self.line();
        let rest: String = line.chars().skip(at).collect();
        graphemes(&rest)
            .next()
            .map_or(1, |(_, cluster)| cluster.chars().count())
    }

    fn line(&self) -> (String, usize) {
        let cursor = self.area.cursor();
        let line = self.area.lines().get(cursor.0).cloned().unwrap_or_default();
        (line, cursor.1)
    }
}

/// LF line ends; characters that a terminal would act on stay, and are shown as symbols.
fn clean(text: &str, one_line: bool) -> String {
    let text = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}', '\u{85}'], "\n");
    if one_line {
        text.replace('\n', " ")
    } else {
        text
    }
}

fn stroke(key: Key) -> Input {
    let code = match key.code {
        Code::Char(c) => Stroke::Char(c),
        Code::Enter => Stroke::Enter,
        Code::Esc | Code::Tab => Stroke::Null,
        Code::Backspace => Stroke::Backspace,
        Code::Delete => Stroke::Delete,
        Code::Up => Stroke::Up,
        Code::Down => Stroke::Down,
        Code::Left => Stroke::Left,
        Code::Right => Stroke::Right,
        Code::Home => Stroke::Home,
        Code::End => Stroke::End,
        Code::PageUp => Stroke::PageUp,
        Code::PageDown => Stroke::PageDown,
        Code::F(n) => Stroke::F(n),
    };
    Input {
        key: code,
        ctrl: key.ctrl,
        alt: key.alt,
        shift: key.shift,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(start: &str, keys: &str) -> String {
        let mut editor = Editor::new(start, false);
        for key in Key::sequence(keys).unwrap() {
            editor.press(key);
        }
        editor.text()
    }

    #[test]
    fn table() {
        for (start, keys, expected) in [
            ("", "hé!", "hé!"),
            ("ab", "<enter>c", "ab\nc"),
            ("ab", "^jc", "ab\nc"),
            ("a👩‍🔬", "<backspace>", "a"),
            ("ae\u{301}", "<backspace>", "a"),
            ("a👩‍🔬b", "<left><left>x", "ax👩‍🔬b"),
            ("👩‍🔬b", "<home><del>", "b"),
            ("a\nb", "<home><backspace>", "ab"),
            ("one two", "^w", "one "),
        ] {
            assert_eq!(typed(start, keys), expected, "{start:?} {keys}");
        }
    }

    #[test]
    fn a_line_stays_a_line() {
        let mut editor = Editor::new("a\nb", true);
        editor.paste("c\r\nd");
        editor.press(Key::plain(Code::Enter));
        assert_eq!(editor.text(), "a bc d");
    }
}
