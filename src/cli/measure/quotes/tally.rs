//! How many, and how many of them are right.

use std::ops::AddAssign;

/// Annotated and found things, and how many of either have a partner.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Tally {
    /// Annotated.
    pub(super) gold: f64,
    /// Annotated, and found.
    pub(super) hit: f64,
    /// Found.
    pub(super) found: f64,
    /// Found, and annotated.
    pub(super) right: f64,
}

/// Right ones of all.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Share {
    /// Right.
    pub(super) right: f64,
    /// All.
    pub(super) all: f64,
}

impl Share {
    /// From 0 to 1; not a number of nothing.
    pub(super) fn value(self) -> f64 {
        self.right / self.all
    }

    /// Counts one.
    pub(super) fn count(&mut self, is_right: bool) {
        self.all += 1.0;
        self.right += number(is_right);
    }
}

/// 1 for what is so, 0 for what is not.
pub(super) fn number(is: bool) -> f64 {
    f64::from(u8::from(is))
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.gold += other.gold;
        self.hit += other.hit;
        self.found += other.found;
        self.right += other.right;
    }
}

impl AddAssign for Share {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.all += other.all;
    }
}
