//! SemEval-2020 task 11, technique classification: number of the article, technique, first and last offset.
//! Spans of one technique that overlap are one.

use crate::report::semeval::offsets::{self, Subtask};
use crate::report::{Exporter, Many, Reading, Written};

/// The exporter.
pub(in crate::report) const EXPORTER: Exporter = Exporter {
    name: "semeval-tc",
    extension: "tc.tsv",
    about: "SemEval-2020 task 11, technique classification: flags with one of fourteen techniques",
    write,
    many: Many::Lines { head: 0 },
};

fn write(reading: &Reading) -> Written {
    let subtask = Subtask {
        name: |technique| technique,
        earlier: "an earlier one of the same technique",
    };
    offsets::write(reading, subtask)
}
