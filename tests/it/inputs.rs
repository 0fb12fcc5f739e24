//! Files that are made to cost a lot, given to the real program under a limit of memory.

mod encodings;

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::LazyLock;

/// What the program may take, in MB of address space: the text, what is made of it, and the stacks of its threads.
const MEMORY: usize = 512;

const HEAD: &str = "closeread: 1\narticle: {path: seeds/a.txt}\n";

/// The program, run by a shell that limits its memory.
fn limited(folder: &Path, arguments: &[&str]) -> Output {
    let command = format!("ulimit -v {} && exec \"$0\" \"$@\"", MEMORY << 10);
    Command::new("sh")
        .args(["-c", &command, env!("CARGO_BIN_EXE_closeread")])
        .args(arguments)
        .current_dir(folder)
        .env("CLOSEREAD_READER", "anna")
        .output()
        .unwrap()
}

fn laughs() -> String {
    let mut text = "a: &a [lol, lol]\n".to_owned();
    for (one, next) in "abcdefgh".chars().zip("bcdefghi".chars()) {
        let all = vec![format!("*{one}"); 9].join(", ");
        text += &format!("{next}: &{next} [{all}]\n");
    }
    text
}

fn stairs(depth: usize) -> String {
    (0..depth).map(|at| " ".repeat(at) + "a:\n").collect()
}

type Bomb = (&'static str, String, &'static str);

/// What it is, the text, what is said of it.
static BOMBS: LazyLock<Vec<Bomb>> = LazyLock::new(|| {
    let deep = "nested too deeply";
    let many = "more than a million";
    let many_of = |part: &str, count: usize| part.repeat(count);
    vec![
        ("a billion laughs", laughs(), "aliases"),
        (
            "laughs of merge keys",
            "a: &a {x: 1}\nb: &b\n  <<: [*a, *a]\n".into(),
            "aliases",
        ),
        (
            "a long text many times",
            format!(
                "a: &a {}\nb: [{}]\n",
                many_of("x", 100_000),
                many_of("*a, ", 100_000)
            ),
            "aliases",
        ),
        ("a list in itself", "a: &a [*a]\n".into(), "aliases"),
        ("brackets", format!("a: {}", many_of("[", 10_000)), deep),
        (
            "closed brackets",
            format!("a: {}{}\n", many_of("[", 10_000), many_of("]", 10_000)),
            deep,
        ),
        (
            "brackets on lines of their own",
            format!("a: {}{}\n", many_of("[\n", 10_000), many_of("]\n", 10_000)),
            deep,
        ),
        (
            "braces",
            format!("a: {}{}\n", many_of("{a: ", 10_000), many_of("}", 10_000)),
            deep,
        ),
        (
            "brackets beside quoted ones",
            format!(
                "a: {}b{}\n",
                many_of("['] ',", 10_000),
                many_of("]", 10_000)
            ),
            deep,
        ),
        ("blocks", stairs(1_500), deep),
        (
            "dashes",
            format!("a:\n  {}b\n", many_of("- ", 10_000)),
            deep,
        ),
        ("question marks", many_of("? ", 10_000) + "a\n", deep),
        (
            "dashes after a carriage return",
            format!("a:\r  {}b\n", many_of("- ", 10_000)),
            deep,
        ),
        ("lines", many_of("#\n", 1_100_000), many),
        ("keys", many_of("a:\n", 1_100_000), many),
        (
            "items",
            format!("a: [{}]\n", many_of("a,", 1_100_000)),
            many,
        ),
        (
            "anchors",
            format!("a: [{}]\n", many_of("&a b, ", 200_000)),
            many,
        ),
        (
            "a quotation that does not end",
            format!("a: \"{}", many_of("x", 8_000_000)),
            "unexpected end",
        ),
    ]
});

/// Files that are refused by their size; nothing of them is read.
fn huge(path: &Path) {
    fs::File::create(path).unwrap().set_len(100 << 20).unwrap();
}

fn workspace() -> tempfile::TempDir {
    crate::run::folder(&[
        ("seeds/a.txt", b"The council met.\nThe mayor spoke.\n"),
        ("notes/anna/a.yaml", HEAD.as_bytes()),
        ("notes/demo/a.yaml", HEAD.as_bytes()),
        ("base", HEAD.as_bytes()),
        ("ours", b"closeread: 1\nreader: Anna\n"),
    ])
}

const FILES: [&str; 4] = [
    "notes/anna/a.yaml",
    "notes/codebook.yaml",
    "notes/lexicon.yaml",
    "closeread.yaml",
];

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// The checks of one hostile file in every place: `check` names it, `export` and the desk refuse it or say what it is, and
/// nothing falls over for want of memory.
fn is_refused(name: &str, says: &str, write: impl Fn(&Path)) {
    for file in FILES {
        let folder = workspace();
        let path = folder.path().join(file);
        write(&path);
        let about = fs::metadata(&path).unwrap();
        // The dear ones need not be tried in every place: they are all read in the same way.
        if about.len() > 500_000 && about.blocks() > 0 && file != FILES[0] {
            continue;
        }
        for arguments in [
            &["check"][..],
            &["export", "seeds/a.txt", "--format", "markdown"],
        ] {
            let output = limited(folder.path(), arguments);
            let said = said(&output);
            assert!(
                matches!(output.status.code(), Some(0..=2)),
                "{name}: {file}: {arguments:?}: {:?}\n{said}",
                output.status
            );
            if arguments == ["check"] {
                assert!(said.contains(says), "{name}: {file}: {said}");
                assert_eq!(output.status.code(), Some(1), "{name}: {file}: {said}");
            }
        }
    }
}

#[test]
fn yaml_that_would_cost_a_lot_is_refused_everywhere() {
    for (name, text, says) in BOMBS.iter() {
        is_refused(name, says, |path| fs::write(path, text).unwrap());
    }
}

#[test]
fn a_yaml_file_of_100_mb_is_refused_everywhere() {
    let says = "100 MB is more than the 8 MB a YAML file may have";
    is_refused("a huge file", says, huge);
}

/// A merge of such a file is a conflict of lines that keeps both sides, or is refused, so that git stops.
#[test]
fn yaml_that_would_cost_a_lot_is_not_merged() {
    for (name, text, _) in BOMBS.iter() {
        let folder = workspace();
        fs::write(folder.path().join("theirs"), text).unwrap();
        let output = limited(folder.path(), &["merge", "base", "ours", "theirs"]);
        assert_eq!(output.status.code(), Some(1), "{name}: {}", said(&output));
        let merged = fs::read_to_string(folder.path().join("ours")).unwrap();
        assert!(merged.contains("reader: Anna"), "{name}");
    }
    let folder = workspace();
    huge(&folder.path().join("theirs"));
    let output = limited(folder.path(), &["merge", "base", "ours", "theirs"]);
    assert_eq!(output.status.code(), Some(129));
    let ours = fs::read_to_string(folder.path().join("ours")).unwrap();
    assert_eq!(ours, "closeread: 1\nreader: Anna\n");
}

/// What somebody else has beside my notebook does not stop my summary; a summary of everybody's says what is missing.
#[test]
fn a_colleagues_hostile_notebook_stops_nobody() {
    let texts = BOMBS.iter().map(|(name, text, _)| (*name, Some(text)));
    for (name, text) in texts.chain([("a huge file", None)]) {
        let folder = workspace();
        let path = folder.path().join("notes/demo/a.yaml");
        match text {
            Some(text) => fs::write(&path, text).unwrap(),
            None => huge(&path),
        }
        let mine = limited(
            folder.path(),
            &["export", "seeds/a.txt", "--reader", "anna"],
        );
        assert_eq!(mine.status.code(), Some(0), "{name}: {}", said(&mine));
        assert!(said(&mine).contains("A close reading of a.txt"), "{name}");
        let all = limited(folder.path(), &["export", "seeds/a.txt"]);
        assert_eq!(all.status.code(), Some(2), "{name}: {}", said(&all));
        assert!(said(&all).contains("notes/demo/a.yaml"), "{name}");
    }
}

/// Brackets and dashes in what readers write nest nothing.
#[test]
fn many_brackets_in_notes_are_no_bomb() {
    let folder = workspace();
    let note = |n: usize| {
        format!(
            "  - id: n{n}\n    quote: 'said, [the mayor'\n    note: |-\n      - [ {{\n      [\n      {}\n",
            "- ".repeat(600)
        )
    };
    let notes: String = (0..1_500).map(note).collect();
    let text = format!("{HEAD}annotations:\n{notes}");
    fs::write(folder.path().join("notes/anna/a.yaml"), text).unwrap();
    let output = limited(folder.path(), &["check", "--level", "error"]);
    let said = said(&output);
    assert!(said.contains("2 notebooks, 1500 annotations"), "{said}");
    assert_eq!(output.status.code(), Some(0), "{said}");
}
