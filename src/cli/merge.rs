//! `closeread merge`: git's merge driver for notebooks.

use crate::cli::failure::Failure;
use crate::store::{Contradiction, merge_files};
use std::path::PathBuf;

/// What to merge.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The version both come from (git's %O)
    base: PathBuf,
    /// Our version (%A); the merge is written here
    ours: PathBuf,
    /// The other version (%B)
    theirs: PathBuf,
    /// How the file is called in messages (%P)
    path: Option<PathBuf>,
    /// Length of conflict markers (%L)
    #[arg(long, value_name = "N", default_value_t = 7)]
    marker_size: usize,
}

/// Merges, and says what has to be decided by hand.
///
/// Exit codes as git expects them of a merge driver: 0 merged, 1 with conflicts, 129 failed, so that git stops rather than
/// take our version for a merge.
pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let Options {
        base, ours, theirs, ..
    } = options;
    let contradictions =
        merge_files(base, ours, theirs, options.marker_size).map_err(Failure::stopped)?;
    let name = options.path.as_ref().unwrap_or(ours).display();
    for contradiction in &contradictions {
        let Contradiction {
            line,
            about,
            is_old,
        } = contradiction;
        let told = if *is_old {
            about.clone()
        } else {
            format!(
                "both sides changed {about}; keep what should stand, delete the lines with <<<<<<<, ======= and >>>>>>>"
            )
        };
        crate::cli::complain(&format!("closeread: {name}:{line}: {told}"));
    }
    if contradictions.is_empty() {
        Ok(())
    } else {
        Err(Failure::Found)
    }
}
