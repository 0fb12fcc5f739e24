//! Work on many things at once whose outcomes come back in order.

use crate::cli::failure::Failure;
use rayon::ThreadPoolBuilder;
use std::collections::VecDeque;
use std::sync::mpsc;

/// How many things are under way or wait to be taken, per thread: enough that a long one does not hold up the others.
const AHEAD: usize = 2;

/// Does `work` on each of `items` with `jobs` threads, and gives the outcomes to `take` in the order of the items, on
/// this thread. An error of `take` ends it, once what is under way is done.
pub(super) fn each<I: Send, T: Send>(
    jobs: usize,
    items: impl IntoIterator<Item = I>,
    work: impl Fn(I) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let pool = ThreadPoolBuilder::new().num_threads(jobs).build();
    let pool = pool.map_err(|error| {
        let remedy = "name fewer --jobs";
        Failure::at(format!("{jobs} threads"), error.to_string(), remedy)
    })?;
    let mut items = items.into_iter();
    let work = &work;
    pool.in_place_scope_fifo(|scope| {
        let mut under_way = VecDeque::new();
        loop {
            let free = (jobs * AHEAD).saturating_sub(under_way.len());
            for item in items.by_ref().take(free) {
                let (done, outcome) = mpsc::sync_channel(1);
                // When nobody waits for it any more, it is not sent.
                scope.spawn_fifo(move |_| drop(done.send(work(item))));
                under_way.push_back(outcome);
            }
            // An outcome that never comes is that of a panic, which goes on behind this scope.
            let Some(Ok(outcome)) = under_way.pop_front().map(|outcome| outcome.recv()) else {
                return Ok(());
            };
            take(outcome)?;
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outcomes_come_in_order() {
        for jobs in [1, 2, 7] {
            let mut taken = Vec::new();
            let work = |item: usize| (0..item % 5 * 1000).fold(item, |item, _| item);
            let done = each(jobs, 0..100, work, |item| {
                taken.push(item);
                Ok(())
            });
            assert!(done.is_ok());
            assert_eq!(taken, (0..100).collect::<Vec<_>>(), "{jobs} jobs");
        }
    }

    #[test]
    fn whoever_takes_can_end_it() {
        let mut taken = 0;
        let done = each(
            2,
            0..,
            |item| item,
            |_| {
                taken += 1;
                if taken < 3 {
                    Ok(())
                } else {
                    Err(Failure::Closed)
                }
            },
        );
        assert!(matches!(done, Err(Failure::Closed)));
        assert_eq!(taken, 3);
    }
}
