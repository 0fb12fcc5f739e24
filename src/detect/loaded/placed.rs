//! A finding with what stands around its words.

use crate::detect::Finding;
use crate::detect::loaded::around::Around;
use std::borrow::Borrow;

/// A finding of loaded language, and what stands around its words on the page.
#[derive(Debug)]
pub(super) struct Placed<'p> {
    /// The finding.
    pub(super) finding: Finding,
    /// What stands around it.
    pub(super) around: Around<'p>,
}

impl Borrow<Finding> for Placed<'_> {
    fn borrow(&self) -> &Finding {
        &self.finding
    }
}
