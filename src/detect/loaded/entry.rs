//! One line of a list.

use crate::detect::loaded::sense::Sense;
use crate::detect::loaded::split;
use crate::detect::{Category, Strictness};

/// How many in ten such passages a careful annotator would mark, in our judgement: 1 to 9.
pub(super) type Rating = u8;

/// What the entries of a section have in common.
#[derive(Debug, Clone, Copy)]
pub(super) struct Section<'t> {
    /// The rule, without the category.
    pub(super) rule: &'t str,
    /// How many in ten are loaded, in our judgement.
    pub(super) rating: Rating,
    /// Why they are flagged.
    pub(super) reason: &'t str,
}

impl<'t> Section<'t> {
    /// What its line `[rule rating] reason` says.
    pub(super) fn read(text: &'t str) -> Option<Self> {
        let (name, reason) = text.strip_prefix('[')?.split_once("] ")?;
        let (rule, rating) = name.split_once(' ')?;
        let rating = rating.parse().ok();
        Some(Self {
            rule,
            rating: rating.filter(|rating| (1..=9).contains(rating))?,
            reason: reason.trim(),
        })
    }
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
    pub(super) section: &'t str,
    /// Why it is flagged.
    pub(super) reason: &'t str,
    /// The level that shows it whatever its score.
    pub(super) shown: Strictness,
    /// What else its words are.
    pub(super) sense: Sense,
    /// A neutral way to say it.
    pub(super) instead: Option<&'t str>,
    /// What stands behind the forms, as written.
    pub(super) fields: &'t str,
    /// Its line in the file, from 1; 0 where nobody counted.
    pub(super) line: usize,
}

/// A field of an entry.
#[derive(Debug, Clone, Copy)]
enum Field<'t> {
    Reason(&'t str),
    Instead(&'t str),
    Not(&'t str),
    Also(Sense),
    Show(Strictness),
}

impl<'t> Entry<'t> {
    /// What the line `text` of the list of `category` says, in that section.
    pub(super) fn read(category: Category, text: &'t str, section: Section<'t>) -> Self {
        let (forms, fields) = split::once(text, b';').unwrap_or((text, ""));
        Self::new(category, forms.trim_ascii_end(), fields, section)
    }

    /// With these forms and fields, as they are written.
    pub(super) fn new(
        category: Category,
        forms: &'t str,
        fields: &'t str,
        section: Section<'t>,
    ) -> Self {
        let mut entry = Self {
            category,
            forms,
            rule: section.rule,
            rating: section.rating,
            section: section.reason,
            reason: section.reason,
            shown: Strictness::All,
            sense: Sense::default(),
            instead: None,
            fields,
            line: 0,
        };
        for field in entry.fields().flatten() {
            match field {
                Field::Reason(reason) => entry.reason = reason,
                Field::Instead(words) => entry.instead = Some(words),
                Field::Also(sense) => entry.sense = sense,
                Field::Show(level) => entry.shown = level,
                Field::Not(_) => {}
            }
        }
        entry
    }

    /// Why, for the reader.
    pub(super) fn reason(&self) -> &'t str {
        self.reason
    }

    /// A neutral way to say it.
    pub(super) fn alternative(&self) -> Option<&'t str> {
        self.instead
    }

    /// What else its words are.
    pub(super) fn sense(&self) -> Sense {
        self.sense
    }

    /// The level that shows it whatever its score.
    pub(super) fn shown(&self) -> Strictness {
        self.shown
    }

    /// Its fields without those that say where it is innocent, as written.
    pub(super) fn said(&self) -> String {
        let written = self.written();
        let said = written.filter(|field| !field.starts_with("not: "));
        said.collect::<Vec<&str>>().join(" ; ")
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
        self.written().map(|field| match key(field)? {
            ("reason", reason) => Some(Field::Reason(reason.trim())),
            ("instead", words) => Some(Field::Instead(words.trim())),
            ("not", contexts) => Some(Field::Not(contexts)),
            ("also", sense) => Some(Field::Also(Sense::parse(sense.trim())?)),
            ("show", level) => Some(Field::Show(Strictness::parse(level.trim())?)),
            _ => None,
        })
    }

    fn written(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        let any = !self.fields.is_empty();
        let fields = any
            .then(|| split::fields(self.fields))
            .into_iter()
            .flatten();
        fields.map(str::trim)
    }
}

/// The parts of `key: words`.
fn key(field: &str) -> Option<(&str, &str)> {
    let (key, words) = split::once(field, b':')?;
    Some((key, words.strip_prefix(' ')?))
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
