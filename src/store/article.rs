//! An article's file to text.

use crate::article::Article;
use crate::store::{NotText, StoreError};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use memchr::memchr_iter;
use std::fs;
use std::path::Path;

/// First bytes of formats that readers may mistake for an article.
const FORMATS: &[(&[u8], &str)] = &[
    (b"\xff\xfe\0\0", "text in UTF-32"),
    (b"\0\0\xfe\xff", "text in UTF-32"),
    (b"%PDF-", "a PDF document"),
    (
        b"PK\x03\x04",
        "a ZIP archive (.docx, .odt and .epub are such)",
    ),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office document"),
    (b"\x7fELF", "a program"),
];

/// Reads the article at `path`; it is called `name`. An empty file is an article without paragraphs.
///
/// A folder, a device, a missing file and a file that is not text are refused.
pub fn read_article(path: &Path, name: &str) -> Result<Article, StoreError> {
    Ok(Article::new(name, read_text(path)?))
}

/// Reads the text of the file at `path`, as [`decode`] does. Refuses what [`read_article`] refuses.
pub fn read_text(path: &Path) -> Result<String, StoreError> {
    let about = fs::metadata(path).map_err(|reason| StoreError::read(path, reason))?;
    if about.is_dir() {
        return Err(StoreError::Folder(path.to_owned()));
    }
    if !about.is_file() {
        return Err(StoreError::NotRegular(path.to_owned()));
    }
    let bytes = fs::read(path).map_err(|reason| StoreError::read(path, reason))?;
    decode(bytes).map_err(|reason| StoreError::NotText {
        path: path.to_owned(),
        reason,
    })
}

/// Bytes to text: UTF-8, UTF-16, else the encoding the bytes look like.
///
/// Text that is UTF-8 but for a few bytes stays UTF-8; those become `�`. Single NULs are kept (the view shows
/// them). Misses: UTF-16 without a byte order mark is only recognised by letters of the Latin alphabet, half of it at least.
pub fn decode(bytes: Vec<u8>) -> Result<String, NotText> {
    let format = FORMATS.iter().find(|(magic, _)| bytes.starts_with(magic));
    if let Some((_, name)) = format {
        return Err(NotText::Format(name));
    }
    if let Some((encoding, _)) = Encoding::for_bom(&bytes) {
        return Ok(encoding.decode(&bytes).0.into_owned());
    }
    let nuls = memchr_iter(0, &bytes).count();
    // Without a NUL it is no UTF-16 of Latin letters.
    if nuls > 0
        && let Some(text) = decode_unmarked_utf16(&bytes)
    {
        return Ok(text);
    }
    if nuls * 10 > bytes.len() {
        return Err(NotText::Binary);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(_) if nuls > 0 => Err(NotText::Binary),
        Err(error) => Ok(decode_legacy(error.as_bytes())),
    }
}

/// UTF-16 without a byte order mark: half of the units or more have a NUL for their high byte, none is one that no text has.
fn decode_unmarked_utf16(bytes: &[u8]) -> Option<String> {
    let (units, rest) = bytes.as_chunks::<2>();
    let zeros = |at: usize| units.iter().filter(|unit| unit.get(at) == Some(&0)).count();
    let (low, high) = (zeros(0), zeros(1));
    let encoding = if low > high { UTF_16BE } else { UTF_16LE };
    if !rest.is_empty() || low.max(high) * 2 < units.len().max(1) {
        return None;
    }
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let is_text = |c: char| !c.is_control() || c.is_whitespace();
    text.chars().all(is_text).then(|| text.into_owned())
}

fn decode_legacy(bytes: &[u8]) -> String {
    let encoding = if is_mostly_utf8(bytes) {
        UTF_8
    } else {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        detector.guess(None, Utf8Detection::Deny)
    };
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// Whether more characters beyond ASCII are good UTF-8 than are not: a damaged file, not another encoding.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn utf16(text: &str, bom: [u8; 2]) -> Vec<u8> {
        let little = bom == [0xff, 0xfe];
        let units = text.encode_utf16().flat_map(|unit| {
            if little {
                unit.to_le_bytes()
            } else {
                unit.to_be_bytes()
            }
        });
        bom.into_iter().chain(units).collect()
    }

    #[test]
    fn encodings() {
        let rows: [(Vec<u8>, &str); 10] = [
            ("“é” 漢".into(), "“é” 漢"),
            (b"\xef\xbb\xbfmark".into(), "mark"),
            (utf16("“é” 🙂", [0xff, 0xfe]), "“é” 🙂"),
            (utf16("“é” 🙂", [0xfe, 0xff]), "“é” 🙂"),
            (b"a\0b\0\x1c\x20d\0".into(), "ab“d"),
            (b"\0a\0b\x20\x1c\0d".into(), "ab“d"),
            (b"caf\xe9 au lait".into(), "café au lait"),
            (
                b"\x93Stop\x94, he said. It\x92s late.".into(),
                "“Stop”, he said. It’s late.",
            ),
            (b"\xc3\xa9t\xc3\xa9 \xff".into(), "été \u{fffd}"),
            (vec![], ""),
        ];
        for (bytes, text) in rows {
            assert_eq!(decode(bytes).unwrap(), text);
        }
    }

    #[test]
    fn what_is_not_text() {
        for (bytes, reason) in [
            (b"%PDF-1.7 x".to_vec(), NotText::Format("a PDF document")),
            (b"a\0\x02\0c\0d\0".to_vec(), NotText::Binary),
            (
                b"\xff\xfe\0\0a\0\0\0".to_vec(),
                NotText::Format("text in UTF-32"),
            ),
            (
                b"some words \xff\xfe\x80\0 and more of them".to_vec(),
                NotText::Binary,
            ),
        ] {
            assert_eq!(decode(bytes), Err(reason));
        }
        assert_eq!(
            decode(b"one NUL \0 in a text".to_vec()).unwrap(),
            "one NUL \0 in a text"
        );
    }

    proptest! {
        #[test]
        fn any_bytes_decode_or_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let valid = std::str::from_utf8(&bytes).is_ok_and(|text| !text.contains('\0') && !text.starts_with('\u{feff}'));
            let decoded = decode(bytes.clone());
            if valid && !FORMATS.iter().any(|(magic, _)| bytes.starts_with(magic)) {
                prop_assert_eq!(decoded.unwrap().into_bytes(), bytes);
            }
        }
    }
}
