//! What a hostile text may not send to the terminal.

use crate::terminal::harness::{Terminal, Workspace, count};
use crate::terminal::screen::ARTICLE;
use std::fs;

const PAYLOAD: &str =
    "\x1b]52;c;ZXZpbA==\x07 \u{9b}31m \u{202e}back\u{202c} nul\0nul \x1b[?1049l\x1bc";

/// What no frame contains, whoever wrote it.
const NEVER: &[&[u8]] = &[
    b"\x1b]52",
    b"\x1bc",
    b"\x07",
    b"\0",
    b"\xc2\x9b",
    b"\xe2\x80\xae",
    b"\xe2\x80\xac",
    b"\x1b[31m",
];

/// The payload in YAML, where controls have to be escaped.
fn escaped() -> String {
    PAYLOAD
        .chars()
        .map(|c| format!("\\U{:08X}", c as u32))
        .collect()
}

#[test]
fn nothing_of_a_hostile_text_reaches_the_terminal() {
    let demo = format!(
        "closeread: 1\nreader: \"demo {0}\"\nannotations:\n  - id: b4c5d6\n    quote: The council\n    tags: [\"x{0}\"]\n    \
         note: \"note of demo {0}\"\n  - id: c4c5d6\n    quote: The council\n    flag: \"f{0}\"\n    reason: \"r{0}\"\n  \
         - id: d4c5d6\n    quote: \"lost {0}\"\n",
        escaped()
    );
    let anna = format!(
        "closeread: 1\nannotations:\n  - id: f4c5d6\n    quote: “No,”\n    note: \"own note {}\"\n",
        escaped()
    );
    let article = format!(
        "The council met. {PAYLOAD} Then it left.\n“No,” said Ada \u{202e}Lowe. {PAYLOAD}\n"
    );
    let name = "seeds/a \x1b]52;c;ZXZpbA==\x07 \u{202e}b.txt";
    let workspace = Workspace::new(&[(name, &article)]);
    workspace.write(
        &name.replace("seeds", "notes/demo").replace(".txt", ".yaml"),
        &demo,
    );
    workspace.write(
        &name.replace("seeds", "notes/anna").replace(".txt", ".yaml"),
        &anna,
    );
    let mut terminal = workspace.open((120, 40), &[name]);
    terminal.wait_for(&[
        "␛]52;c;ZXZpbA==␇",
        "nul␀nul",
        "note of demo ␛]52",
        "x␛",
        "help",
    ]);
    // The list, a search, the own note in the editor, a paste, the path of the export.
    terminal.press("o");
    terminal.wait_for(&["lost ␛]52"]);
    terminal.press("o");
    // The first note is demo's; the own one stands in the margin before it is opened, so the editor's title is waited for.
    terminal.press("]n]na");
    terminal.wait_for(&["note on “No,”", "own note ␛]52"]);
    terminal.paste("\u{202e}pasted\x1bc\u{9b}31m");
    terminal.wait_for(&["pasted"]);
    terminal.press("\r");
    terminal.press("e");
    terminal.wait_for(&["a ␛]52"]);
    terminal.press("\x1b");
    terminal.wait_for(&["nothing was written"]);
    terminal.press("q");
    let ended = terminal.end();
    ended.with_code(0);
    assert_clean(&ended.log);
}

#[test]
fn nothing_of_a_hostile_file_name_reaches_the_shell() {
    let workspace = Workspace::new(&[]);
    let name = "a\x1b]52;c;ZXZpbA==\x07\u{9b}31m\u{202e}.txt";
    let ended = workspace.open((120, 40), &[name]).end();
    ended.with_code(2);
    assert!(
        ended.screen.contains("there is no such file"),
        "{}",
        ended.screen
    );
    assert_clean(&ended.log);
}

/// What the reader's own editor leaves, with bytes that no key types.
#[test]
fn nothing_of_what_an_editor_left_reaches_the_terminal() {
    let workspace = Workspace::new(&[("seeds/a.txt", "The council met.\nThen it left.\n")]);
    workspace.write(
        "payload",
        &format!("\u{feff}note {PAYLOAD}\u{200b}\r\nmore\n"),
    );
    let workspace = workspace.with("EDITOR", "cp payload");
    let mut terminal = workspace.open((120, 40), &["seeds/a.txt"]);
    terminal.wait_for(&["The council met", "help"]);
    terminal.press("E");
    terminal.wait_for(&["␛]52;c;ZXZpbA==␇", "nul␀nul", "1 note"]);
    // In the editor here, in the list, in what undo names, in a search.
    terminal.press("a");
    terminal.wait_for(&["note on “", "│ note ␛]52;c;ZXZpbA==␇", "[?1049l␛c·"]);
    terminal.press("\x03");
    terminal.wait_until("the note closed", |seen| {
        !seen.contents().contains("Enter save")
    });
    terminal.press("o");
    terminal.wait_for(&["1 on this article", "note ␛]52;c;ZXZpbA==␇"]);
    terminal.press("ou");
    terminal.wait_for(&["undid: "]);
    terminal.press("\x12q");
    let ended = terminal.end();
    ended.with_code(0);
    assert_clean(&ended.log);
    let again = workspace.open((120, 40), &["seeds/a.txt"]);
    again.wait_for(&["␛]52;c;ZXZpbA==␇", "nul␀nul", "1 note"]);
}

/// The agreed tags, the project's own words, with what is wrong about them.
#[test]
fn nothing_of_a_hostile_codebook_or_lexicon_reaches_the_terminal() {
    let evil = escaped();
    let workspace = Workspace::new(&[("seeds/a.txt", "The council met.\nThen it left.\n")]);
    workspace.write(
        "notes/codebook.yaml",
        &format!("tags:\n  - name: \"tag {evil}\"\n    definition: \"def {evil}\"\n    parent: \"up {evil}\"\n    colour: \"{evil}\"\n"),
    );
    let lexicon = format!(
        "flag:\n  - {{words: council, category: fear, reason: \"why {evil}\"}}\n  - {{words: \"w {evil}\", category: \"cat {evil}\"}}\n"
    );
    workspace.write("notes/lexicon.yaml", &lexicon);
    let mut terminal = workspace.open((200, 40), &["seeds/a.txt", "--strictness", "all"]);
    terminal.wait_for(&["notes/lexicon.yaml:", "␛]52"]);
    terminal.press("]dK");
    terminal.wait_for(&["why ␛]52"]);
    terminal.press("\x03t");
    terminal.wait_for(&["tag ␛]52"]);
    // A tag of one's own that is as hostile, by a paste.
    terminal.paste("own\u{202e}\u{9b}31m\x1bc");
    terminal.wait_for(&["own"]);
    terminal.press("\r\x03");
    terminal.wait_for(&["#own"]);
    workspace.write(
        "notes/codebook.yaml",
        &format!("tags:\n  - name: [\"{evil}\"]\n"),
    );
    terminal.wait_for(&["notes/codebook.yaml:2:"]);
    workspace.write("notes/lexicon.yaml", &format!("flag:\n  - \"{evil}\": 1\n"));
    terminal.wait_for(&["notes/lexicon.yaml:2:"]);
    terminal.signal(rustix::process::Signal::TERM);
    let ended = terminal.end();
    ended.with_code(0);
    assert_clean(&ended.log);
}

/// The settings, and what is wrong about them; readers' names from there, the environment and the command line.
#[test]
fn nothing_of_hostile_settings_or_names_reaches_the_terminal() {
    let evil = escaped();
    for (settings, shown) in [
        (format!("reader: \"anna {evil}\"\n"), "anna"),
        (
            format!("theme: \"pink {evil}\"\n"),
            "no theme is called “pink ␛]52",
        ),
        (format!("notes: \"../{evil}\"\n"), "closeread.yaml:"),
        (format!("\"unknown {evil}\": 1\n"), "closeread.yaml:"),
        (
            format!("keys:\n  \"x {evil}\": \"next {evil}\"\n"),
            "closeread.yaml:",
        ),
        (format!("keys: \"{evil}\"\n"), "closeread.yaml:"),
    ] {
        let workspace = Workspace::new(&[("seeds/a.txt", "The council met.\n")]);
        workspace.write("closeread.yaml", &settings);
        let workspace = workspace.with("CLOSEREAD_READER", "");
        let terminal = workspace.open((200, 30), &["seeds/a.txt"]);
        drop_and_look(terminal, shown);
    }
    let name = "anna \x1b]52;c;ZXZpbA==\x07\u{9b}31m\u{202e}";
    let workspace = Workspace::new(&[("seeds/a.txt", "The council met.\n")]);
    let workspace = workspace.with("CLOSEREAD_READER", name);
    let terminal = workspace.open((200, 30), &["seeds/a.txt"]);
    drop_and_look(terminal, "anna");
    let terminal = workspace.open((200, 30), &["seeds/a.txt", "--reader", name]);
    drop_and_look(terminal, "anna");
    let terminal = workspace.open((200, 30), &["seeds/a.txt", "--theme", name]);
    drop_and_look(terminal, "--theme");
}

/// Waits for a text, asks the program to end unless it has ended, and looks at what it has written.
fn drop_and_look(terminal: Terminal, shown: &str) {
    terminal.wait_until(shown, |seen| seen.contents().contains(shown));
    terminal.signal(rustix::process::Signal::TERM);
    assert_clean(&terminal.end().log);
}

fn assert_clean(log: &[u8]) {
    for bytes in NEVER {
        assert_eq!(count(log, bytes), 0, "{}", bytes.escape_ascii());
    }
}

/// A notebook of 100 MB and a bomb beside mine, the codebook and the own words bombs, too, and half a gigabyte to do it in: my
/// reading goes on, the notes are saved.
#[test]
fn hostile_files_around_the_notes_stop_no_reading() {
    let utf16: Vec<u8> = ARTICLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let workspace = Workspace::new(&[]);
    let bomb = format!(
        "a: &a {}\ntags: [{}]\n",
        "x".repeat(99_999),
        "*a, ".repeat(9_999)
    );
    for name in [
        "notes/carl/bridge.yaml",
        "notes/codebook.yaml",
        "notes/lexicon.yaml",
    ] {
        workspace.write(name, &bomb);
    }
    workspace.write("notes/demo/bridge.yaml", "");
    workspace.write("seeds/bridge.txt", "");
    fs::write(workspace.path("seeds/bridge.txt"), utf16).unwrap();
    let huge = fs::File::create(workspace.path("notes/demo/bridge.yaml")).unwrap();
    huge.set_len(100 << 20).unwrap();
    let program = env!("CARGO_BIN_EXE_closeread");
    let command = format!("ulimit -v 524288 && exec '{program}' seeds/bridge.txt");
    let mut terminal = workspace.run((100, 30), "sh", &["-c", &command]);
    terminal.wait_for(&["5 words · Ada Lowe", "aliases (`*name`) are not read"]);
    terminal.press("]qawritten all the same\r");
    terminal.wait_for(&["written all the same", "1 note"]);
    terminal.press("q");
    terminal.end().with_code(0);
    let file = workspace.read("notes/anna/bridge.yaml");
    assert!(file.contains("written all the same"), "{file}");
}
