//! Telling what a file says from what it says while somebody is still writing it.

use crate::notes::{Annotation, Notebook};
use std::time::{Duration, Instant};

/// How long a file that says less than before has to stay as it is until that is believed. Programs that pause in the middle of
/// a file, and copies over a slow network, take less.
const SETTLED: Duration = Duration::from_secs(1);

/// What a doubtful file was seen to say, and since when. Measured by a clock that nobody can set.
#[derive(Debug)]
pub(super) struct Settling {
    after: Duration,
    seen: Option<(Option<String>, Instant)>,
}

impl Default for Settling {
    fn default() -> Self {
        Self::after(SETTLED)
    }
}

impl Settling {
    /// A doubtful file has to stay as it is for that long.
    pub(super) fn after(after: Duration) -> Self {
        Self { after, seen: None }
    }

    /// How long a file that says `text` (none: is gone or cannot be read) still has to stay like that; none when it did so
    /// long enough.
    pub(super) fn left(&mut self, text: Option<&str>) -> Option<Duration> {
        let now = Instant::now();
        let since = match &self.seen {
            Some((seen, since)) if seen.as_deref() == text => *since,
            _ => {
                self.seen = Some((text.map(str::to_owned), now));
                now
            }
        };
        let left = self.after.saturating_sub(now.duration_since(since));
        (!left.is_zero()).then_some(left)
    }

    /// There is nothing to doubt.
    pub(super) fn settle(&mut self) {
        self.seen = None;
    }
}

/// Whether `is` says less than `was`: an annotation is missing, or a text of one is cut off. A file whose writer is in the middle of
/// it does; so does one from which somebody took something away.
///
/// Misses: a file that was cut off exactly behind the last line of an annotation that is new.
pub(super) fn says_less(is: &Notebook, was: &Notebook) -> bool {
    let is_cut = |before: &Annotation| is.get(&before.id).is_none_or(|now| is_cut(now, before));
    was.annotations.iter().any(is_cut)
        || is.reviewed.len() < was.reviewed.len()
        || is.imported.len() < was.imported.len()
}

fn is_cut(is: &Annotation, was: &Annotation) -> bool {
    let texts = |annotation: &Annotation| {
        [
            Some(annotation.selector.quote.clone()),
            Some(annotation.selector.before.clone()),
            Some(annotation.selector.after.clone()),
            annotation.flag.clone(),
            annotation.note.clone(),
            annotation.finding.clone(),
            annotation.verdict.map(|verdict| verdict.word().to_owned()),
            annotation.speaker.clone(),
            annotation.reason.clone(),
            annotation.created.clone(),
        ]
    };
    let cut = |(is, was): (Option<String>, Option<String>)| {
        was.is_some_and(|was| is.is_none_or(|is| is.len() < was.len() && was.starts_with(&is)))
    };
    is.tags.len() < was.tags.len() || texts(is).into_iter().zip(texts(was)).any(cut)
}
