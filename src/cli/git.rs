//! git, as a command asks it.

use crate::cli::failure::Failure;
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The git repository around a folder.
#[derive(Debug)]
pub(super) struct Repository {
    /// The folder of its working tree.
    pub(super) top: PathBuf,
}

/// What git answers in `folder`.
pub(super) fn ask_in<A: AsRef<OsStr>>(
    folder: &Path,
    arguments: impl IntoIterator<Item = A>,
) -> Result<String, Failure> {
    let there = Repository {
        top: folder.to_owned(),
    };
    there.ask(arguments)
}

impl Repository {
    /// The repository around `folder`.
    pub(super) fn around(folder: &Path) -> Result<Self, Failure> {
        let top = ask_in(folder, ["rev-parse", "--show-toplevel"])?;
        Ok(Self {
            top: PathBuf::from(top.trim_end_matches('\n')),
        })
    }

    /// What git answers; it is run in the folder of the working tree.
    pub(super) fn ask<A: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = A>,
    ) -> Result<String, Failure> {
        self.tell(arguments, "")
    }

    /// The same with `input` on its standard input.
    pub(super) fn tell<A: AsRef<OsStr>>(
        &self,
        arguments: impl IntoIterator<Item = A>,
        input: &str,
    ) -> Result<String, Failure> {
        let failed = |error: std::io::Error| {
            Failure::at(
                "git",
                error.to_string(),
                "is git installed and on the path?",
            )
        };
        let mut child = Command::new("git")
            .args(arguments)
            .current_dir(&self.top)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let writer = child.stdin.take().map(|mut pipe| {
            let input = input.to_owned();
            std::thread::spawn(move || pipe.write_all(input.as_bytes()))
        });
        let output = child.wait_with_output().map_err(failed)?;
        drop(writer);
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        let said = String::from_utf8_lossy(&output.stderr);
        Err(Failure::at("git", said.trim().to_owned(), ""))
    }
}
