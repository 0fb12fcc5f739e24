//! A list of loaded words as a linguist writes it, one file per category.
//!
//! ```text
//! # A comment.
//! Flags: what the list points at      (also Why, Example, Misses: the four are required)
//! Scores: strong 0.6, plain 0.4, faint 0.2
//!
//! [strong] why words of this section are flagged: a sentence without a final stop
//! tentacle(n) ; not: _ of {the ,an ,}{octopus,squid} ; instead: influence
//! ```
//!
//! An entry is its forms (see [`crate::detect::loaded::notation`]) and fields behind ` ; `:
//! `reason:` replaces the section's; `instead:` is a neutral way to say it; `not:` lists, with commas, where it is innocent,
//! `_` standing for the entry itself (`civil _`, `_ act`) and `~storm` for a word near it in the sentence.

use crate::detect::Category;

/// One file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct List {
    /// Its entries, in order.
    pub(super) entries: Vec<Entry>,
    /// What is wrong with the file: line (from 1) and complaint.
    pub(super) problems: Vec<(usize, &'static str)>,
}

/// One line of a list.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    /// The list's category.
    pub(super) category: Category,
    /// The forms as written.
    pub(super) forms: &'static str,
    /// The share of such findings that a careful reader would keep.
    pub(super) score: f32,
    /// Why every entry of its section is flagged.
    section: &'static str,
    /// What stands behind the forms: read when somebody asks, which for most entries nobody ever does.
    fields: &'static str,
    /// Its line in the file, from 1.
    pub(super) line: usize,
}

/// A field of an entry.
#[derive(Debug, Clone, Copy)]
enum Field {
    Reason(&'static str),
    Instead(&'static str),
    Not(&'static str),
}

impl Entry {
    /// Why, for the reader.
    pub(super) fn reason(&self) -> &'static str {
        let own = self.fields().flatten().filter_map(|field| match field {
            Field::Reason(reason) => Some(reason),
            _ => None,
        });
        own.last().unwrap_or(self.section)
    }

    /// A neutral way to say it.
    pub(super) fn alternative(&self) -> Option<&'static str> {
        let own = self.fields().flatten().filter_map(|field| match field {
            Field::Instead(words) => Some(words),
            _ => None,
        });
        own.last()
    }

    /// Where it is innocent, as written.
    pub(super) fn innocent(&self) -> impl Iterator<Item = &'static str> + use<> {
        let own = self.fields().flatten().filter_map(|field| match field {
            Field::Not(contexts) => Some(contexts),
            _ => None,
        });
        own.flat_map(contexts_of)
    }

    /// Whether each of its fields can be understood.
    #[cfg(test)]
    pub(super) fn is_clear(&self) -> bool {
        self.fields().all(|field| field.is_some())
    }

    /// Its fields; nothing in place of one that cannot be understood.
    fn fields(&self) -> impl Iterator<Item = Option<Field>> + use<> {
        let any = !self.fields.is_empty();
        let written = any.then(|| self.fields.split(" ; ")).into_iter().flatten();
        written.map(|field| match field.trim().split_once(": ")? {
            ("reason", reason) => Some(Field::Reason(reason.trim())),
            ("instead", words) => Some(Field::Instead(words.trim())),
            ("not", contexts) => Some(Field::Not(contexts)),
            _ => None,
        })
    }
}

const HEADER: [&str; 4] = ["Flags", "Why", "Example", "Misses"];
const STRENGTHS: [&str; 3] = ["strong", "plain", "faint"];

/// Reads a list. Never fails: lines that cannot be understood are left out and reported.
pub(super) fn parse(category: Category, file: &'static str) -> List {
    let mut reading = Reading {
        list: List {
            entries: Vec::new(),
            problems: Vec::new(),
        },
        category,
        scores: [None; 3],
        seen: Vec::new(),
        section: None,
    };
    for (line, text) in file.lines().enumerate() {
        reading.line(line + 1, text.trim());
    }
    if HEADER.iter().any(|wanted| !reading.seen.contains(wanted)) {
        reading.problem(1, "the header lacks Flags, Why, Example or Misses");
    }
    reading.list
}

struct Reading {
    list: List,
    category: Category,
    scores: [Option<f32>; 3],
    seen: Vec<&'static str>,
    section: Option<(f32, &'static str)>,
}

impl Reading {
    fn line(&mut self, line: usize, text: &'static str) {
        if text.is_empty() || text.starts_with('#') {
        } else if let Some(section) = text.strip_prefix('[') {
            self.open_section(line, section);
        } else if let Some((score, reason)) = self.section {
            self.entry(line, text, score, reason);
        } else {
            self.header(line, text);
        }
    }

    fn header(&mut self, line: usize, text: &'static str) {
        match text.split_once(": ") {
            Some(("Scores", scores)) => self.read_scores(line, scores),
            Some((key, _)) if HEADER.contains(&key) => self.seen.push(key),
            _ => self.problem(line, "not a header line, and no section stands open"),
        }
    }

    fn read_scores(&mut self, line: usize, text: &str) {
        for one in text.split(", ") {
            let pair = one.split_once(' ');
            let place = pair.and_then(|(name, _)| STRENGTHS.iter().position(|s| *s == name));
            let score = pair.and_then(|(_, score)| score.parse::<f32>().ok());
            match place.and_then(|place| self.scores.get_mut(place)) {
                Some(slot) if score.is_some_and(|s| (0.0..=1.0).contains(&s)) => *slot = score,
                _ => self.problem(line, "a score is a strength and a number from 0 to 1"),
            }
        }
    }

    fn open_section(&mut self, line: usize, text: &'static str) {
        let parts = text.split_once("] ");
        let place = parts.and_then(|(name, _)| STRENGTHS.iter().position(|s| *s == name));
        let score = place.and_then(|place| self.scores.get(place).copied().flatten());
        match (score, parts) {
            (Some(score), Some((_, reason))) => self.section = Some((score, reason.trim())),
            _ => self.problem(
                line,
                "a section is [strength] and a reason; its score is in Scores",
            ),
        }
    }

    fn entry(&mut self, line: usize, text: &'static str, score: f32, section: &'static str) {
        let (forms, fields) = text.split_once(';').unwrap_or((text, ""));
        self.list.entries.push(Entry {
            category: self.category,
            forms: forms.trim_ascii_end(),
            score,
            section,
            fields,
            line,
        });
    }

    fn problem(&mut self, line: usize, what: &'static str) {
        self.list.problems.push((line, what));
    }
}

/// Parts at the commas outside braces.
fn contexts_of(contexts: &'static str) -> impl Iterator<Item = &'static str> {
    let mut depth = 0_usize;
    let parts = contexts.split(move |c| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ',' && depth == 0
    });
    parts.map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "Flags: a\nWhy: b\nExample: c\nMisses: d\nScores: strong 0.5\n";

    #[test]
    fn an_entry_has_fields() {
        let file: &'static str = format!(
            "{HEAD}\n# note\n[strong] because\na b ; not: _ {{x,y}}, ~z ; instead: c ; reason: r\nd"
        )
        .leak();
        let list = parse(Category::Fear, file);
        assert_eq!(list.problems, []);
        let [first, second] = list.entries.as_slice() else {
            panic!("two entries");
        };
        assert_eq!(first.innocent().collect::<Vec<_>>(), ["_ {x,y}", "~z"]);
        assert_eq!((first.alternative(), first.reason()), (Some("c"), "r"));
        assert_eq!(
            (second.forms, second.reason(), second.score),
            ("d", "because", 0.5)
        );
    }

    #[test]
    fn complaints_name_the_line() {
        for (body, line) in [
            ("word before any section", 6),
            ("[bold] why\n", 6),
            ("[plain] has no score\n", 6),
        ] {
            let file: &'static str = format!("{HEAD}{body}").leak();
            let lines: Vec<_> = parse(Category::Fear, file).problems;
            assert_eq!(lines.first().map(|problem| problem.0), Some(line), "{body}");
        }
        assert_eq!(parse(Category::Fear, "Flags: a").problems.len(), 1);
    }

    #[test]
    fn fields_have_names() {
        for (entry, is_clear) in [
            ("word", true),
            ("word ; not: _ act", true),
            ("word ; colour: red", false),
            ("word ; not: _ act ; red", false),
        ] {
            let file: &'static str = format!("{HEAD}[strong] why\n{entry}").leak();
            let list = parse(Category::Fear, file);
            assert!(
                list.entries.iter().all(|read| read.is_clear() == is_clear),
                "{entry}"
            );
        }
    }
}
