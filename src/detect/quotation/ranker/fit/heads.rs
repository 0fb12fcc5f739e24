//! Which words are often part of a cue.

use crate::detect::quotation::language::Language;
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::ranker::fit::Annotated;
use crate::detect::quotation::ranker::hash::hash;
use crate::detect::quotation::ranker::sight::Sight;
use crate::text::Span;
use std::collections::HashMap;

/// Words that are often part of a cue, by their hash, with the share of their places that is.
#[derive(Debug)]
pub(super) struct Heads(HashMap<u32, f32>);

/// A word is one of them when it is part of so many cues at least, and in that share of its places.
const OFTEN: (u32, f32) = (2, 0.01);

impl Heads {
    /// Counts them.
    pub(super) fn count(texts: &[Annotated]) -> Self {
        let mut counts: HashMap<u32, (u32, u32)> = HashMap::new();
        for (article, reported) in texts {
            let speech = reported.iter().filter(|reported| reported.is_speech);
            let mut cues: Vec<Span> = speech.filter_map(|reported| reported.cue).collect();
            cues.sort_by_key(|cue| cue.start);
            cues.dedup();
            for index in 0..article.paragraphs.len() {
                let p = Passage::new(&article.text, article.paragraph(index), Language::Other);
                for (at, token) in p.tokens.iter().enumerate().filter(|(at, _)| !p.quoted(*at)) {
                    let near = cues.partition_point(|cue| cue.end <= token.span.start);
                    let count = counts.entry(hash(p.word(at))).or_default();
                    count.0 += u32::from(cues.get(near).is_some_and(|cue| cue.covers(token.span)));
                    count.1 += 1;
                }
            }
        }
        let often = counts
            .into_iter()
            .filter(|(_, (cues, all))| *cues >= OFTEN.0 && *cues as f32 >= OFTEN.1 * *all as f32);
        // A few places more make words that were seen seldom weigh less.
        Self(
            often
                .map(|(word, (cues, all))| (word, cues as f32 / (all as f32 + 3.0)))
                .collect(),
        )
    }

    /// Their hashes.
    pub(super) fn words(&self) -> impl Iterator<Item = u32> + '_ {
        self.0.keys().copied()
    }

    /// The head of the cue at `cue`: its most telling word.
    pub(super) fn head(&self, s: &Sight, cue: Span) -> Option<usize> {
        let share = |at: usize| self.0.get(&s.word(at)).copied().unwrap_or_default();
        let words = s.heads().filter(|&at| cue.covers(s.p.token(at).span));
        words.max_by(|&a, &b| share(a).total_cmp(&share(b)).then(b.cmp(&a)))
    }
}
