//! Drafts by their cues.

use crate::detect::quotation::draft::Draft;

/// The drafts of a paragraph by their cues.
#[derive(Debug)]
pub(super) struct ByCue(Vec<(usize, usize, usize)>);

impl ByCue {
    /// Sorts `drafts`.
    pub(super) fn new(drafts: &[Draft]) -> Self {
        let cues = drafts.iter().enumerate();
        let mut cues: Vec<(usize, usize, usize)> = cues
            .filter_map(|(number, draft)| {
                let cue = draft.cue.as_ref()?;
                Some((cue.start, cue.end, number))
            })
            .collect();
        cues.sort_unstable();
        Self(cues)
    }

    /// The drafts whose cue has token `at`, with their numbers.
    pub(super) fn of<'d>(&self, drafts: &'d [Draft], at: usize) -> Vec<(usize, &'d Draft)> {
        let mut found = Vec::new();
        self.put(&mut found, drafts, at);
        found
    }

    /// Puts them into `found` instead of what is there.
    pub(super) fn put<'d>(
        &self,
        found: &mut Vec<(usize, &'d Draft)>,
        drafts: &'d [Draft],
        at: usize,
    ) {
        found.clear();
        let behind = self.0.partition_point(|(start, _, _)| *start <= at);
        let near = self
            .0
            .get(behind.saturating_sub(8)..behind)
            .unwrap_or_default();
        let own = near.iter().filter(|(_, end, _)| at < *end);
        found.extend(own.filter_map(|(_, _, number)| Some((*number, drafts.get(*number)?))));
    }
}
