//! How a text is written so that every YAML reader, 1.1 or 1.2, reads that text.

use crate::text::is_unsafe;
use std::fmt::Write;

/// A field's value, with how it is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// A text on the key's line.
    Line(String),
    /// A literal block: its header and its lines.
    Block(&'static str, Vec<String>),
    /// A list of texts; `[a, b]` unless the file has it in lines.
    List(Vec<String>),
}

impl Value {
    /// A text of several lines: a literal block when every reader reads that the same.
    pub(super) fn lines(text: &str) -> Self {
        match block(text) {
            Some((header, lines)) => Self::Block(header, lines),
            None => Self::Line(text.to_owned()),
        }
    }

    /// What stands on the key's line.
    pub(super) fn head(&self) -> String {
        match self {
            Self::Line(text) => scalar(text),
            Self::Block(header, _) => (*header).to_owned(),
            Self::List(_) => self.flow(),
        }
    }

    /// The lines below it, `indent` columns in; empty lines stay empty.
    pub(super) fn body(&self, indent: usize) -> String {
        let Self::Block(_, lines) = self else {
            return String::new();
        };
        let mut text = String::new();
        for line in lines {
            if !line.is_empty() {
                text.extend(std::iter::repeat_n(' ', indent));
                text.push_str(line);
            }
            text.push('\n');
        }
        text
    }

    /// The value on one line, fit for the inside of `{}` too.
    pub(super) fn flow(&self) -> String {
        match self {
            Self::Line(text) => flow_scalar(text),
            Self::Block(header, lines) => {
                let end = if *header == "|" { "\n" } else { "" };
                double_quoted(&(lines.join("\n") + end))
            }
            Self::List(items) => {
                let items: Vec<_> = items.iter().map(|item| flow_scalar(item)).collect();
                format!("[{}]", items.join(", "))
            }
        }
    }
}

/// One scalar on one line: plain when no reader takes it for anything else, `'…'` when printable, else `"…"`.
pub(super) fn scalar(text: &str) -> String {
    quoted_unless(is_plain(text), text)
}

/// The same inside `[]` or `{}`, where more characters have a meaning.
fn flow_scalar(text: &str) -> String {
    quoted_unless(
        is_plain(text) && !text.contains([',', '[', ']', '{', '}', ':', '?']),
        text,
    )
}

fn quoted_unless(plain: bool, text: &str) -> String {
    if plain {
        text.to_owned()
    } else if text.chars().all(is_printable) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        double_quoted(text)
    }
}

/// Words that some reader takes for a truth value, nothing, or a number.
const RESERVED: &[&str] = &[
    "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nil", "none", "nan", "inf",
    "infinity",
];

/// Whether it may stand without quotes: starts with a letter (so it is no number, date, `~`, `=`, `<<` or
/// indicator), has no reserved meaning, no comment and no key in it.
fn is_plain(text: &str) -> bool {
    let letter = |c: char| c.is_alphabetic() || "“‘«¿¡¶§…—".contains(c);
    text.starts_with(letter)
        && text.trim_end() == text
        && !text.ends_with(':')
        && !text.contains(": ")
        && !text.contains(" #")
        && text.chars().all(is_printable)
        && !RESERVED.contains(&text.to_lowercase().as_str())
}

/// Whether readers and diffs may get the character as it is. Beyond what is unsafe on a terminal, YAML
/// forbids two code points and trims or breaks at odd spaces.
fn is_printable(c: char) -> bool {
    !is_unsafe(c) && !matches!(c, '\u{fffe}' | '\u{ffff}')
}

fn double_quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            c if is_printable(c) => quoted.push(c),
            c => {
                let _ = match u32::from(c) {
                    code @ ..=0xff => write!(quoted, "\\x{code:02x}"),
                    code @ ..=0xffff => write!(quoted, "\\u{code:04x}"),
                    code => write!(quoted, "\\U{code:08x}"),
                };
            }
        }
    }
    quoted.push('"');
    quoted
}

/// The literal block of `text`: header and lines. None when some reader would read it otherwise: nothing but
/// blanks, a first line that is indented, lines of blanks only, tabs at a line's start, several line breaks at
/// the end, unprintable characters.
fn block(text: &str) -> Option<(&'static str, Vec<String>)> {
    let (header, body) = match text.strip_suffix('\n') {
        Some(body) => ("|", body),
        None => ("|-", text),
    };
    let fits = !body.is_empty()
        && !body.starts_with([' ', '\n'])
        && !body.ends_with('\n')
        && body.split('\n').all(|line| {
            line.is_empty()
                || !line.trim().is_empty()
                    && !line.starts_with('\t')
                    && line.chars().all(|c| c == '\t' || is_printable(c))
        });
    fits.then(|| (header, body.split('\n').map(str::to_owned).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn quoting() {
        for (text, written) in [
            ("get its tentacles into", "get its tentacles into"),
            ("it's", "it's"),
            ("“Stop,” he said", "“Stop,” he said"),
            ("fear", "fear"),
            ("no", "'no'"),
            ("On", "'On'"),
            ("YES", "'YES'"),
            ("y", "'y'"),
            ("null", "'null'"),
            ("~", "'~'"),
            ("", "''"),
            ("12:30", "'12:30'"),
            ("17:26", "'17:26'"),
            ("1_000", "'1_000'"),
            ("0x1f", "'0x1f'"),
            ("007", "'007'"),
            ("2026-11-22", "'2026-11-22'"),
            ("2026-11-22T17:03:05Z", "'2026-11-22T17:03:05Z'"),
            ("1e3", "'1e3'"),
            (".inf", "'.inf'"),
            ("=", "'='"),
            ("<<", "'<<'"),
            ("- a", "'- a'"),
            ("---", "'---'"),
            ("a: b", "'a: b'"),
            ("a:", "'a:'"),
            ("a #b", "'a #b'"),
            ("#b", "'#b'"),
            ("*a", "'*a'"),
            ("&a", "'&a'"),
            ("!a", "'!a'"),
            ("'a", "'''a'"),
            ("ends ", "'ends '"),
            (" starts", "' starts'"),
            ("tab\tin", "\"tab\\tin\""),
            ("two\nlines", "\"two\\nlines\""),
            ("esc\u{1b}[m", "\"esc\\x1b[m\""),
            ("ls\u{2028}\"\\", "\"ls\\u2028\\\"\\\\\""),
            ("tag\u{e0041}", "\"tag\\U000e0041\""),
            ("a,b", "a,b"),
        ] {
            assert_eq!(scalar(text), written);
        }
        assert_eq!(flow_scalar("a,b"), "'a,b'");
        assert_eq!(flow_scalar("a b"), "a b");
    }

    #[test]
    fn blocks() {
        for (text, header) in [
            ("one", Some("|-")),
            ("one\n\n  two \n# three\n--- : x", Some("|-")),
            ("one\n", Some("|")),
            ("one\n\n", None),
            ("\none", None),
            (" one", None),
            ("one\n  \ntwo", None),
            ("one\n\ttwo", None),
            ("one\ttwo", Some("|-")),
            ("one\rtwo", None),
            ("", None),
        ] {
            assert_eq!(block(text).map(|(header, _)| header), header, "{text:?}");
        }
    }

    #[derive(serde::Deserialize)]
    struct Row {
        b: String,
        c: Vec<String>,
    }

    proptest! {
        #[test]
        fn both_readers_read_what_was_written(text in crate::store::yaml::any_text()) {
            for written in [scalar(&text), flow_scalar(&text), Value::lines(&text).flow()] {
                let document = format!("- b: {written}\n  c: [{}, x]\n", flow_scalar(&text));
                let first: Vec<Row> = serde_yaml::from_str(&document).unwrap();
                let second: Vec<Row> = serde_saphyr::from_str(&document).unwrap();
                for rows in [first, second] {
                    prop_assert_eq!(&rows[0].b, &text);
                    prop_assert_eq!(&rows[0].c[0], &text);
                }
            }
        }
    }
}
