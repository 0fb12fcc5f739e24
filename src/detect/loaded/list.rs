//! A list of loaded words as a linguist writes it, one file per category.
//!
//! ```text
//! # A comment.
//! Flags: what the list points at      (also Why, Example, Misses: the four are required)
//!
//! [animal 6] why words of this section are flagged: a sentence without a final stop
//! tentacle(n) ; not: _ of {the ,an ,}{octopus,squid} ; instead: influence
//! ```
//!
//! `[animal 6]`: the rule is `dehumanising/animal`, and of ten such passages in a mix of news, comment and partisan pages a careful
//! annotator would mark six: our judgement of the word, before its surroundings are looked at (`crate::detect::loaded::model`
//! says what became of such judgements). A rule may have a section for each [`Rating`].
//!
//! An entry is its forms (see [`crate::detect::loaded::notation`]) and fields behind ` ; `:
//! `reason:` replaces the section's; `instead:` is a neutral way to say it; `also:` what its words are
//! besides ([`crate::detect::loaded::sense`]); `show: normal` has it shown at normal strictness whatever its score: a pattern that close
//! readers look for and few annotators mark; `not:` lists, with commas, where it is innocent,
//! `_` standing for the entry itself (`civil _`, `_ act`) and `~storm` for a word near it in the sentence.

use crate::detect::Category;
use crate::detect::loaded::entry::Section;
pub(super) use crate::detect::loaded::entry::{Entry, Rating};

/// One file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct List<'t> {
    /// Its entries, in order.
    pub(super) entries: Vec<Entry<'t>>,
    /// What is wrong with the file: line (from 1) and complaint.
    pub(super) problems: Vec<(usize, &'static str)>,
}

const HEADER: [&str; 4] = ["Flags", "Why", "Example", "Misses"];

/// Reads a list. Never fails: lines that cannot be understood are left out and reported.
pub(super) fn parse(category: Category, file: &str) -> List<'_> {
    let mut reading = Reading {
        list: List {
            entries: Vec::new(),
            problems: Vec::new(),
        },
        category,
        seen: Vec::new(),
        section: None,
    };
    for (line, text) in (1..).zip(file.lines()) {
        reading.line(line, text.trim());
    }
    if HEADER.iter().any(|wanted| !reading.seen.contains(wanted)) {
        reading.problem(1, "the header lacks Flags, Why, Example or Misses");
    }
    reading.list
}

struct Reading<'t> {
    list: List<'t>,
    category: Category,
    seen: Vec<&'t str>,
    section: Option<Section<'t>>,
}

impl<'t> Reading<'t> {
    fn line(&mut self, line: usize, text: &'t str) {
        if text.is_empty() || text.starts_with('#') {
        } else if text.starts_with('[') {
            self.open_section(line, text);
        } else if let Some(section) = self.section {
            let entry = Entry::read(self.category, text, section);
            self.list.entries.push(Entry { line, ..entry });
        } else {
            self.header(line, text);
        }
    }

    fn header(&mut self, line: usize, text: &'t str) {
        match text.split_once(": ") {
            Some((key, _)) if HEADER.contains(&key) => self.seen.push(key),
            _ => self.problem(line, "not a header line, and no section stands open"),
        }
    }

    fn open_section(&mut self, line: usize, text: &'t str) {
        match Section::read(text) {
            Some(section) => self.section = Some(section),
            None => self.problem(
                line,
                "a section is [rule rating] and a reason; a rating is 1 to 9",
            ),
        }
    }

    fn problem(&mut self, line: usize, what: &'static str) {
        self.list.problems.push((line, what));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "Flags: a\nWhy: b\nExample: c\nMisses: d\n";

    #[test]
    fn an_entry_has_fields() {
        let file = format!(
            "{HEAD}\n# note\n[sick 5] because\na b ; not: _ {{x,y}}, ~z ; instead: c ; reason: r\nd"
        );
        let list = parse(Category::Fear, &file);
        assert_eq!(list.problems, []);
        let [first, second] = list.entries.as_slice() else {
            panic!("two entries");
        };
        assert_eq!(first.innocent().collect::<Vec<_>>(), ["_ {x,y}", "~z"]);
        assert_eq!((first.alternative(), first.reason()), (Some("c"), "r"));
        assert_eq!(
            (second.forms, second.reason(), second.rating),
            ("d", "because", 5)
        );
    }

    #[test]
    fn complaints_name_the_line() {
        for (body, line) in [
            ("word before any section", 5),
            ("[bold] why\n", 5),
            ("[bold 0] why\n", 5),
        ] {
            let file = format!("{HEAD}{body}");
            let lines = parse(Category::Fear, &file).problems;
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
            let file = format!("{HEAD}[sick 5] why\n{entry}");
            let list = parse(Category::Fear, &file);
            assert!(
                list.entries.iter().all(|read| read.is_clear() == is_clear),
                "{entry}"
            );
        }
    }
}
