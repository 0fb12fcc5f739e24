//! Notes beside the paragraphs they are about.

use crate::desk::Desk;
use insta::assert_snapshot;

const TEXT: &str = "The council met on Monday behind closed doors, and nobody was asked who would pay for it in the end.
The mayor said nothing.
Work begins in the spring, whatever it costs and whoever may be against it, and it will not be over before the winter.
Nobody has seen a plan.";

/// Two notes: one that does not fit beside its paragraph, and one that does. The reader is at the first paragraph, at no note.
fn noted() -> Desk {
    let long = "Who was asked, by whom, and when? The paper of the day before has a list of names, and two of them say in it that they know nothing of a meeting. Ask them both.";
    let keys = format!(
        "a{}<enter>jjawho says so?<enter>gg",
        long.replace(' ', "<space>")
    );
    Desk::open(TEXT).size(90, 20).press(&keys)
}

/// The notes pane, row by row.
fn pane(desk: &Desk) -> String {
    let rows = desk.text();
    let rows = rows.lines().filter_map(|row| row.split_once('│'));
    rows.map(|(_, notes)| format!("{notes}\n")).collect()
}

#[test]
fn they_keep_to_the_rows_beside_it() {
    assert_snapshot!(noted().text(), @"
     closeread  storm.txt                       ¶1/4  1 quote  0 flags  0 open  2 notes  anna
    ─────────────────────────────────────────────────────┬────────────────────────────────────
    ▌ 1  The council met on Monday behind closed doors,  │ ✎ Who was asked, by whom, and
    ▌    and nobody was asked who would pay for it in    │   when? The paper of the day
    ▌    the end.                                        │   before has a…   Tab: 4 more rows
                                                         │ “ 8 words indirect · no…  was ask…
      2  The mayor said nothing.                         │
                                                         │
      3  Work begins in the spring, whatever it costs    │ ✎ ¶3
         and whoever may be against it, and it will not  │   who says so?
         be over before the winter.                      │
                                                         │
      4  Nobody has seen a plan.                         │
                                                         │
                                                         │
                                                         │
                                                         │
                                                         │
    ─────────────────────────────────────────────────────┴────────────────────────────────────
     j ¶ down   ]q quote   ]f flag   ]d candidate   v select   a note   t tag   ? help
    ");
}

#[test]
fn they_stand_still_while_one_reads_on() {
    let first = noted();
    let before = pane(&first).replace("Tab: ", "");
    let mut desk = first;
    for key in ["j", "j", "j", "k", "k"] {
        desk = desk.press(key);
        let same = |row: &str| row.contains("more rows");
        for (row, was) in pane(&desk).lines().zip(before.lines()) {
            assert!(row == was || same(row), "{key}: {row}");
        }
    }
}

#[test]
fn the_other_pane_opens_them_whatever_they_cover() {
    assert_snapshot!(noted().press("<tab>").text(), @"
     closeread  storm.txt                       ¶1/4  1 quote  0 flags  0 open  2 notes  anna
    ─────────────────────────────────────────────────────┬────────────────────────────────────
    ▌ 1  The council met on Monday behind closed doors,  │▌✎ ¶1
    ▌    and nobody was asked who would pay for it in    │▌  Who was asked, by whom, and
    ▌    the end.                                        │▌  when? The paper of the day
                                                         │▌  before has a list of names, and
      2  The mayor said nothing.                         │▌  two of them say in it that they
                                                         │▌  know nothing of a meeting. Ask
      3  Work begins in the spring, whatever it costs    │▌  them both.
         and whoever may be against it, and it will not  │
         be over before the winter.                      │ “ 8 words indirect · no…  was ask…
                                                         │
      4  Nobody has seen a plan.                         │
                                                         │
                                                         │
                                                         │
                                                         │
                                                         │
    ─────────────────────────────────────────────────────┴────────────────────────────────────
     j ¶ down   ]q quote   ]f flag   ]d candidate   v select   a note   t tag   ? help
    ");
}

#[test]
fn a_key_that_was_changed_is_told() {
    let changes = [("<tab>", "none"), ("^w", "none"), ("gn", "other-pane")];
    let changes = changes.map(|(keys, command)| (keys.to_owned(), command.to_owned()));
    let keymap = closeread::app::Keymap::with(&changes);
    let mut desk = noted();
    desk.state.keymap = keymap.expect("a keymap");
    assert!(pane(&desk).contains("gn: "), "{}", pane(&desk));
}

#[test]
fn below_the_text_they_take_what_rows_there_are() {
    assert_snapshot!(noted().size(44, 16).text(), @"
     storm.txt   ¶1/4  1 quote  0 flags  0 open
    ────────────────────────────────────────────
    ▌ 1  The council met on Monday behind
    ▌    closed doors, and nobody was asked who
    ▌    would pay for it in the end.

      2  The mayor said nothing.

      3  Work begins in the spring, whatever
         it costs and whoever may be against
    ────────────────────────────────────────────
     ✎ Who was asked, by whom, and when? The
       paper of the day befo…  Tab: 4 more rows
     “ 8 words indirect · no speaker…  was ask…
    ────────────────────────────────────────────
     j ¶ down  ]q quote  ]f flag  a note  ? help
    ");
}
