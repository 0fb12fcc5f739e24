//! Loaded language.

use crate::article::Article;
use crate::detect::{Detector, Finding};
use std::ops::Range;

/// The detector.
pub(super) const DETECTOR: Detector = Detector {
    name: "loaded",
    about: "wording that argues while it seems to describe",
    find,
};

fn find(_article: &Article, _range: Range<usize>) -> Vec<Finding> {
    Vec::new()
}
