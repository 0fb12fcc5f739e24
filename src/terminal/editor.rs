//! `$EDITOR`, on a private copy.

use std::env;
use std::fs::{self, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;
use std::process::Command;

/// Opens `text` in `$VISUAL` or `$EDITOR` (else `vi`) and returns what was written there; nothing when it came back
/// unchanged. The file is in a folder of its own that nobody else can read, and is removed afterwards; where the editor
/// failed and had written something, it is kept.
///
/// # Errors
/// In words, when the editor cannot be started, fails, or leaves what is not text. The text is still what it was.
pub(super) fn edit(text: &str) -> Result<Option<String>, String> {
    let editor = ["VISUAL", "EDITOR"]
        .into_iter()
        .filter_map(|name| env::var(name).ok())
        .find(|value| !value.trim().is_empty())
        .unwrap_or_else(|| "vi".to_owned());
    let folder = tempfile::Builder::new()
        .prefix("closeread-")
        .permissions(Permissions::from_mode(0o700))
        .tempdir()
        .map_err(|error| format!("no temporary folder for the editor: {error}"))?;
    let path = folder.path().join("note.md");
    // An empty note is an empty file: a line that is appended to it is its first.
    let end = if text.is_empty() { "" } else { "\n" };
    let given = format!("{text}{end}");
    write_private(&path, &given)
        .map_err(|error| format!("no temporary file for the editor: {error}"))?;
    let read = run(&editor, &path).and_then(|()| {
        let bytes =
            fs::read(&path).map_err(|error| format!("the editor's file is gone: {error}"))?;
        String::from_utf8(bytes).map_err(|_| format!("{editor} wrote what is not UTF-8"))
    });
    match read {
        Ok(changed) => {
            // Some editors put a mark of the encoding in front.
            let changed = changed.strip_prefix('\u{feff}').unwrap_or(&changed);
            let changed = changed.trim_end_matches(['\n', '\r']).to_owned();
            Ok((changed != text.trim_end_matches('\n')).then_some(changed))
        }
        Err(why) if fs::read(&path).is_ok_and(|left| left != given.as_bytes()) => {
            let kept = folder.keep().join("note.md");
            Err(format!(
                "{why}: the note is as it was; what was written is in {}",
                kept.display()
            ))
        }
        Err(why) => Err(format!("{why}: the note is as it was")),
    }
}

fn write_private(path: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    let mut file = options
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(text.as_bytes())
}

/// `$EDITOR` may hold arguments: "code --wait". A shell that ^C in the editor ends would report a failure and the note would
/// be thrown away; a trap, unlike ignoring, is not handed down to the editor.
fn run(editor: &str, path: &Path) -> Result<(), String> {
    let status = Command::new("sh")
        .args(["-c", &format!("trap : INT QUIT; {editor} \"$1\""), "sh"])
        .arg(path)
        .status()
        .map_err(|error| format!("{editor} did not start (set EDITOR): {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{editor} ended with {status}"))
    }
}
