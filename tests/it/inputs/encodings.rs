//! One article in every encoding it may come in: the notes on it keep their places.

use crate::run::closeread;
use std::fs;

const TEXT: &str = "The council met in Zürich on Monday.\n“Nothing is decided,” the mayor said – and left.\nThe café stayed open till midnight.\n";

const NOTES: &str = "\
closeread: 1
article: {path: seeds/a.txt}
annotations:
  - {id: aa, quote: 'in Zürich on', before: 'council met '}
  - {id: bb, quote: '“Nothing is decided,”', after: ' the mayor'}
  - {id: cc, quote: 'café stayed', before: 'The '}
  - {id: dd, quote: 'left.', before: 'said – and '}
";

fn units<const N: usize>(text: &str, bytes: fn(u16) -> [u8; N]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

fn windows_1252(text: &str) -> Vec<u8> {
    let byte = |c: char| match c {
        '“' => 0x93,
        '”' => 0x94,
        '–' => 0x96,
        c => u8::try_from(u32::from(c)).unwrap(),
    };
    text.chars().map(byte).collect()
}

type Row = (&'static str, Vec<u8>, Result<&'static str, &'static str>);

/// How it is encoded, the bytes, what `check` counts or why it is refused.
fn rows() -> Vec<Row> {
    let bom = |bytes: &[u8], rest: Vec<u8>| [bytes.to_vec(), rest].concat();
    let wide = |text: &str, bytes: fn(u32) -> [u8; 4]| -> Vec<u8> {
        text.chars().flat_map(|c| bytes(u32::from(c))).collect()
    };
    let all = Ok("4 found, 0 moved, 0 ambiguous, 0 lost");
    let damaged = TEXT.replace("midnight", "mid\u{1}night").into_bytes();
    let damaged: Vec<u8> = damaged
        .iter()
        .map(|&byte| if byte == 1 { 0xff } else { byte })
        .collect();
    vec![
        ("UTF-8", TEXT.into(), all),
        ("UTF-8 with a mark", bom(b"\xef\xbb\xbf", TEXT.into()), all),
        ("UTF-8 with a bad byte", damaged, all),
        (
            "UTF-8 with NUL",
            TEXT.replace("midnight", "mid\0night").into(),
            all,
        ),
        (
            "UTF-16 LE with a mark",
            bom(b"\xff\xfe", units(TEXT, u16::to_le_bytes)),
            all,
        ),
        (
            "UTF-16 BE with a mark",
            bom(b"\xfe\xff", units(TEXT, u16::to_be_bytes)),
            all,
        ),
        ("UTF-16 LE", units(TEXT, u16::to_le_bytes), all),
        ("UTF-16 BE", units(TEXT, u16::to_be_bytes), all),
        (
            "UTF-32 LE with a mark",
            bom(b"\xff\xfe\0\0", wide(TEXT, u32::to_le_bytes)),
            Err("UTF-32"),
        ),
        (
            "UTF-32 BE with a mark",
            bom(b"\0\0\xfe\xff", wide(TEXT, u32::to_be_bytes)),
            Err("UTF-32"),
        ),
        ("Windows-1252", windows_1252(TEXT), all),
        ("CR LF", TEXT.replace('\n', "\r\n").into(), all),
        ("CR", TEXT.replace('\n', "\r").into(), all),
        ("binary", b"a\0b\0\0\0\x01\x02\xff".to_vec(), Err("binary")),
    ]
}

#[test]
fn notes_keep_their_places_in_every_encoding() {
    for (name, bytes, expected) in rows() {
        let folder = crate::run::folder(&[
            ("seeds/a.txt", &bytes),
            ("notes/anna/a.yaml", NOTES.as_bytes()),
        ]);
        let run = |arguments: &[&str]| {
            let output = closeread(folder.path())
                .env("CLOSEREAD_READER", "anna")
                .args(arguments)
                .output()
                .unwrap();
            let said = [output.stdout, output.stderr].concat();
            (output.status.code(), String::from_utf8(said).unwrap())
        };
        let (code, checked) = run(&["check"]);
        let (exported_code, exported) = run(&["export", "seeds/a.txt"]);
        match expected {
            Ok(counts) => {
                assert!(checked.contains(counts), "{name}: {checked}");
                assert_eq!(
                    (code, exported_code),
                    (Some(0), Some(0)),
                    "{name}: {exported}"
                );
                assert!(exported.contains("Zürich"), "{name}: {exported}");
            }
            Err(reason) => {
                assert!(checked.contains(reason), "{name}: {checked}");
                assert!(exported.contains(reason), "{name}: {exported}");
                assert_eq!((code, exported_code), (Some(1), Some(2)), "{name}");
            }
        }
        assert_eq!(fs::read(folder.path().join("seeds/a.txt")).unwrap(), bytes);
    }
}
