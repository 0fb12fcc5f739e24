//! Measures from counts.

use crate::cli::measure::quotes::sums::Sums;
use crate::cli::measure::quotes::tally::Tally;

/// Precision, recall and their harmonic mean, each from 0 to 1; not a number where there is nothing to take a share of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Score {
    pub(super) precision: f64,
    pub(super) recall: f64,
    pub(super) f1: f64,
}

impl Score {
    /// Of counted things.
    pub(super) fn of(tally: Tally) -> Self {
        Self::new(tally.right / tally.found, tally.hit / tally.gold)
    }

    /// When only `right` of the matches count.
    pub(super) fn of_right(right: f64, tally: Tally) -> Self {
        Self::new(right / tally.found, right / tally.gold)
    }

    fn new(precision: f64, recall: f64) -> Self {
        let sum = precision + recall;
        let f1 = if sum == 0.0 {
            0.0
        } else {
            2.0 * precision * recall / sum
        };
        Self {
            precision,
            recall,
            f1,
        }
    }
}

/// One row of the table. What is not measured of its quotations is not there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figures {
    /// How many are annotated.
    pub(super) gold: f64,
    /// How many are found.
    pub(super) found: f64,
    /// Equal spans.
    pub(super) exact: Option<Score>,
    /// Spans with at least 0.8 in common; of pairs of marks: speech or not.
    pub(super) spans: Score,
    /// The speaker, where the span is right.
    pub(super) speaker: f64,
    /// The person, where the span is right and the file names the person.
    pub(super) person: f64,
    /// The kind, where the span is right.
    pub(super) kind: Option<f64>,
    /// Crediting words.
    pub(super) cues: Option<Score>,
    /// Span and speaker. Of one kind recall alone is counted: what is found as another kind can still be right.
    pub(super) both: Score,
}

impl Figures {
    /// The rows: all, direct, mixed, indirect quotations, then pairs of quotation marks.
    pub(super) fn of(sums: &Sums) -> Vec<Self> {
        let groups = sums.groups.iter().enumerate().map(|(place, group)| {
            let both = Score::of_right(group.both, group.spans);
            let recall = Score {
                precision: f64::NAN,
                f1: f64::NAN,
                ..both
            };
            let is_all = place == 0;
            Self {
                gold: group.spans.gold,
                found: group.spans.found,
                exact: Some(Score::of(group.exact)),
                spans: Score::of(group.spans),
                speaker: group.speaker.value(),
                person: group.person.value(),
                kind: Some(group.kind.value()),
                cues: is_all.then(|| Score::of(sums.cues)),
                both: if is_all { both } else { recall },
            }
        });
        let marks = &sums.marks;
        let marks = Self {
            gold: marks.speech.gold,
            found: marks.speech.found,
            exact: None,
            spans: Score::of(marks.speech),
            speaker: marks.speaker.value(),
            person: marks.person.value(),
            kind: None,
            cues: None,
            both: Score::of_right(marks.both, marks.speech),
        };
        groups.chain([marks]).collect()
    }

    /// The figures that get an interval: spans, speaker, cues, span and speaker.
    pub(super) fn uncertain(&self) -> [f64; 4] {
        let both = if self.both.f1.is_nan() {
            self.both.recall
        } else {
            self.both.f1
        };
        let cues = self.cues.map_or(f64::NAN, |cues| cues.f1);
        [self.spans.f1, self.speaker, cues, both]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::measure::quotes::tally::Share;

    #[test]
    fn of_nothing_there_is_no_share() {
        assert!(Score::of(Tally::default()).f1.is_nan());
        let none_right = Tally {
            gold: 2.0,
            found: 1.0,
            ..Tally::default()
        };
        assert!(Score::of(none_right).f1.abs() < f64::EPSILON);
        assert!(Share::default().value().is_nan());
    }
}
