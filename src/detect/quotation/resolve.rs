//! Who a speaker is: names without titles, surnames made full, "he" and "the expert" traced back.

use crate::article::Article;
use crate::detect::quotation::class::Class;
use crate::detect::quotation::german;
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::person::{Mention, mentions, name, words};
use crate::detect::quotation::token::{Kind, Token, tokens};
use crate::detect::quotation::who::Who;
use crate::text::Span;
use memchr::memmem;
use std::cell::OnceCell;
use std::ops::Range;

/// How far a full name is looked for before its surname, in bytes.
const NAME_REACH: usize = 20 * 1024;

/// How far the person behind "he" or "the expert" is looked for, in paragraphs and in bytes.
const PERSON_REACH: (usize, usize) = (6, 6 * 1024);

/// Roles that any person can be called by.
const ANYBODY: &[&str] = &[
    "expert",
    "analyst",
    "scientist",
    "scholar",
    "politician",
    "official",
    "author",
    "writer",
    "journalist",
    "specialist",
    "observer",
    "commentator",
    "researcher",
    "interviewee",
];

/// A surname that stands this often in the reach is looked at no further.
const LOOKS: usize = 32;

/// A paragraph that credits more names than this is no news prose: further names stand for themselves.
const NAMES: usize = 64;

/// Finds out whom the speakers of one paragraph mean.
///
/// Looks back, never ahead. Misses: a surname that two people of the article share is the first one's; a pronoun is
/// the first person named in the nearest sentence that names one.
#[derive(Debug)]
pub(super) struct Resolver<'a> {
    article: &'a Article,
    passage: &'a Passage<'a>,
    people: OnceCell<Vec<Mention>>,
    /// Words asked for so far and who they mean; for pronouns and roles, looked up before the paragraph.
    known: Vec<(&'a str, Option<String>)>,
}

impl<'a> Resolver<'a> {
    /// For the speakers in `passage`, a paragraph of `article`.
    pub(super) fn new(article: &'a Article, passage: &'a Passage<'a>) -> Self {
        Self {
            article,
            passage,
            people: OnceCell::new(),
            known: Vec::new(),
        }
    }

    /// Who the words at `speaker` mean. `before` is the speaker credited last, for "the expert" and for a pronoun
    /// before which nobody is named.
    pub(super) fn resolve(
        &mut self,
        speaker: Span,
        before: impl FnOnce() -> Option<Span>,
    ) -> Option<String> {
        let text = self.passage.text;
        let tokens = tokens(text, speaker);
        if let Some(name) = self.name(&tokens) {
            return Some(self.fullest(tokens.get(name)?));
        }
        if self.passage.german {
            return self.german(speaker, &tokens, before);
        }
        let (first, last) = (tokens.first()?, tokens.last()?);
        if tokens.len() == 1 && first.is(Class::PERSON) {
            return self
                .person(speaker, Who::Pronoun(first.span.of(text)))
                .or_else(|| self.named(before()?));
        }
        let definite = ["the", "this", "that"]
            .iter()
            .any(|word| first.span.of(text).eq_ignore_ascii_case(word));
        if !definite || tokens.len() > 3 || !last.is(Class::ROLE.and(Class::TITLE)) {
            return None;
        }
        let role = last.span.of(text);
        if let Some(person) = self.person(speaker, Who::Role(role)) {
            return Some(person);
        }
        let anybody = ANYBODY.iter().any(|word| word.eq_ignore_ascii_case(role));
        let last = before()
            .filter(|_| anybody)
            .and_then(|before| self.named(before));
        last.or_else(|| self.person(speaker, Who::Anybody).filter(|_| anybody))
    }

    /// Who “er” and “sie” mean: the speaker credited before, when their verb is one person's.
    fn german(
        &mut self,
        speaker: Span,
        tokens: &[Token],
        before: impl FnOnce() -> Option<Span>,
    ) -> Option<String> {
        let word = speaker.of(self.passage.text);
        let one = ["er", "sie"]
            .iter()
            .any(|one| one.eq_ignore_ascii_case(word));
        let at = self.passage.tokens_at(speaker);
        let many = [at.start.wrapping_sub(1), at.end].iter().any(|&at| {
            let verb = self.passage.token(at);
            verb.kind == Kind::Lower && self.passage.word(at).ends_with('n')
        });
        (one && !many && tokens.len() == 1).then(|| self.named(before()?))?
    }

    /// The full name of the person or body that `speaker` names.
    fn named(&mut self, speaker: Span) -> Option<String> {
        let tokens = tokens(self.passage.text, speaker);
        let name = self.name(&tokens)?;
        Some(self.fullest(tokens.get(name)?))
    }

    /// The name among the words that credit somebody.
    fn name(&self, tokens: &[Token]) -> Option<Range<usize>> {
        let text = self.passage.text;
        if self.passage.german {
            german::name::name(text, tokens)
        } else {
            name(text, tokens)
        }
    }

    /// The full name for `name`: its first mention with a given name.
    fn fullest(&mut self, name: &[Token]) -> String {
        let own = words(self.passage.text, name);
        self.know(own, |resolver| {
            let start = name.first().map_or(0, |token| token.span.start);
            let german = resolver.passage.german;
            Some(fullest(&resolver.article.text, own, start, german))
        })
        .unwrap_or_else(|| own.to_owned())
    }

    /// What is known of `words`, or what `find` finds.
    fn know(
        &mut self,
        words: &'a str,
        find: impl FnOnce(&mut Self) -> Option<String>,
    ) -> Option<String> {
        if let Some((_, known)) = self.known.iter().find(|(known, _)| *known == words) {
            return known.clone();
        }
        if self.known.len() >= NAMES {
            return None;
        }
        let found = find(self);
        self.known.push((words, found.clone()));
        found
    }

    /// The person meant at `at`: in the paragraph itself before it, else in the paragraphs before.
    fn person(&mut self, at: Span, who: Who<'a>) -> Option<String> {
        let p = self.passage;
        let own = p.span.covers(at);
        let text = p.text;
        if own {
            let people = self.people.get_or_init(|| mentions(text, &p.tokens));
            let until =
                people.partition_point(|person| p.before(person.tokens.end).span.end <= at.start);
            let people = people
                .get(until.saturating_sub(LOOKS)..until)
                .unwrap_or_default();
            if let Some(person) = who.among(text, &p.tokens, people) {
                return Some(self.fullest(p.tokens.get(person.tokens.clone())?));
            }
        }
        self.know(who.words(), |resolver| {
            paragraphs_before(resolver.article, p.span).find_map(|span| {
                let tokens = tokens(text, span);
                let people = mentions(text, &tokens);
                let name = who.among(text, &tokens, &people)?.tokens.clone();
                Some(resolver.fullest(tokens.get(name)?))
            })
        })
    }
}

/// The first mention before `start` that has the last word of the name `own`, and a given name; the same given name
/// when `own` has one.
fn fullest(text: &str, own: &str, start: usize, german: bool) -> String {
    let surname = own.rsplit(' ').next().unwrap_or(own);
    let from = text.floor_char_boundary(start.saturating_sub(NAME_REACH));
    let window = Span::new(from, start).of(text);
    let given = own
        .split(' ')
        .next()
        .filter(|given| given.len() < own.len());
    memmem::find_iter(window.as_bytes(), surname)
        .filter(|&at| window.get(..at).is_some_and(|before| before.ends_with(' ')))
        .take(LOOKS)
        .find_map(|at| full_name(window, at, surname, given, german))
        .unwrap_or_else(|| own.to_owned())
}

/// The name that ends with the surname at byte `at` of `window`, if it has a given name (`given`, when asked for).
fn full_name(
    window: &str,
    at: usize,
    surname: &str,
    given: Option<&str>,
    german: bool,
) -> Option<String> {
    let end = at + surname.len();
    let whole = !window.get(end..)?.starts_with(char::is_alphanumeric);
    let before = window.get(window.floor_char_boundary(at.saturating_sub(60))..at)?;
    if !whole || !before.ends_with(' ') {
        return None;
    }
    let line = before.rsplit('\n').next()?;
    let shift = at - line.len();
    let tokens = tokens(window, Span::new(shift, at));
    let other = Class::DETERMINER
        .and(Class::PREPOSITION)
        .and(Class::CONJUNCTION)
        .and(Class::TITLE)
        .and(Class::CUE)
        .and(Class::AUXILIARY)
        .and(Class::ADVERB)
        .and(Class::PRONOUN)
        .and(Class::TIME)
        .and(Class::BODY);
    let owner = |token: &Token| {
        token.span.of(window).ends_with("’s") || token.span.of(window).ends_with("'s")
    };
    let names = tokens
        .iter()
        .rev()
        .take(3)
        .take_while(|token| {
            let titled = german && german::name::is_title(token.span.of(window));
            token.is_upper() && !token.is(other) && !owner(token) && !titled
        })
        .count();
    let first = tokens.get(tokens.len() - names..)?.first()?.span;
    let fits = given.is_none_or(|given| first.of(window) == given);
    fits.then(|| Span::new(first.start, end).of(window).to_owned())
}

/// The paragraphs before `own`, nearest first, within [`PERSON_REACH`].
fn paragraphs_before(article: &Article, own: Span) -> impl Iterator<Item = Span> + '_ {
    let index = article.paragraph_at(own.start);
    let low = own.start.saturating_sub(PERSON_REACH.1);
    (index.saturating_sub(PERSON_REACH.0)..index)
        .rev()
        .map(move |paragraph| article.paragraph(paragraph))
        .take_while(move |span| span.start >= low)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::quotation::language::Language;

    #[test]
    fn table() {
        for (text, speaker, who) in [
            (
                "Minister Hulusi Akar said",
                "Minister Hulusi Akar",
                Some("Hulusi Akar"),
            ),
            (
                "Hulusi Akar came. Mr. Akar said",
                "Mr. Akar",
                Some("Hulusi Akar"),
            ),
        ] {
            let article = Article::new("a", text);
            let at = text.rfind(speaker).unwrap();
            let paragraph = article.paragraph(article.paragraph_at(at));
            let passage = Passage::new(&article.text, paragraph, Language::of(text));
            let mut resolver = Resolver::new(&article, &passage);
            let found = resolver.resolve(Span::new(at, at + speaker.len()), || None);
            assert_eq!(found.as_deref(), who, "{text}");
        }
    }
}
