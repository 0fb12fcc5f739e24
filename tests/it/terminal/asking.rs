//! What is asked of a terminal, and answers that come late, in pieces, or never.

use crate::terminal::harness::{Terminal, Workspace, count};
use crate::terminal::screen::{FIRST_FRAME, workspace, writing};
use rustix::process::Signal;

const FRAME_END: &[u8] = b"\x1b[?2026l";
const GROUND: &[u8] = b"\x1b]11;?\x1b\\";
const KEYBOARD: &[u8] = b"\x1b[?u";
const LAST: &[u8] = b"\x1b[c";

/// The colour of quotations among 256, on a dark ground and on a light one.
const ON_DARK: &[u8] = b"38;5;144";
const ON_LIGHT: &[u8] = b"38;5;64";

fn has(terminal: &Terminal, what: &str, bytes: &[u8]) {
    terminal.wait_until(what, |seen| count(&seen.log, bytes) > 0);
}

/// Where it first is.
fn place(log: &[u8], bytes: &[u8]) -> Option<usize> {
    log.windows(bytes.len()).position(|part| part == bytes)
}

#[test]
fn the_first_frame_waits_for_no_answer_and_comes_before_every_question() {
    // Variables and options; what is asked.
    let all = [GROUND, KEYBOARD, LAST];
    for (name, value, options, asked) in [
        ("TERM", "xterm-256color", &[][..], &all[..]),
        ("TERM", "tmux-256color", &[], &all),
        ("TERM", "xterm-256color", &["--theme", "dark"], &all[1..]),
        ("NO_COLOR", "1", &[], &all[1..]),
        ("COLORFGBG", "15;0", &[], &all[1..]),
        ("TERM", "linux", &[], &[]),
        ("TERM", "vt220", &[], &[]),
        ("TERM", "screen", &[], &[]),
    ] {
        let workspace = workspace().with(name, value);
        let mut arguments = vec!["seeds/bridge.txt"];
        arguments.extend(options);
        // This terminal answers nothing.
        let mut terminal = workspace.open((100, 30), &arguments);
        terminal.wait_for(&["behind closed doors", "Ada Lowe", "help"]);
        terminal.press("q");
        let ended = terminal.end();
        ended.with_code(0);
        let frame = place(&ended.log, FRAME_END).unwrap();
        for question in all {
            let place = place(&ended.log, question);
            assert_eq!(
                place.is_some(),
                asked.contains(&question),
                "{name}={value}: {question:?}"
            );
            assert!(place.is_none_or(|place| place > frame), "{name}={value}");
        }
        for other in ["\x1b[>", "\x1b[6n", "\x1b]10;?", "\x1bP"] {
            assert_eq!(count(&ended.log, other.as_bytes()), 0, "{other:?}");
        }
    }
}

#[test]
fn colours_follow_an_answer_and_no_byte_of_it_becomes_a_key() {
    for (pieces, colour) in [
        (
            &["\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[?0u\x1b[?62;22c"][..],
            ON_DARK,
        ),
        (&["\x1b]11;rgb:ffff/ffff/ffff\x07", "\x1b[?6c"], ON_LIGHT),
        (
            &["\x1b]11;rg", "b:fdfd/f6f6/", "e3e3\x1b", "\\\x1b[?1;2c"],
            ON_LIGHT,
        ),
        (&["\x1b]11;", "#1e1e2e", "\x07\x1b[?6", "2;4c"], ON_DARK),
    ] {
        let workspace = workspace();
        // Late: a note is being typed.
        let mut terminal = writing(&workspace);
        terminal.press("half a");
        terminal.wait_for(&["half a"]);
        let before = count(&terminal.seen().log, colour);
        assert_eq!(before, 0);
        for piece in pieces {
            terminal.press(piece);
        }
        has(&terminal, "the colours of that ground", colour);
        terminal.press(" thought\r");
        terminal.wait_for(&["half a thought", "1 note"]);
        terminal.press("q");
        terminal.end().with_code(0);
        let notes = workspace.read("notes/anna/bridge.yaml");
        assert!(
            notes.contains("note: |-\n      half a thought\n"),
            "{notes}"
        );
    }
}

/// An answer that breaks off is dropped, and what is typed behind it is not.
#[test]
fn an_answer_that_never_ends_takes_no_keys_with_it() {
    let workspace = workspace();
    let mut terminal = writing(&workspace);
    terminal.press("\x1b]11;rgb:00\x1b[?62c");
    terminal.press("whole\r");
    terminal.wait_for(&["whole", "1 note"]);
    // Typed in haste, or come together over a slow line.
    terminal.press("gg\x1b]q");
    terminal.wait_for(&["¶2/3"]);
    terminal.press("q");
    terminal.end().with_code(0);
}

#[test]
fn the_keyboard_protocol_is_taken_where_it_is_offered_and_given_back() {
    let workspace: Workspace = workspace();
    let mut terminal = workspace.open((100, 30), &["seeds/bridge.txt"]);
    terminal.wait_for(FIRST_FRAME);
    terminal.press("\x1b[?0u\x1b[?62c");
    has(&terminal, "the protocol in force", b"\x1b[>1u");
    terminal.press("a");
    terminal.wait_for(&["note on"]);
    terminal.press("kept");
    terminal.wait_for(&["kept"]);
    terminal.press("\x1b[27u");
    terminal.wait_for(&["kept as a draft"]);
    // ^[ is Esc also where the two are told apart; ^d is what it was.
    terminal.press("a");
    terminal.wait_for(&["note on"]);
    terminal.press("\x1b[91;5u\x1b[100;5u");
    terminal.wait_until("no editor", |seen| !seen.contents().contains("note on"));
    // The shell has its own keyboard while it is its turn.
    terminal.press("\x1b[122;5u");
    terminal.wait_until_stopped();
    terminal.signal(Signal::CONT);
    terminal.wait_until("the desk again", |seen| {
        seen.is_taken() && count(&seen.log, b"\x1b[>1u") == 2
    });
    terminal.press("q");
    let ended = terminal.end();
    ended.with_code(0);
    let back = place(&ended.log, b"\x1b[<1u").expect("given back");
    assert!(back < place(&ended.log, b"\x1b[?1049l").unwrap());
    assert_eq!(count(&ended.log, b"\x1b[<1u"), 2);
}
