//! Kinds of terminals: what is sent to which, and which are refused.

use crate::terminal::harness::Workspace;
use crate::terminal::screen::ARTICLE;

/// A workspace on a terminal that says this of itself.
fn workspace(environment: &[(&str, &str)]) -> Workspace {
    let workspace = Workspace::new(&[("seeds/bridge.txt", ARTICLE)]);
    environment
        .iter()
        .fold(workspace, |workspace, (name, value)| {
            workspace.with(name, value)
        })
}

#[test]
fn a_terminal_that_cannot_be_drawn_on_is_refused_and_print_writes_the_same() {
    for term in ["dumb", "", "unknown"] {
        let workspace = workspace(&[("TERM", term)]);
        let terminal = workspace.open((100, 30), &["seeds/bridge.txt"]);
        let ended = terminal.end();
        assert_eq!(ended.status.exit_code(), 2, "{}", ended.screen);
        assert!(
            ended.screen.starts_with("closeread: TERM: "),
            "{}",
            ended.screen
        );
        assert!(ended.screen.contains("closeread print"), "{}", ended.screen);
        assert!(!ended.log.contains(&0x1b));
        let printed = workspace
            .open((100, 30), &["print", "seeds/bridge.txt"])
            .end();
        assert!(
            printed.screen.contains("5 words · Ada Lowe"),
            "{}",
            printed.screen
        );
        assert!(!printed.log.contains(&0x1b), "nothing but text");
        printed.with_code(0);
    }
}

#[test]
fn printed_on_a_terminal_it_is_as_wide_and_as_coloured() {
    // Variables, whether there are colours, whether there are attributes.
    for (name, value, coloured, styled) in [
        ("TERM", "xterm", true, true),
        ("NO_COLOR", "1", false, true),
        ("TERM", "vt100", false, true),
    ] {
        let workspace = workspace(&[(name, value)]);
        let ended = workspace
            .open((90, 30), &["print", "seeds/bridge.txt"])
            .end();
        ended.with_code(0);
        assert!(ended.screen.contains(&"─".repeat(30)), "{}", ended.screen);
        assert_eq!(ended.screen.lines().nth(1).unwrap().chars().count(), 90);
        assert_eq!(ended.log.contains(&0x1b), styled, "{name}={value}");
        assert_eq!(has_colours(&ended.log), coloured, "{name}={value}");
    }
}

/// What may be sent: whether there are colours, of how many; kinds of underline; slanted letters; signs beyond ASCII.
#[test]
fn a_terminal_is_sent_what_it_knows() {
    for (environment, colours, kinds, slanted, signs) in [
        (&[("TERM", "vt100")][..], "", false, true, true),
        (&[("TERM", "linux")], "16", false, true, false),
        (&[("TERM", "xterm-color")], "8", false, true, true),
        (&[("TERM", "xterm")], "16", false, true, true),
        (&[("TERM", "xterm-256color")], "256", false, true, true),
        (&[("TERM", "xterm-kitty")], "true", true, true, true),
        (
            &[("TERM", "xterm-kitty"), ("NO_COLOR", "1")],
            "",
            true,
            true,
            true,
        ),
        (
            &[("TERM", "screen"), ("COLORTERM", "truecolor")],
            "8",
            false,
            false,
            true,
        ),
        (
            &[("TERM", "xterm"), ("LC_ALL", "C")],
            "16",
            false,
            true,
            false,
        ),
    ] {
        let workspace = workspace(environment);
        let mut terminal = workspace.open((100, 30), &["seeds/bridge.txt"]);
        terminal.wait_for(&["behind closed doors", "Ada Lowe", "help"]);
        // A flag, whose underline is of another kind where there are kinds.
        terminal.press("Vf\r");
        terminal.wait_for(&["because:"]);
        terminal.press("\r");
        terminal.wait_for(&["1 flag"]);
        terminal.press("q");
        let ended = terminal.end();
        ended.with_code(0);
        let log = String::from_utf8_lossy(&ended.log).into_owned();
        let has = |part: &str| log.contains(part);
        let sent = if has("38;2;") {
            "true"
        } else if !has_colours(&ended.log) {
            ""
        } else {
            colours
        };
        assert_eq!(sent, colours, "{environment:?}");
        assert_eq!(has("4:2"), kinds, "{environment:?}");
        let italics = attributes(&ended.log).contains(&3);
        assert_eq!(italics, slanted, "{environment:?}");
        assert_eq!(!log.is_ascii(), signs, "{environment:?}");
    }
}

/// Whether a sequence sets the colour of letters.
fn has_colours(log: &[u8]) -> bool {
    attributes(log)
        .iter()
        .any(|number| matches!(number, 30..=38 | 90..=97))
}

/// The numbers of all sequences that set attributes.
fn attributes(log: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(log);
    let sequences = text.split("\x1b[").skip(1);
    sequences
        .filter_map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';')?;
            rest[end..].starts_with('m').then_some(&rest[..end])
        })
        .flat_map(|numbers| numbers.split(';'))
        .filter_map(|number| number.parse().ok())
        .collect()
}
