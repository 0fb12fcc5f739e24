//! Measures from counts: precision, recall, F1, average precision.

use crate::cli::measure::loaded::found::Flag;
use crate::cli::measure::loaded::gold::Text;
use crate::cli::measure::loaded::sums::{Hits, Sums};
use crate::cli::measure::loaded::words::{Word, marked, merged, words};
use crate::cli::measure::share;

/// Precision, recall and their harmonic mean, each from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Score {
    pub(super) precision: f64,
    pub(super) recall: f64,
    pub(super) f1: f64,
}

impl Score {
    fn new(precision: f64, recall: f64) -> Self {
        let sum = precision + recall;
        let f1 = if sum > 0.0 {
            2.0 * precision * recall / sum
        } else {
            0.0
        };
        Self {
            precision,
            recall,
            f1,
        }
    }

    /// Of counted things.
    pub(super) fn of(hits: Hits) -> Self {
        Self::new(
            share(hits.right, hits.right + hits.wrong),
            share(hits.right, hits.right + hits.missed),
        )
    }

    /// Of passages by partial overlap.
    pub(super) fn of_spans(sums: &Sums) -> Self {
        Self::new(
            share(sums.precision.0, sums.precision.1),
            share(sums.recall.0, sums.recall.1),
        )
    }
}

/// The mean of the F1 of both answers: loaded, not loaded.
pub(super) fn macro_f1(hits: Hits) -> f64 {
    let other = Hits {
        right: hits.left,
        wrong: hits.missed,
        missed: hits.wrong,
        left: hits.right,
    };
    f64::midpoint(Score::of(hits).f1, Score::of(other).f1)
}

/// Average precision over words that carry sense, ranked by score; words with the same score count at once.
pub(super) fn average_precision(found: &[(&Text, Vec<Flag>)]) -> f64 {
    let mut ranked: Vec<(f32, bool)> = Vec::new();
    for (text, flags) in found {
        let words = words(&text.words);
        let gold = marked(&words, &merged(text.spans.iter().copied()));
        let mut scores = vec![0.0; words.len()];
        for flag in flags {
            raise(&mut scores, &words, flag);
        }
        let rows = words.iter().zip(scores).zip(gold);
        ranked.extend(
            rows.filter(|((word, _), _)| word.has_sense)
                .map(|((_, score), gold)| (score, gold)),
        );
    }
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let all = ranked.iter().filter(|(_, gold)| *gold).count() as f64;
    let (mut seen, mut right, mut sum) = (0.0, 0.0, 0.0);
    for tied in ranked.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let hits = tied.iter().filter(|(_, gold)| *gold).count() as f64;
        seen += tied.len() as f64;
        right += hits;
        sum += share(hits, all) * right / seen;
    }
    sum
}

/// Gives the words of a flag at least its score.
fn raise(scores: &mut [f32], words: &[Word], flag: &Flag) {
    let first = words.partition_point(|word| word.span.end <= flag.span.start);
    let rest = words.iter().zip(scores).skip(first);
    for (_, score) in rest.take_while(|(word, _)| word.span.start < flag.span.end) {
        *score = score.max(flag.finding.score);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        let hits = Hits {
            right: 3.0,
            wrong: 1.0,
            missed: 2.0,
            left: 4.0,
        };
        let score = Score::of(hits);
        assert_eq!((score.precision, score.recall), (0.75, 0.6));
        assert!((score.f1 - 2.0 / 3.0).abs() < 1e-9);
        let other = 8.0 / 11.0;
        assert!((macro_f1(hits) - f64::midpoint(2.0 / 3.0, other)).abs() < 1e-9);
        assert_eq!(Score::of(Hits::default()), Score::default());
    }
}
