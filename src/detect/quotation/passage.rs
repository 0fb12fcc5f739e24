//! One paragraph taken apart: tokens, quotation marks, sentences.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::german;
use crate::detect::quotation::language::Language;
use crate::detect::quotation::mark::{Mark, marks};
use crate::detect::quotation::token::{Kind, Token, tokens_into};
use crate::text::Span;
use std::ops::Range;

/// One paragraph taken apart. Tokens are named by their index; any index is safe to ask for.
#[derive(Debug)]
pub(super) struct Passage<'a> {
    /// The article's text.
    pub(super) text: &'a str,
    /// The paragraph.
    pub(super) span: Span,
    /// Its words and signs.
    pub(super) tokens: Vec<Token>,
    /// Its passages in quotation marks.
    pub(super) marks: Vec<Quoted>,
    /// Its sentences, as tokens; quotation marks do not hide their ends.
    pub(super) sentences: Vec<Range<usize>>,
    /// What its article's beginning says of the language.
    pub(super) language: Language,
    /// Whether it is German.
    pub(super) german: bool,
}

/// A passage in quotation marks, as tokens: the marks are tokens of it.
#[derive(Debug, Clone)]
pub(super) struct Quoted {
    /// Where it stands in the text.
    pub(super) mark: Mark,
    /// Its tokens.
    pub(super) tokens: Range<usize>,
}

/// A sentence is cut behind this many tokens: rules look through whole sentences, and must not take quadratic time.
const LONGEST_SENTENCE: usize = 200;

/// Words with which a sentence begins, after an abbreviation.
const FRESH: &[&str] = &[
    "A",
    "After",
    "An",
    "And",
    "As",
    "At",
    "But",
    "By",
    "For",
    "He",
    "Her",
    "His",
    "However",
    "I",
    "If",
    "In",
    "It",
    "Its",
    "Meanwhile",
    "No",
    "On",
    "Our",
    "She",
    "So",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "We",
    "What",
    "When",
    "While",
    "With",
    "Yet",
    "You",
];

impl<'a> Passage<'a> {
    /// The paragraph at `span` of the article's `text`, which is of `language`.
    pub(super) fn new(text: &'a str, span: Span, language: Language) -> Self {
        let mut passage = Self::empty(text, language);
        passage.turn_to(span);
        passage
    }

    /// Nothing yet of an article's `text`.
    pub(super) fn empty(text: &'a str, language: Language) -> Self {
        Self {
            text,
            span: Span::new(0, 0),
            tokens: Vec::new(),
            marks: Vec::new(),
            sentences: Vec::new(),
            language,
            german: false,
        }
    }

    /// Becomes the paragraph at `span`, in the memory of the one it was.
    pub(super) fn turn_to(&mut self, span: Span) {
        self.span = span;
        self.german = self.language.is_german(self.text, span);
        tokens_into(&mut self.tokens, self.text, span);
        self.place_marks();
        self.place_sentences();
    }

    /// Token `at`; beyond either end, an edge.
    pub(super) fn token(&self, at: usize) -> &Token {
        self.tokens.get(at).unwrap_or(&Token::EDGE)
    }

    /// The token before `at`.
    pub(super) fn before(&self, at: usize) -> &Token {
        self.token(at.wrapping_sub(1))
    }

    /// The words of token `at`.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.token(at).span.of(self.text)
    }

    /// Whether token `at` is the word `word`, whatever its case.
    pub(super) fn is_word(&self, at: usize, word: &str) -> bool {
        // Most words are of another length.
        self.token(at).span.len() == word.len() && self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether a token ends in "ed", as a past tense does.
    pub(super) fn ends_in_ed(&self, token: &Token) -> bool {
        let Span { start, end } = token.span;
        let last = end.checked_sub(2).filter(|&last| last >= start);
        last.and_then(|last| self.text.as_bytes().get(last..end)) == Some(b"ed")
    }

    /// Whether token `at` is of `class` and stands outside quotation marks.
    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.token(at).is(class)
    }

    /// Whether token `at` stands in quotation marks.
    pub(super) fn quoted(&self, at: usize) -> bool {
        self.token(at).mark.is_some()
    }

    /// The passage in marks that begins with token `at`.
    pub(super) fn mark_from(&self, at: usize) -> Option<&Quoted> {
        self.mark_of(at).filter(|quoted| quoted.tokens.start == at)
    }

    /// The passage in marks that ends before token `end`.
    pub(super) fn mark_to(&self, end: usize) -> Option<&Quoted> {
        self.mark_of(end.wrapping_sub(1))
            .filter(|quoted| quoted.tokens.end == end)
    }

    /// The passage in marks around token `at`.
    pub(super) fn mark_of(&self, at: usize) -> Option<&Quoted> {
        self.marks.get(self.token(at).mark? as usize)
    }

    /// The sentence around token `at`.
    pub(super) fn sentence(&self, at: usize) -> Range<usize> {
        self.sentences
            .get(self.token(at).sentence as usize)
            .cloned()
            .unwrap_or(at..at)
    }

    /// Where the tokens stand in the text.
    pub(super) fn span(&self, tokens: &Range<usize>) -> Span {
        let first = self.token(tokens.start).span;
        first.hull(self.before(tokens.end).span)
    }

    /// The tokens that stand at `span`.
    pub(super) fn tokens_at(&self, span: Span) -> Range<usize> {
        let start = self
            .tokens
            .partition_point(|token| token.span.start < span.start);
        let end = self
            .tokens
            .partition_point(|token| token.span.start < span.end);
        start..end
    }

    /// `end` without the punctuation before it, down to `start`.
    pub(super) fn trim_end(&self, start: usize, mut end: usize) -> usize {
        while end > start && self.before(end).is_sign(".,;:!?") && !self.quoted(end - 1) {
            end -= 1;
        }
        end
    }

    /// `start` without the punctuation behind it, up to `end`.
    pub(super) fn trim_start(&self, mut start: usize, end: usize) -> usize {
        while start < end && self.token(start).is_sign(",;:.—–-") && !self.quoted(start) {
            start += 1;
        }
        start
    }

    fn place_marks(&mut self) {
        self.marks.clear();
        let mut at = 0;
        for mark in marks(self.text, self.span) {
            let from = |at: &usize, offset: usize| {
                let rest = self.tokens.get(*at..).unwrap_or_default();
                at + rest
                    .iter()
                    .take_while(|token| token.span.start < offset)
                    .count()
            };
            let start = from(&at, mark.span.start);
            let end = from(&start, mark.span.end);
            at = end;
            let number = self.marks.len() as u32;
            for token in self.tokens.get_mut(start..end).unwrap_or_default() {
                token.mark = Some(number);
            }
            self.marks.push(Quoted {
                mark,
                tokens: start..end,
            });
        }
    }

    fn place_sentences(&mut self) {
        self.sentences.clear();
        let mut start = 0;
        let mut at = 0;
        while at < self.tokens.len() {
            at += 1;
            let stop = self.token(at - 1);
            let long = at - start >= LONGEST_SENTENCE;
            if !long && stop.kind != Kind::Short && !stop.is_sign(".!?…") {
                continue;
            }
            let end = if long { at } else { self.behind_closers(at) };
            if long || self.ends_sentence(at - 1, end) {
                self.sentences.push(start..end);
                start = end;
                at = end;
            }
        }
        if start < self.tokens.len() {
            self.sentences.push(start..self.tokens.len());
        }
        for (number, sentence) in self.sentences.iter().enumerate() {
            for token in self.tokens.get_mut(sentence.clone()).unwrap_or_default() {
                token.sentence = number as u32;
            }
        }
    }

    /// The first token from `at` on that is no closing mark or bracket glued to the one before.
    fn behind_closers(&self, mut at: usize) -> usize {
        while self.token(at).is_sign("\"”’»'“«›‘)]")
            && self.token(at).span.start == self.before(at).span.end
        {
            at += 1;
        }
        at
    }

    /// Whether a sentence ends with token `stop`, whose closing marks reach to `end`.
    fn ends_sentence(&self, stop: usize, end: usize) -> bool {
        let (token, next) = (self.token(stop), self.token(end));
        if next.kind == Kind::Edge || next.span.start == self.before(end).span.end {
            return false;
        }
        if self.german && german::goes_on(self, stop) {
            return false;
        }
        if token.kind == Kind::Short {
            let known = token.is(Class::TITLE) || token.span.len() < 3;
            let begins = FRESH.contains(&self.word(end)) || next.is_sign("“\"'");
            return !known && begins;
        }
        next.is_upper() || next.kind == Kind::Number || next.is_sign("\"“”‘'`«„»([—–-$")
    }
}
