//! Who a speaker is: names without titles, surnames made full, "he" and "the expert" traced back.

use crate::article::Article;
use crate::detect::quotation::class::Class;
use crate::detect::quotation::full_name::{full_name, is_persons};
use crate::detect::quotation::german;
use crate::detect::quotation::name::{ends_in_office, head_end, is_one, name, words};
use crate::detect::quotation::near::paragraphs_before;
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::person::{Mention, mentions};
use crate::detect::quotation::recent::Known;
use crate::detect::quotation::token::{Kind, Token, tokens};
use crate::detect::quotation::who::{ANYBODY, Who};
use crate::text::Span;
use std::cell::{Cell, OnceCell};
use std::ops::Range;

/// Of the people named in a paragraph before a speaker, so many are looked at.
const LOOKS: usize = 32;

/// For one paragraph, so many single words are looked up that may be surnames.
const SURNAMES: usize = 24;

/// A name behind an office, with titles, is at most this many words and signs.
const APPOSED: usize = 8;

/// A paragraph that credits more names than this is no news prose: further names stand for themselves.
const NAMES: usize = 64;

/// Words that were asked for, and whether they stand in the paragraph itself.
type Asked<'a> = (&'a str, bool);

/// Finds out whom the speakers of one paragraph mean.
///
/// Looks back, never ahead. Misses: a surname that two people of the article share is the first one's; a pronoun is
/// the first person named in the nearest sentence that names one.
#[derive(Debug)]
pub(super) struct Resolver<'a> {
    article: &'a Article,
    passage: &'a Passage<'a>,
    around: Known<'a>,
    people: OnceCell<Vec<Mention>>,
    /// How many single words were asked whether they are surnames.
    asked: Cell<usize>,
    /// Words asked for so far and who they mean; for pronouns and roles, looked up before the paragraph.
    known: Vec<(Asked<'a>, Option<String>)>,
}

impl<'a> Resolver<'a> {
    /// For the speakers in `passage`, a paragraph of `article`; the paragraphs before it may be known from `around`.
    pub(super) fn new(article: &'a Article, passage: &'a Passage<'a>, around: Known<'a>) -> Self {
        Self {
            article,
            passage,
            around,
            people: OnceCell::new(),
            asked: Cell::new(0),
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
        if let Some(apposed) = self.apposed(speaker) {
            return self.named(apposed);
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

    /// The name behind an office: "Its chairman, Ida Lund, said", "The leader of the house, Ida Lund, said".
    fn apposed(&self, speaker: Span) -> Option<Span> {
        let p = self.passage;
        let office = p.tokens_at(speaker);
        let words = p.tokens.get(office.clone())?;
        let first = p.token(office.start);
        let definite =
            (first.is(Class::DETERMINER) || first.is_upper()) && !is_one(p.word(office.start));
        let head = if definite {
            head_end(p.text, words)
        } else {
            words.len()
        };
        let start = office.end + 1;
        if !ends_in_office(words, head)
            || !p.token(office.end).is_sign(",")
            || !p.span.covers(speaker)
        {
            return None;
        }
        let behind = p.tokens.get(start..p.tokens.len().min(start + APPOSED))?;
        let name = mentions(p.text, behind)
            .into_iter()
            .find(|name| name.is_full)?
            .tokens;
        let titles = behind.get(..name.start)?;
        let closed = p.token(start + name.end).is_sign(",");
        (closed && titles.iter().all(|token| token.is(Class::TITLE)))
            .then(|| p.span(&(start + name.start..start + name.end)))
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
        self.know((own, true), |resolver| {
            let start = name.first().map_or(0, |token| token.span.start);
            let german = resolver.passage.german;
            let text = &resolver.article.text;
            full_name(text, own, start, german).map(|full| full.of(text).to_owned())
        })
        .unwrap_or_else(|| own.to_owned())
    }

    /// What is known of `words`, or what `find` finds.
    fn know(
        &mut self,
        words: Asked<'a>,
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

    /// Whether a name outside marks is a person's: a full one, or the surname of somebody named in full before and shown there to be
    /// a person.
    fn is_person(&self, passage: &Passage, mention: &Mention) -> bool {
        if passage.quoted(mention.tokens.start) {
            return false;
        }
        if mention.is_full {
            return true;
        }
        let asked = self.asked.replace(self.asked.get() + 1);
        let name = passage
            .tokens
            .get(mention.tokens.clone())
            .unwrap_or_default();
        let start = name.first().map_or(0, |token| token.span.start);
        let text = &self.article.text;
        let full = (asked < SURNAMES).then(|| full_name(text, words(text, name), start, false));
        full.flatten().is_some_and(|full| is_persons(text, full))
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
            let is_person = |mention: &Mention| self.is_person(p, mention);
            if let Some(person) = who.among(text, &p.tokens, people, is_person) {
                return Some(self.fullest(p.tokens.get(person.tokens.clone())?));
            }
        }
        self.know((who.words(), own), |resolver| {
            let before = if own { p.span } else { at };
            paragraphs_before(resolver.article, before).find_map(|span| {
                let apart = OnceCell::new();
                let read = || Passage::new(text, span, resolver.passage.language);
                let known = resolver.around.of(span);
                let p = known.unwrap_or_else(|| apart.get_or_init(read));
                let people = mentions(text, &p.tokens);
                let is_person = |mention: &Mention| resolver.is_person(p, mention);
                let person = who.among(text, &p.tokens, &people, is_person)?;
                Some(resolver.fullest(p.tokens.get(person.tokens.clone())?))
            })
        })
    }
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
            let mut resolver = Resolver::new(&article, &passage, Known::default());
            let found = resolver.resolve(Span::new(at, at + speaker.len()), || None);
            assert_eq!(found.as_deref(), who, "{text}");
        }
    }
}
