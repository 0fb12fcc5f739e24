//! Taking the screen, drawing on it, giving it back.

use crate::terminal::harness::{Terminal, Workspace, count};
use rustix::process::Signal;

pub(super) const ARTICLE: &str = "\
The council met on Monday behind closed doors.
“We will rebuild the bridge,” said Mayor Ada Lowe.
Nobody asked who pays for it.
";

const ENTER: &[u8] = b"\x1b[?1049h";
const CLEAR: &[u8] = b"\x1b[2J";
const FRAME: &[u8] = b"\x1b[?2026h";

/// What stands on the first frame of it: the article, the notes beside it, the keys below.
pub(super) const FIRST_FRAME: &[&str] = &["behind closed doors", "5 words · Ada Lowe", "help"];

pub(super) fn workspace() -> Workspace {
    Workspace::new(&[("seeds/bridge.txt", ARTICLE)])
}

/// The article on a terminal of 100x30.
pub(super) fn reading(workspace: &Workspace) -> Terminal {
    let terminal = workspace.open((100, 30), &["seeds/bridge.txt"]);
    terminal.wait_for(FIRST_FRAME);
    terminal
}

/// The same with the editor open for a note on the quotation.
pub(super) fn writing(workspace: &Workspace) -> Terminal {
    let mut terminal = reading(workspace);
    terminal.press("]qa");
    terminal.wait_for(&["note on “"]);
    terminal
}

#[test]
fn starts_draws_annotates_saves_and_gives_the_terminal_back() {
    let workspace = workspace();
    let mut terminal = workspace.open((100, 30), &["seeds/bridge.txt"]);
    terminal.wait_for(&[
        "closeread",
        "bridge.txt",
        "behind closed doors",
        "│",
        "Ada Lowe",
    ]);
    terminal.press("]q");
    terminal.press("a");
    terminal.wait_for(&["note on “"]);
    terminal.press("Who pays?\r");
    terminal.wait_for(&["Who pays?", "1 note"]);
    let notes = workspace.read("notes/anna/bridge.yaml");
    assert!(
        notes.contains("quote: “We will rebuild the bridge,”\n"),
        "{notes}"
    );
    assert!(notes.contains("note: |-\n      Who pays?\n"), "{notes}");
    terminal.press("q");
    let ended = terminal.end();
    ended.with_code(0);
    assert_eq!(
        ended.screen.trim(),
        "",
        "nothing is left on the shell's screen"
    );
}

#[test]
fn nothing_is_written_that_no_key_asked_for() {
    let workspace = workspace();
    let mut terminal = reading(&workspace);
    terminal.press("j");
    terminal.wait_for(&["¶2/3"]);
    terminal.press("k");
    terminal.wait_for(&["¶1/3"]);
    terminal.press("q");
    let log = terminal.end().log;
    assert_eq!(
        (count(&log, ENTER), count(&log, FRAME)),
        (1, 3),
        "a frame at the start, with the findings, and one for each key"
    );
}

#[test]
fn any_size_is_survived_and_the_place_is_kept() {
    let workspace = workspace();
    let mut terminal = reading(&workspace);
    let before = terminal.screen();
    terminal.press("]qa");
    terminal.wait_for(&["note on “"]);
    terminal.press("half a thought");
    terminal.wait_for(&["half a thought"]);
    let storm = (1..60).map(|n| (n * 7 % 130 + 1, n * 5 % 40 + 1));
    for size in [(1, 1), (2, 1), (1, 2), (300, 100), (20, 5), (0, 0)]
        .into_iter()
        .chain(storm)
    {
        terminal.resize(size);
    }
    terminal.resize((1, 1));
    terminal.resize((100, 30));
    terminal.wait_for(&["▌ 2  “We will", "half a thought", "Enter save"]);
    terminal.press("\x1b");
    terminal.wait_for(&["kept as a draft"]);
    terminal.press("gg");
    terminal.wait_until(&format!("the screen as before\n{before}"), |seen| {
        seen.contents() == before
    });
    terminal.press("q");
    terminal.end().with_code(0);
}

/// More than a terminal driver gives out at once, and none of it is a paste to the program.
#[test]
fn keys_that_come_all_at_once_are_all_taken() {
    let workspace = workspace();
    let mut terminal = reading(&workspace);
    terminal.press("a");
    terminal.wait_for(&["note on “"]);
    let words = "word ".repeat(600);
    terminal.press(&format!("{words}end\r"));
    terminal.wait_for(&["1 note"]);
    terminal.press("q");
    terminal.end().with_code(0);
    let notes = workspace.read("notes/anna/bridge.yaml");
    assert!(notes.contains(&format!("{words}end\n")), "{notes}");
}

#[test]
fn a_new_size_is_drawn_once() {
    let workspace = workspace();
    let mut terminal = reading(&workspace);
    terminal.resize((60, 20));
    terminal.wait_until("another screen", |seen| count(&seen.log, CLEAR) > 1);
    terminal.press("j");
    terminal.wait_for(&["¶2/3", "help"]);
    terminal.press("q");
    let log = terminal.end().log;
    assert_eq!(count(&log, CLEAR), 2, "the start and the new size");
}

#[test]
fn suspends_with_the_terminal_given_back_and_goes_on() {
    let workspace = workspace();
    let mut terminal = reading(&workspace);
    terminal.press("a");
    terminal.wait_for(&["note on “"]);
    terminal.press("half a thought\x1a");
    terminal.wait_until_stopped();
    terminal.wait_until("the shell's screen", |seen| !seen.is_taken());
    assert_eq!(terminal.unrestored(), "");
    terminal.resize((80, 24));
    terminal.signal(Signal::CONT);
    terminal.wait_until("the desk again", |seen| {
        seen.is_taken() && seen.contents().contains("half a thought")
    });
    terminal.press("\r");
    terminal.wait_for(&["1 note"]);
    terminal.press("q");
    terminal.end().with_code(0);
}
