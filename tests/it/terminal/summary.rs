//! The summary in a real terminal.

use crate::terminal::screen::{FIRST_FRAME, reading, workspace};

#[test]
fn from_the_summary_to_a_passage_and_back_to_the_same_place() {
    let workspace = workspace();
    let mut terminal = reading(&workspace);
    terminal.press("gS");
    terminal.wait_for(&[
        "Where they fall",
        "Words by who is quoted",
        "Ada Lowe",
        "back",
    ]);
    terminal.press("\x1b");
    terminal.wait_for(FIRST_FRAME);
    terminal.press("gSjj\r");
    terminal.wait_for(&["annotations: no passage in this text"]);
    terminal.press("k\r");
    terminal.wait_for(&["quotations: 1 of 1", "behind closed doors"]);
    terminal.press("q");
    terminal.end().with_code(0);
}
