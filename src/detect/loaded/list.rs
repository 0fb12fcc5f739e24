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
//! annotator would mark six: our judgement of the word, before its surroundings are looked at (`crate::detect::loaded::scale`
//! says what became of such judgements). A rule may have a section for each [`Rating`].
//!
//! An entry is its forms (see [`crate::detect::loaded::notation`]) and fields behind ` ; `:
//! `reason:` replaces the section's; `instead:` is a neutral way to say it; `also:` a [`Sense`] that it
//! has besides; `not:` lists, with commas, where it is innocent,
//! `_` standing for the entry itself (`civil _`, `_ act`) and `~storm` for a word near it in the sentence.

use crate::detect::loaded::sense::Sense;
use crate::detect::{Category, OwnWord};

/// How many in ten such passages a careful annotator would mark, in our judgement: 1 to 9.
pub(super) type Rating = u8;

/// The rule of words that a project flags by itself.
pub(super) const OWN: &str = "own words";
const OWN_REASON: &str = "this project's own list flags it";

/// One file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct List<'t> {
    /// Its entries, in order.
    pub(super) entries: Vec<Entry<'t>>,
    /// What is wrong with the file: line (from 1) and complaint.
    pub(super) problems: Vec<(usize, &'static str)>,
}

/// One line of a list.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry<'t> {
    /// The list's category.
    pub(super) category: Category,
    /// The forms as written.
    pub(super) forms: &'t str,
    /// The rule of its section, without the category: `animal`.
    pub(super) rule: &'t str,
    /// How many in ten are loaded, in our judgement.
    pub(super) rating: Rating,
    /// Why every entry of its section is flagged.
    section: &'t str,
    /// A neutral way to say it that stands outside a list.
    instead: Option<&'t str>,
    /// What stands behind the forms: read when somebody asks, which for most entries nobody ever does.
    fields: &'t str,
    /// Its line in the file, from 1.
    pub(super) line: usize,
}

/// A field of an entry.
#[derive(Debug, Clone, Copy)]
enum Field<'t> {
    Reason(&'t str),
    Instead(&'t str),
    Not(&'t str),
    Also(Sense),
}

impl<'t> Entry<'t> {
    /// Words that a project flags by itself.
    pub(super) fn of_own(word: &'t OwnWord) -> Self {
        Self {
            category: word.category,
            forms: &word.forms,
            rule: OWN,
            rating: 9,
            section: word.reason.as_deref().unwrap_or(OWN_REASON),
            instead: word.instead.as_deref(),
            fields: "",
            line: 0,
        }
    }

    /// Why, for the reader.
    pub(super) fn reason(&self) -> &'t str {
        let own = self.fields().flatten().filter_map(|field| match field {
            Field::Reason(reason) => Some(reason),
            _ => None,
        });
        own.last().unwrap_or(self.section)
    }

    /// A neutral way to say it.
    pub(super) fn alternative(&self) -> Option<&'t str> {
        let own = self.fields().flatten().filter_map(|field| match field {
            Field::Instead(words) => Some(words),
            _ => None,
        });
        self.instead.or(own.last())
    }

    /// What else its words are.
    pub(super) fn sense(&self) -> Sense {
        let own = self.fields().flatten().filter_map(|field| match field {
            Field::Also(sense) => Some(sense),
            _ => None,
        });
        own.last().unwrap_or_default()
    }

    /// Where it is innocent, as written.
    pub(super) fn innocent(&self) -> impl Iterator<Item = &'t str> + use<'t> {
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
    fn fields(&self) -> impl Iterator<Item = Option<Field<'t>>> + use<'t> {
        let any = !self.fields.is_empty();
        let written = any.then(|| self.fields.split(" ; ")).into_iter().flatten();
        written.map(|field| match field.trim().split_once(": ")? {
            ("reason", reason) => Some(Field::Reason(reason.trim())),
            ("instead", words) => Some(Field::Instead(words.trim())),
            ("not", contexts) => Some(Field::Not(contexts)),
            ("also", sense) => Some(Field::Also(Sense::parse(sense.trim())?)),
            _ => None,
        })
    }
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
    for (line, text) in file.lines().enumerate() {
        reading.line(line + 1, text.trim());
    }
    if HEADER.iter().any(|wanted| !reading.seen.contains(wanted)) {
        reading.problem(1, "the header lacks Flags, Why, Example or Misses");
    }
    reading.list
}

/// What the entries of a section have in common.
#[derive(Debug, Clone, Copy)]
struct Section<'t> {
    rule: &'t str,
    rating: Rating,
    reason: &'t str,
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
        } else if let Some(section) = text.strip_prefix('[') {
            self.open_section(line, section);
        } else if let Some(section) = self.section {
            self.entry(line, text, section);
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
        let section = text.split_once("] ").and_then(|(name, reason)| {
            let (rule, rating) = name.split_once(' ')?;
            let rating = rating
                .parse()
                .ok()
                .filter(|rating| (1..=9).contains(rating))?;
            Some(Section {
                rule,
                rating,
                reason: reason.trim(),
            })
        });
        match section {
            Some(section) => self.section = Some(section),
            None => self.problem(
                line,
                "a section is [rule rating] and a reason; a rating is 1 to 9",
            ),
        }
    }

    fn entry(&mut self, line: usize, text: &'t str, section: Section<'t>) {
        let (forms, fields) = text.split_once(';').unwrap_or((text, ""));
        self.list.entries.push(Entry {
            category: self.category,
            forms: forms.trim_ascii_end(),
            rule: section.rule,
            rating: section.rating,
            section: section.reason,
            instead: None,
            fields,
            line,
        });
    }

    fn problem(&mut self, line: usize, what: &'static str) {
        self.list.problems.push((line, what));
    }
}

/// Parts at the commas outside braces.
fn contexts_of(contexts: &str) -> impl Iterator<Item = &str> {
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
