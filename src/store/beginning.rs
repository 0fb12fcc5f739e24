//! The beginning of a long file.

use std::fs::File;
use std::io::Read;
use std::path::Path;

/// A shorter file is read in less time than anybody notices.
const LONG: u64 = 1024 * 1024;

/// So many bytes are more than the largest screen shows.
const FIRST: usize = 64 * 1024;

/// Whole lines, else whole words, at the beginning of a long text, and how many bytes the file has.
///
/// None of a short file, and where the beginning alone does not say what the text is: bytes that are not UTF-8, a NUL, nothing between words.
pub fn beginning_of(path: &Path) -> Option<(String, u64)> {
    let about = path.metadata().ok()?;
    if !about.is_file() || about.len() < LONG {
        return None;
    }
    let mut bytes = Vec::with_capacity(FIRST);
    let file = File::open(path).ok()?;
    file.take(FIRST as u64).read_to_end(&mut bytes).ok()?;
    let end = memchr::memrchr(b'\n', &bytes).or_else(|| memchr::memrchr(b' ', &bytes))?;
    bytes.truncate(end);
    let text = String::from_utf8(bytes).ok()?;
    let is_plain = !text.contains('\0') && !text.starts_with("%PDF-");
    is_plain.then_some((text, about.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn only_of_what_is_long_and_surely_text() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        let begins = |content: &[u8], times: usize| {
            fs::write(&path, content.repeat(times)).unwrap();
            beginning_of(&path).map(|(text, _)| text.lines().count())
        };
        assert_eq!(begins("é 15 bytes long\n".as_bytes(), 70_000), Some(3_855));
        assert_eq!(begins(b"15 bytes, short\n", 6_000), None);
        assert_eq!(begins(b"no line ends ", 100_000), Some(1));
        assert_eq!(begins(b"nowordends", 200_000), None);
        assert_eq!(begins(b"latin \xe9\n", 200_000), None);
        assert_eq!(begins(b"n\0l\n", 400_000), None);
        assert_eq!(beginning_of(folder.path()), None);
    }
}
