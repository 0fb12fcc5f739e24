//! `$EDITOR`, on a private copy.

use std::io::Write;
use std::process::Command;
use std::{env, fs};

/// Opens `text` in `$VISUAL` or `$EDITOR` (else `vi`) and returns what was written there; nothing when it came back
/// unchanged. The file is in a folder of its own that nobody else can read, and is removed afterwards.
///
/// # Errors
/// In words, when the editor cannot be started, fails, or leaves what is not text. The text is still what it was.
pub(super) fn edit(text: &str) -> Result<Option<String>, String> {
    let editor = ["VISUAL", "EDITOR"]
        .into_iter()
        .filter_map(|name| env::var(name).ok())
        .find(|value| !value.trim().is_empty())
        .unwrap_or_else(|| "vi".to_owned());
    let said = |what: &str, error: std::io::Error| format!("{what}: {error}");
    let folder = tempfile::Builder::new()
        .prefix("closeread-")
        .tempdir()
        .map_err(|e| said("no temporary folder for the editor", e))?;
    let path = folder.path().join("note.md");
    let mut file =
        fs::File::create(&path).map_err(|e| said("no temporary file for the editor", e))?;
    // An empty note is an empty file: a line that is appended to it is its first.
    let end = if text.is_empty() { "" } else { "\n" };
    write!(file, "{text}{end}").map_err(|e| said("no temporary file for the editor", e))?;
    drop(file);
    // `$EDITOR` may hold arguments: "code --wait". A shell that ^C in the editor ends would report a failure and the
    // note would be thrown away; a trap, unlike ignoring, is not handed down to the editor.
    let status = Command::new("sh")
        .args(["-c", &format!("trap : INT QUIT; {editor} \"$1\""), "sh"])
        .arg(&path)
        .status()
        .map_err(|e| said(&format!("{editor} did not start (set EDITOR)"), e))?;
    if !status.success() {
        return Err(format!(
            "{editor} ended with {status}: the note is as it was"
        ));
    }
    let bytes = fs::read(&path).map_err(|e| said("the editor's file is gone", e))?;
    let changed = String::from_utf8(bytes)
        .map_err(|_| format!("{editor} wrote what is not UTF-8: the note is as it was"))?;
    let changed = changed.trim_end_matches(['\n', '\r']).to_owned();
    Ok((changed != text.trim_end_matches('\n')).then_some(changed))
}
