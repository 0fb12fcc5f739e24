//! What git calls its user.

use rustix::process::geteuid;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// git's `user.name` in a folder, as `git config user.name` says it.
///
/// git is started only where its files do not say it plainly: starting it takes as long as half of everything else before
/// the first frame.
pub fn git_user(folder: &Path) -> Option<String> {
    match plainly(folder, &env::vars_os().collect::<Vec<_>>()) {
        Said::Name(name) => Some(name),
        Said::Nothing | Said::Unclear => ask(folder),
    }
}

/// What a file of git's settings says of the user's name.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    Name(String),
    Nothing,
    /// Only git can tell.
    Unclear,
}

/// What is around a folder.
enum Around {
    Repository(PathBuf),
    Nothing,
}

/// Beginnings of the names of variables by which git looks elsewhere, or trusts somebody else.
const STEERING: [&str; 4] = ["GIT_C", "GIT_D", "GIT_W", "SUDO_UID"];

fn ask(folder: &Path) -> Option<String> {
    let answer = Command::new("git")
        .args(["config", "user.name"])
        .current_dir(folder)
        .output()
        .ok()?;
    answer
        .status
        .success()
        .then(|| String::from_utf8_lossy(&answer.stdout).into_owned())
}

/// The name in the first of git's files that has it, from what counts most: the repository's, the user's two. Nothing where
/// none has it: the system's own file is wherever git was built to look for it.
fn plainly(folder: &Path, environment: &[(OsString, OsString)]) -> Said {
    let value = |name: &str| {
        let mut values = environment.iter().filter(|(set, _)| set == name);
        values.next().map(|(_, value)| PathBuf::from(value))
    };
    let steers = |name: &OsString| {
        let name = name.to_string_lossy();
        STEERING.iter().any(|start| name.starts_with(start))
    };
    let steered = environment.iter().any(|(name, _)| steers(name));
    let home = value("HOME").filter(|home| !steered && home.is_absolute());
    let (Some(home), Some(own)) = (home, repository(folder)) else {
        return Said::Unclear;
    };
    let settings = value("XDG_CONFIG_HOME").filter(|folder| !folder.as_os_str().is_empty());
    let settings = settings.unwrap_or_else(|| home.join(".config"));
    let users = [home.join(".gitconfig"), settings.join("git/config")];
    let own = match own {
        Around::Repository(folder) => Some(folder.join("config")),
        Around::Nothing => None,
    };
    let files = own.into_iter().chain(users);
    files
        .map(|file| match fs::read_to_string(file) {
            Ok(text) => read(&text),
            Err(error) if error.kind() == ErrorKind::NotFound => Said::Nothing,
            Err(_) => Said::Unclear,
        })
        .find(|said| *said != Said::Nothing)
        .unwrap_or(Said::Nothing)
}

/// The `.git` of the repository around a folder, if there is one; none where only git can tell.
fn repository(folder: &Path) -> Option<Around> {
    let folder = folder.canonicalize().ok()?;
    let mut device = None;
    for folder in folder.ancestors() {
        let here = fs::metadata(folder).ok()?;
        // git does not go from one file system to another.
        if *device.get_or_insert(here.dev()) != here.dev() {
            return Some(Around::Nothing);
        }
        let inside = folder.join(".git");
        match fs::symlink_metadata(&inside) {
            // A worktree's or a submodule's, or one of somebody else, which git may not trust.
            Ok(found) => {
                let me = geteuid().as_raw();
                let own = found.is_dir() && found.uid() == me && here.uid() == me;
                let whole = inside.join("HEAD").is_file() && inside.join("objects").is_dir();
                return (own && whole).then_some(Around::Repository(inside));
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(_) => return None,
        }
        // A repository without a working tree.
        if folder.join("HEAD").exists() {
            return None;
        }
    }
    Some(Around::Nothing)
}

/// What the text of a file of git's settings says. Unclear wherever it says more than plain names and values: it takes in
/// other files, or has quotation marks or comments in the name.
fn read(text: &str) -> Said {
    let mut said = Said::Nothing;
    let mut section = "";
    for line in text.lines().map(str::trim) {
        if line.ends_with('\\') {
            return Said::Unclear;
        }
        if line.is_empty() || line.starts_with(['#', ';']) {
            continue;
        }
        if let Some(rest) = line.strip_prefix('[') {
            let Some(name) = rest.strip_suffix(']') else {
                return Said::Unclear;
            };
            section = name;
            if name.to_ascii_lowercase().starts_with("include") {
                return Said::Unclear;
            }
            continue;
        }
        let (key, value) = line.split_once('=').unwrap_or((line, ""));
        let is = |one: &str, other: &str| {
            section.eq_ignore_ascii_case(one) && key.trim().eq_ignore_ascii_case(other)
        };
        if is("extensions", "worktreeConfig") {
            return Said::Unclear;
        }
        if is("user", "name") {
            let name = value.trim();
            if name.is_empty() || name.contains(['"', '\\', '#', ';', '\t']) {
                return Said::Unclear;
            }
            said = Said::Name(name.to_owned());
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said is what git says, wherever anything is said: in files of the repository and of the user, and around
    /// them. Nothing to compare with where git is missing.
    #[test]
    fn git_says_the_same() {
        if Command::new("git").arg("--version").output().is_err() {
            return;
        }
        let all = tempfile::tempdir().unwrap();
        let inside = |name: &str| all.path().join(name);
        for folder in ["home/.config/git", "repository/articles", "plain"] {
            fs::create_dir_all(inside(folder)).unwrap();
        }
        let environment = ["HOME", "PATH"].map(|name| {
            let value = env::var_os(name).filter(|_| name == "PATH");
            let value = value.unwrap_or_else(|| inside("home").into_os_string());
            (OsString::from(name), value)
        });
        let git = |folder: &str, arguments: &[&str]| {
            let mut git = Command::new("git");
            git.args(arguments).current_dir(inside(folder)).env_clear();
            let output = git.envs(environment.iter().cloned()).output().unwrap();
            String::from_utf8(output.stdout).unwrap().trim().to_owned()
        };
        git("repository", &["init", "-q", "."]);
        let own = fs::read_to_string(inside("repository/.git/config")).unwrap();
        let rows = [
            ("", "", "", false),
            ("", "", "[user]\nname = Xenia", true),
            (
                "",
                "[user]\n\tname = Anna Petrova",
                "[user]\nname = Xenia",
                true,
            ),
            ("[user]\n name = Own", "[user]\n name = Anna", "", true),
            ("[user]\n name = Own", "[include]\n path = more", "", true),
            (
                "[include]\n path = more\n[user]\n name = Own",
                "",
                "",
                false,
            ),
        ];
        fs::write(inside("home/more"), "[user]\n name = Included").unwrap();
        fs::write(inside("repository/.git/more"), "[user]\n name = Included").unwrap();
        for (repository, home, settings, told) in rows {
            let config = format!("{own}{repository}\n");
            fs::write(inside("repository/.git/config"), config).unwrap();
            fs::write(inside("home/.gitconfig"), home).unwrap();
            fs::write(inside("home/.config/git/config"), settings).unwrap();
            for folder in ["repository/articles", "repository", "plain"] {
                let said = plainly(&inside(folder), &environment);
                if let Said::Name(name) = &said {
                    assert_eq!(*name, git(folder, &["config", "user.name"]), "{folder}");
                }
                let is_told = matches!(said, Said::Name(_));
                assert!(
                    is_told == told || folder == "plain",
                    "{repository} {home} {settings}"
                );
            }
        }
    }

    #[test]
    fn table() {
        let name = |name: &str| Said::Name(name.to_owned());
        for (text, said) in [
            ("", Said::Nothing),
            ("[user]\n\tname = Anna Petrova\n", name("Anna Petrova")),
            ("[User]\r\nName=Anna\r\n", name("Anna")),
            ("[user]\n name = Anna\n name = Bela", name("Bela")),
            ("[user]\n email = a@b\n[core]\n name = no", Said::Nothing),
            ("[user \"work\"]\n name = no", Said::Nothing),
            ("# [user]\n; name = no", Said::Nothing),
            ("[user]\n name = \"Anna\"", Said::Unclear),
            ("[user]\n name = Anna # me", Said::Unclear),
            ("[user]\n name = An\\\nna", Said::Unclear),
            ("[user] name = Anna", Said::Unclear),
            ("[user]\n name", Said::Unclear),
            ("[user]\n name = Anna\n[include]\n path = b", Said::Unclear),
            ("[includeIf \"gitdir:x\"]\n path = b", Said::Unclear),
            ("[extensions]\n worktreeconfig = true", Said::Unclear),
        ] {
            assert_eq!(read(text), said, "{text}");
        }
    }
}
