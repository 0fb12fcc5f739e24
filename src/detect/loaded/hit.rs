//! What a list or rule found on a page, before it becomes a finding.

use crate::detect::finding::OWN_WORDS;
use crate::detect::loaded::around::Around;
use crate::detect::loaded::element::{Class, class};
use crate::detect::loaded::list::Rating;
use crate::detect::loaded::model::{Model, asked_for};
use crate::detect::loaded::page::Page;
use crate::detect::loaded::sense::Sense;
use crate::detect::{Category, Finding, Loaded, Strictness, Voice, What};
use crate::text::Span;
use std::borrow::Cow;
use std::cmp::Reverse;

/// What a list or rule found; offsets of the page.
#[derive(Debug, Clone)]
pub(super) struct Hit {
    /// The passage.
    pub(super) span: Span,
    /// Its kind.
    pub(super) category: Category,
    /// The rule, without the category: `loaded question`.
    pub(super) rule: Cow<'static, str>,
    /// The list's entry: `catastrophe`.
    pub(super) entry: Option<Cow<'static, str>>,
    /// Why, for the reader.
    pub(super) reason: Cow<'static, str>,
    /// How many in ten are loaded, in our judgement.
    pub(super) rating: Rating,
    /// The level that shows it whatever its score.
    pub(super) shown: Strictness,
    /// What else its words are.
    pub(super) sense: Sense,
    /// A neutral way to say it.
    pub(super) alternative: Option<Cow<'static, str>>,
}

impl Hit {
    /// Its rule with the category: `fear/doom`.
    pub(super) fn full_rule(&self) -> String {
        [self.category.name(), "/", &self.rule].concat()
    }

    /// The finding, for a page whose paragraph begins at byte `offset` of the article.
    pub(super) fn finding(
        self,
        page: &Page,
        around: &Around,
        model: &Model,
        offset: usize,
    ) -> Finding {
        let full_rule = self.full_rule();
        let (mut grounds, score) = if self.rule == OWN_WORDS {
            (Vec::new(), 1.0)
        } else {
            let grounds = model.grounds(&self, &full_rule, around);
            let score = Model::score(&grounds);
            (grounds, score)
        };
        let earned = model.level(score);
        if self.shown < earned {
            grounds.push(asked_for());
        }
        Finding {
            span: page.published(self.span).shift(offset),
            detector: "loaded",
            rule: full_rule.into(),
            reason: self.reason,
            score,
            voice: Voice::Own,
            what: What::Loaded(Loaded {
                category: self.category,
                entry: self.entry,
                level: earned.min(self.shown),
                grounds,
                alternative: self.alternative,
                core: None,
            }),
        }
    }
}

/// Has no passage begin with an article or end with a preposition, an article or the like: a form's have served to find it.
/// Passages of the quieter layer and patterns shown whatever their score are whole as they are.
pub(super) fn trim(page: &Page, hits: &mut [Hit]) {
    let (Some(head), Some(tail)) = (class("article"), class("edge")) else {
        return;
    };
    for hit in hits {
        if !hit.category.is_quiet() && hit.shown == Strictness::All {
            hit.span = trimmed(hit.span, &page.text, head, tail);
        }
    }
}

/// `span` without words of `head` at its start and of `tail` at its end; whole when it has no other words.
fn trimmed(span: Span, text: &str, head: &Class, tail: &Class) -> Span {
    if !span.of(text).bytes().any(|byte| byte == b' ') {
        return span;
    }
    let words = || span.of(text).split(' ');
    let len = |word: &str| word.len() + 1;
    if words().all(|word| head.has(word) || tail.has(word)) {
        return span;
    }
    let before: usize = words().take_while(|word| head.has(word)).map(len).sum();
    let behind: usize = words()
        .rev()
        .take_while(|word| tail.has(word))
        .map(len)
        .sum();
    Span::new(span.start + before, span.end - behind)
}

/// Keeps of overlapping hits of one category the longest, then the best rated; in text order.
pub(super) fn longest(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by(|a, b| {
        let key = |hit: &Hit| (hit.category, hit.span.start, Reverse(hit.span.end));
        key(a).cmp(&key(b)).then(b.rating.cmp(&a.rating))
    });
    let mut kept: Vec<Hit> = Vec::with_capacity(hits.len());
    for hit in hits {
        match kept.last_mut() {
            Some(last) if last.category == hit.category && last.span.overlaps(hit.span) => {
                if hit.span.len() > last.span.len() {
                    *last = hit;
                }
            }
            _ => kept.push(hit),
        }
    }
    kept.sort_by_key(|hit| (hit.span.start, Reverse(hit.span.end)));
    kept
}
