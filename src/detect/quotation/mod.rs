//! Quotations.

use crate::article::Article;
use crate::detect::{Detector, Finding};
use std::ops::Range;

/// The detector.
pub(super) const DETECTOR: Detector = Detector {
    name: "quotation",
    about: "direct quotations with their speaker and cue",
    find,
};

fn find(_article: &Article, _range: Range<usize>) -> Vec<Finding> {
    Vec::new()
}
