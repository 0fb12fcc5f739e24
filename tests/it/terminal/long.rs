//! A long article: seen before it is read, and gone through while it is looked at.

use crate::terminal::harness::Workspace;

/// Two megabytes, with something to be found at the end.
fn article() -> String {
    let plain = "Nine ships lay in the harbour that day and two of them were grey.\n";
    let last = "“We shall see,” the needle’s owner Ida Lund said.\n";
    plain.repeat(30_000) + last
}

#[test]
fn what_is_typed_before_all_is_read_is_obeyed() {
    let workspace = Workspace::new(&[("seeds/long.txt", &article())]);
    let mut terminal = workspace.open((100, 30), &["seeds/long.txt"]);
    terminal.press("G");
    terminal.wait_for(&["¶30001/30001", "· Ida Lund", "looking"]);
    terminal.press("gg/needle\r");
    terminal.wait_for(&["“needle”", "¶30001/30001"]);
    terminal.press("gg]q");
    terminal.wait_for(&["quotation in ¶30001", "▌“ 3 words · Ida Lund"]);
    terminal.press("aWho?\r");
    terminal.wait_for(&["1 note", "Who?"]);
    let notes = workspace.read("notes/anna/long.yaml");
    assert!(notes.contains("at: '30001:1'\n"), "{notes}");
    terminal.press("q");
    terminal.end().with_code(0);
    let again = workspace.open((100, 30), &["seeds/long.txt"]);
    again.wait_for(&["¶30001/30001", "Who?", "1 note"]);
}
