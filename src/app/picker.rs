//! Choosing from a list by typing parts of a name.

use crate::app::editor::Editor;
use crate::notes::{Annotation, Silence};
use crate::text::{Span, fold_case};
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// What can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// Its name; what is matched.
    pub name: String,
    /// What it means.
    pub about: String,
    /// Something short at its right: keys, a count.
    pub right: String,
    /// Whether it is on.
    pub on: bool,
}

/// What choosing is for.
#[derive(Debug, Clone, PartialEq)]
pub enum Purpose {
    /// Tags of an annotation of the passage.
    Tag(Box<Annotation>, Span),
    /// The category of a flag on the passage.
    Flag(Box<Annotation>, Span),
    /// Who says the passage.
    Speaker(Box<Annotation>, Span),
    /// What to silence, by the place of the choice; and the words it is about, as a title.
    Silence(Vec<Silence>, String),
    /// A command.
    Command,
}

/// A list being chosen from.
#[derive(Debug, Clone)]
pub struct Picker {
    /// What for.
    pub purpose: Purpose,
    /// What has been typed.
    pub input: Editor,
    /// Everything that can be chosen.
    pub choices: Vec<Choice>,
    /// Indices of the choices that match, best first.
    pub shown: Vec<usize>,
    /// Which of those is under the cursor.
    pub at: usize,
    /// How many of the first choices digits choose, while nothing is typed.
    pub digits: usize,
}

impl Picker {
    /// A picker with everything shown, in the given order.
    pub fn new(purpose: Purpose, choices: Vec<Choice>, digits: usize) -> Self {
        Self {
            purpose,
            input: Editor::new("", true),
            shown: (0..choices.len()).collect(),
            choices,
            at: 0,
            digits: digits.min(9),
        }
    }

    /// The choice under the cursor.
    pub fn chosen(&self) -> Option<&Choice> {
        self.choices.get(*self.shown.get(self.at)?)
    }

    /// The name of a tag or speaker that is not in the list: what is typed, when one of these is chosen and none is called so.
    pub fn new_name(&self) -> Option<String> {
        let typed = self.input.text().trim().to_owned();
        let known = self.choices.iter().any(|choice| choice.name == typed);
        let is_free = matches!(self.purpose, Purpose::Tag(..) | Purpose::Speaker(..));
        (is_free && !typed.is_empty() && !known).then_some(typed)
    }

    /// Rows shown: matches, and one for the new name.
    pub fn len(&self) -> usize {
        self.shown.len() + usize::from(self.new_name().is_some())
    }

    /// Whether nothing can be chosen.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Moves the cursor, around the ends.
    pub fn step(&mut self, by: isize) {
        let len = self.len() as isize;
        if len > 0 {
            self.at = (self.at as isize + by).rem_euclid(len) as usize;
        }
    }

    /// Matches anew after typing.
    pub fn refresh(&mut self) {
        let typed = self.input.text();
        self.at = 0;
        self.shown = (0..self.choices.len()).collect();
        if typed.trim().is_empty() {
            return;
        }
        if matches!(self.purpose, Purpose::Speaker(..)) {
            self.shown.retain(|at| {
                let name = self.choices.get(*at).map_or("", |choice| &choice.name);
                begins_words(name, &typed)
            });
            return;
        }
        let mut matcher = Matcher::new(Config::DEFAULT);
        let pattern = Pattern::parse(typed.trim(), CaseMatching::Smart, Normalization::Smart);
        let mut buffer = Vec::new();
        let mut scored: Vec<(u32, usize)> = Vec::new();
        for (at, choice) in self.choices.iter().enumerate() {
            let by_name = pattern
                .score(Utf32Str::new(&choice.name, &mut buffer), &mut matcher)
                .map(|score| score + 1000);
            // Letters scattered over a sentence match almost anything: there, only the words as typed count.
            let about = choice
                .about
                .to_lowercase()
                .contains(&typed.trim().to_lowercase());
            let score = by_name.or(about.then_some(0));
            let exact = if choice.name.starts_with(typed.trim()) {
                500
            } else {
                0
            };
            scored.extend(score.map(|score| (score + exact, at)));
        }
        scored.sort_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
        self.shown = scored.into_iter().map(|(_, at)| at).collect();
    }
}

/// Whether each word that was typed begins a word of `name`. Of people no letters are left out: who types "Bo" must not get "nobody".
fn begins_words(name: &str, typed: &str) -> bool {
    let name = fold_case(name).text;
    let typed = fold_case(typed).text;
    typed.split_whitespace().all(|part| {
        name.split(|c: char| !c.is_alphanumeric())
            .any(|word| word.starts_with(part))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picker(names: &[&str]) -> Picker {
        let choices = names
            .iter()
            .map(|name| Choice {
                name: (*name).to_owned(),
                ..Choice::default()
            })
            .collect();
        Picker::new(Purpose::Tag(Box::default(), Span::default()), choices, 9)
    }

    #[test]
    fn matches_the_best_first_and_offers_a_new_name() {
        let mut picker = picker(&["framing", "fear", "source chain", "far away"]);
        picker.input.paste("fa");
        picker.refresh();
        assert_eq!(picker.chosen().unwrap().name, "far away");
        assert_eq!(picker.new_name(), Some("fa".to_owned()));
        picker.step(-1);
        assert_eq!(picker.chosen(), None);
        picker.input.paste("r away");
        picker.refresh();
        assert_eq!(picker.new_name(), None);
    }
}
