//! `closeread git-setup`: git merges and checks notes as this program does.

use crate::cli::failure::Failure;
use crate::cli::git::{Repository, ask_in};
use crate::store::{Hook, Workspace, add_line, make_hook};
use std::env;
use std::io::{self, Write};
use std::path::PathBuf;

/// Where to set git up.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// A folder of the workspace
    #[arg(default_value = ".")]
    folder: PathBuf,
}

/// What a hook must run.
const CHECK: &str = "check --staged";

/// Installs the merge driver and the hook; says what was done. Done again, it changes nothing.
pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let workspace = Workspace::around(&options.folder);
    let repository = Repository::around(&workspace.root)?;
    let program = program();
    let mut said = vec![attributes(&workspace)?, driver(&repository, &program)?];
    let (hook, outcome) = hook(&repository, &workspace, &program)?;
    said.push(hook);
    let mut output = io::stdout().lock();
    let written = said.iter().try_for_each(|line| writeln!(output, "{line}"));
    written.map_err(|error| Failure::io("standard output", &error))?;
    match outcome {
        Hook::Made | Hook::Known => Ok(()),
        Hook::Other => Err(Failure::Found),
    }
}

/// Tells git which files the driver is for.
fn attributes(workspace: &Workspace) -> Result<String, Failure> {
    let notes = workspace.name_of(&workspace.notes_folder());
    let pattern = format!("{notes}/**/*.yaml");
    let quoted = if pattern.contains([' ', '"', '\\']) {
        format!("\"{}\"", pattern.replace('\\', "\\\\").replace('"', "\\\""))
    } else {
        pattern
    };
    let line = format!("{quoted} merge=closeread");
    let path = workspace.root.join(".gitattributes");
    let added = add_line(&path, &line)?;
    Ok(if added {
        format!("{}: added `{line}`; commit it", path.display())
    } else {
        format!("{}: has `{line}` already", path.display())
    })
}

/// Tells git, in this clone only, what the driver is.
///
/// What is neither a merge (0) nor one with conflicts (1), such as a program that is not there, stops git (129): it would
/// take our version for a merge with conflicts.
fn driver(repository: &Repository, program: &str) -> Result<String, Failure> {
    let driver =
        format!("{program} merge --marker-size %L %O %A %B %P || exit $(( $? == 1 ? 1 : 129 ))");
    let settings = [
        (
            "merge.closeread.name",
            "closeread: notes by annotation and field",
        ),
        ("merge.closeread.driver", &driver),
    ];
    let mut changed = false;
    for (key, value) in settings {
        let known = repository.ask(["config", "--local", "--get", key]);
        if known.is_ok_and(|known| known.trim_end_matches('\n') == value) {
            continue;
        }
        repository.ask(["config", "--local", key, value])?;
        changed = true;
    }
    let outcome = if changed { "set" } else { "set already" };
    Ok(format!(
        "git config merge.closeread: {outcome}, for this clone only"
    ))
}

/// A hook that checks notebooks before they are committed. Hooks outside the repository are those of other projects, too,
/// and are left alone.
fn hook(
    repository: &Repository,
    workspace: &Workspace,
    program: &str,
) -> Result<(String, Hook), Failure> {
    let path = repository.ask(["rev-parse", "--git-path", "hooks/pre-commit"])?;
    let path = repository.top.join(path.trim_end_matches('\n'));
    let common = repository.ask(["rev-parse", "--git-common-dir"])?;
    let common = repository.top.join(common.trim_end_matches('\n'));
    let prefix = ask_in(&workspace.root, ["rev-parse", "--show-prefix"])?;
    let folder = match prefix.trim_end_matches('\n') {
        "" => ".",
        prefix => prefix,
    };
    let line = format!("{program} {CHECK} -- {}", shell_quoted(folder));
    let script = format!(
        "#!/bin/sh\n# Notebooks are whole before they are committed (closeread git-setup).\nexec {line}\n"
    );
    let outcome = if path.starts_with(&common) || path.starts_with(&repository.top) {
        make_hook(&path, &script, &line)?
    } else {
        Hook::Other
    };
    let place = path.display();
    let said = match outcome {
        Hook::Made => format!("{place}: made; it checks the notebooks of each commit"),
        Hook::Known => format!("{place}: checks notebooks already"),
        Hook::Other => format!(
            "{place}: there is another hook, which was left as it is; add to it: {line} || exit 1"
        ),
    };
    Ok((said, outcome))
}

/// How this program is called by a shell: by its name where the path leads to it, else by its whole path.
fn program() -> String {
    let own = env::current_exe().unwrap_or_else(|_| PathBuf::from("closeread"));
    let folders = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&folders)
        .map(|folder| folder.join("closeread"))
        .find(|path| path.is_file());
    let same = found.and_then(|found| found.canonicalize().ok()) == own.canonicalize().ok();
    if same {
        "closeread".to_owned()
    } else {
        shell_quoted(&own.to_string_lossy())
    }
}

fn shell_quoted(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-+".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', "'\\''"))
    }
}
