//! Changes of files that people write in: nothing else is touched.

use crate::store::desk::{Desk, annotation, two};
use closeread::notes::{Annotation, At, Id, Notebook, Reviewed};

/// A file as people write them by hand.
pub(super) const BY_HAND: &str = "\
# my notes
closeread: 1
reader: \"Anna Petrova\"   # me
project: turkey            # not ours
article: {path: seeds/a.txt, sha256: '0a1b2c', url: 'https://example.org'}
annotations:

    # first things first
    - id: aa
      at: 2:1              # the lead
      quote: \"civil defense\"
      tags:
        - fear
        # the second one is new
        - octopus
      weight: {a: [1, 2]}
      note: >-
        folded
        by hand

    # about bb
    - quote: mechanism
      id: bb
      note:
      tags: [one]
    - {id: cc, quote: Kyiv regime, mood: bad}
    # the end

appendix: [x]
";

/// Lines that differ: those of either text that the other has not, in order.
fn changed_lines(old: &str, new: &str) -> (Vec<String>, Vec<String>) {
    let (old, new): (Vec<_>, Vec<_>) = (old.lines().collect(), new.lines().collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let tail = tail.min(old.len() - head).min(new.len() - head);
    let of = |lines: &[&str]| {
        lines[head..lines.len() - tail]
            .iter()
            .map(ToString::to_string)
            .collect()
    };
    (of(&old), of(&new))
}

type Change = fn(&mut Notebook);

fn blank() -> Annotation {
    Annotation {
        id: Id("nn".into()),
        ..Annotation::default()
    }
}

/// What is changed in [`BY_HAND`]; the lines that go, and those that come.
const CHANGES: &[(&str, Change, &[&str], &[&str])] = &[
    (
        "note by hand",
        |n| n.annotations[0].note = Some("one\ntwo".into()),
        &["      note: >-", "        folded", "        by hand"],
        &["      note: |-", "        one", "        two"],
    ),
    (
        "position, with its comment",
        |n| n.annotations[0].at = At::parse("3:12"),
        &["      at: 2:1              # the lead"],
        &["      at: '3:12'              # the lead"],
    ),
    (
        "quotation",
        |n| n.annotations[0].selector.quote = "no".into(),
        &["      quote: \"civil defense\""],
        &["      quote: 'no'"],
    ),
    (
        "tag added to lines",
        |n| n.annotations[0].tags.push("12:30".into()),
        &[],
        &["        - '12:30'"],
    ),
    (
        "tag taken from lines",
        |n| {
            n.annotations[0].tags.remove(0);
        },
        &["        - fear"],
        &[],
    ),
    (
        "all tags taken",
        |n| n.annotations[0].tags.clear(),
        &[
            "      tags:",
            "        - fear",
            "        # the second one is new",
            "        - octopus",
        ],
        &[],
    ),
    (
        "tag added in brackets",
        |n| n.annotations[1].tags.push("a, b".into()),
        &["      tags: [one]"],
        &["      tags: [one, 'a, b']"],
    ),
    (
        "empty note filled",
        |n| n.annotations[1].note = Some("x".into()),
        &["      note:"],
        &["      note: |-", "        x"],
    ),
    (
        "flag added",
        |n| n.annotations[1].flag = Some("praise".into()),
        &[],
        &["      flag: praise"],
    ),
    (
        "in braces",
        |n| n.annotations[2].note = Some("a, b\nc".into()),
        &["    - {id: cc, quote: Kyiv regime, mood: bad}"],
        &["    - {id: cc, quote: Kyiv regime, note: \"a, b\\nc\", mood: bad}"],
    ),
    (
        "the article's digest, in braces",
        |n| n.article.sha256 = "ffff".into(),
        &["article: {path: seeds/a.txt, sha256: '0a1b2c', url: 'https://example.org'}"],
        &["article: {path: seeds/a.txt, sha256: ffff, url: 'https://example.org'}"],
    ),
    (
        "reader",
        |n| n.reader = "Bo".into(),
        &["reader: \"Anna Petrova\"   # me"],
        &["reader: Bo   # me"],
    ),
    (
        "first goes",
        |n| {
            n.annotations.remove(0);
        },
        &[
            "    - id: aa",
            "      at: 2:1              # the lead",
            "      quote: \"civil defense\"",
            "      tags:",
            "        - fear",
            "        # the second one is new",
            "        - octopus",
            "      weight: {a: [1, 2]}",
            "      note: >-",
            "        folded",
            "        by hand",
        ],
        &[],
    ),
    (
        "last goes",
        |n| {
            n.annotations.pop();
        },
        &["    - {id: cc, quote: Kyiv regime, mood: bad}"],
        &[],
    ),
    (
        "one comes in between",
        |n| n.annotations.insert(1, blank()),
        &[],
        &["    - id: nn", "      quote: ''", ""],
    ),
    (
        "one comes first",
        |n| n.annotations.insert(0, blank()),
        &[],
        &["    - id: nn", "      quote: ''", ""],
    ),
    (
        "one comes last",
        |n| n.annotations.push(blank()),
        &[],
        &["", "    - id: nn", "      quote: ''"],
    ),
    (
        "reviewed",
        |n| n.reviewed.push(Reviewed::parse("p1-00000000").unwrap()),
        &[],
        &["", "reviewed:", "  - p1-00000000"],
    ),
];

#[test]
fn a_change_touches_its_own_lines_only() {
    for (name, change, gone, come) in CHANGES {
        let desk = Desk::with(BY_HAND);
        let saved = desk
            .change(change)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let (old, new) = changed_lines(BY_HAND, &desk.text());
        assert_eq!(
            (old, new),
            (
                gone.iter().map(ToString::to_string).collect(),
                come.iter().map(ToString::to_string).collect()
            ),
            "{name}\n{}",
            desk.text()
        );
        assert_eq!(desk.open().notebook(), &saved.notebook, "{name}");
        // and the same in a file with CR LF, and in one without a last line break
        let crlf = Desk::with(&BY_HAND.replace('\n', "\r\n"));
        crlf.change(change)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(crlf.text(), desk.text().replace('\n', "\r\n"), "{name}");
        let short = Desk::with(BY_HAND.trim_end());
        short
            .change(change)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(short.text(), desk.text(), "{name}");
    }
}

#[test]
fn every_shape_of_an_empty_list_can_be_filled() {
    for text in [
        "",
        "# only a comment\n",
        "reader: x\n",
        "annotations:\n",
        "annotations: []  # none yet\nreviewed: []\n",
        "annotations: ~\nreviewed:\n",
        "---\nannotations: null\n...\n",
        "\u{feff}annotations:\n",
        "annotations: []",
    ] {
        let desk = Desk::with(text);
        desk.change(|notebook| {
            notebook.annotations = two();
            notebook.reviewed = vec![Reviewed::parse("p2-00000000").unwrap()];
        })
        .unwrap_or_else(|error| panic!("{text:?}: {error}"));
        let again = desk.open();
        assert_eq!(
            again.notebook().annotations,
            two(),
            "{text:?}\n{}",
            desk.text()
        );
        assert_eq!(again.notebook().reviewed.len(), 1);
        let comments = |text: &str| text.matches("# ").count();
        assert!(comments(&desk.text()) >= comments(text));
        // and emptied again
        desk.change(|notebook| {
            notebook.annotations.clear();
            notebook.reviewed.clear();
        })
        .unwrap_or_else(|error| panic!("{text:?}: {error}\n{}", desk.text()));
        assert!(desk.open().notebook().annotations.is_empty());
    }
}

fn four_hundred() -> Vec<Annotation> {
    (0..400)
        .map(|n| annotation(&format!("id{n}"), n + 1))
        .collect()
}

#[test]
fn one_note_among_four_hundred_changes_its_line() {
    let desk = Desk::new();
    desk.change(|notebook| notebook.annotations = four_hundred())
        .unwrap();
    let before = desk.text();
    desk.change(|notebook| {
        notebook.annotations[200].note =
            Some("Agency on one side only.\n\nCompare # 14: yes".into());
    })
    .unwrap();
    let (gone, come) = changed_lines(&before, &desk.text());
    assert_eq!(gone, ["      Compare # 13: yes"]);
    assert_eq!(come, ["      Compare # 14: yes"]);
    desk.change(|notebook| notebook.annotations = four_hundred())
        .unwrap();
    assert_eq!(desk.text(), before);
}

/// Found by mutated files: a block that keeps the blank lines below it grew, one without a line break at its end could
/// not be saved.
#[test]
fn a_block_at_the_end_stays_what_it_says() {
    let note = "annotations:\n  - id: aa\n    quote: a\n\n  - id: bb\n    quote: b\n    note: ";
    for (block, end) in [
        ("|+\n      kept\n\n\n", ""),
        ("|\n      clipped", "\n"),
        (">-\n      folded", "\n"),
    ] {
        let text = format!("{note}{block}");
        let desk = Desk::with(&text);
        desk.change(|notebook| {
            notebook.annotations.push(blank());
            notebook.reviewed = vec![Reviewed::parse("p1-00000000").unwrap()];
        })
        .unwrap_or_else(|error| panic!("{block:?}: {error}"));
        let now = desk.text();
        assert!(now.starts_with(&(text + end)), "{now:?}");
        assert_eq!(desk.open().notebook().annotations.len(), 3, "{now:?}");
    }
}

#[test]
fn putting_back_what_was_deleted_leaves_no_trace() {
    for at in [0, 1, 2] {
        let desk = Desk::new();
        desk.change(|notebook| notebook.annotations = four_hundred()[..3].to_vec())
            .unwrap();
        let before = desk.text();
        desk.change(|notebook| {
            notebook.annotations.remove(at);
        })
        .unwrap();
        desk.change(|notebook| notebook.annotations = four_hundred()[..3].to_vec())
            .unwrap();
        assert_eq!(desk.text(), before, "{at}");
    }
}

/// Found by random notebooks: both went to the end of the file, and the new list took what belongs to the other.
#[test]
fn a_new_list_stands_behind_what_another_gets_at_its_end() {
    let text = "closeread: 1\nreader: a\nannotations: []\nimported:\n  - aa\n";
    let desk = Desk::with(text);
    desk.change(|notebook| {
        notebook.reviewed = vec![Reviewed::parse("p1-00000000").unwrap()];
        notebook.imported.push(Id("bb".into()));
    })
    .unwrap();
    assert_eq!(
        desk.text(),
        text.to_owned() + "  - bb\n\nreviewed:\n  - p1-00000000\n"
    );
}
