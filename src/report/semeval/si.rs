//! SemEval-2020 task 11, span identification: number of the article, first and last offset. Spans that overlap are one.

use crate::report::semeval::offsets::{self, Subtask};
use crate::report::{Exporter, Many, Reading, Written};

/// The exporter.
pub(in crate::report) const EXPORTER: Exporter = Exporter {
    name: "semeval-si",
    extension: "si.tsv",
    about: "SemEval-2020 task 11, span identification: flags of all techniques as one",
    write,
    many: Many::Lines { head: 0 },
};

fn write(reading: &Reading) -> Written {
    let subtask = Subtask {
        name: |_| "",
        earlier: "an earlier one",
    };
    offsets::write(reading, subtask)
}
