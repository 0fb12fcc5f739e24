//! The real program, run without a terminal; what it did as one block of text.

use std::fmt::Write;
use std::path::Path;

/// The program, called in `folder`, with nothing of the caller's that could change what it says.
pub(crate) fn closeread(folder: &Path) -> assert_cmd::Command {
    let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_closeread"));
    command
        .current_dir(folder)
        .env_remove("CLOSEREAD_READER")
        .env("USER", "tester")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null");
    command
}

/// What a run of `arguments` in `folder` with `input` led to: output, then errors, then the exit code.
pub(crate) fn block(folder: &Path, arguments: &[&str], input: &[u8]) -> String {
    let output = closeread(folder)
        .args(arguments)
        .write_stdin(input)
        .output()
        .unwrap();
    let mut text = String::new();
    for (name, bytes) in [("", &output.stdout), ("! ", &output.stderr)] {
        for line in String::from_utf8_lossy(bytes).lines() {
            let _ = writeln!(text, "{}", format!("{name}{line}").trim_end());
        }
    }
    let _ = write!(text, "exit {}", output.status.code().unwrap());
    text
}

/// A new folder with these files.
pub(crate) fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder
}
