//! What is said at the bottom of the screen can be read to its end.

use crate::desk::{Desk, SAMPLE};
use closeread::app::{Action, Arrival};
use insta::assert_snapshot;

/// What is said when somebody else broke the notebook's file.
const BROKEN: &str = "/home/demo/reading/notes/anna/storm.yaml, line 12, column 5: did not find expected key; correct that line. \
    Your notes are safe here and are saved when it is mended";

fn broken() -> Action {
    Action::Arrived(vec![Arrival::Refused(BROKEN.to_owned())])
}

#[test]
fn a_long_message_takes_more_rows() {
    let desk = Desk::open(SAMPLE).size(60, 20).hear(broken());
    assert_snapshot!(desk.frame(), @"
     storm.txt    ¶1/3  1 quote  0 flags  3 open  0 notes  anna
      ^ 1-9 bold, 14-58 dim
    ────────────────────────────────────────────────────────────
      ^ 0-59 dim
    ▌ 1  The storm of protest swept the capital on Monday. It
      ^ 0-2 bold, 55-56 curly
    ▌    is believed that the regime may soon fall.
      ^ 0-0 bold, 5-20 curly, 26-31 curly, 33-45 curly

      2  “We will not be moved,” Minister Ana Ruiz said. The
      ^ 1-2 dim, 5-27 italic
         opposition “celebrates” her words.

      3  Nobody was hurt.
      ^ 1-2 dim



    ────────────────────────────────────────────────────────────
      ^ 0-59 dim
     ? It is believed that                         unattributed
      ^ 1-1 bold, 2-21 dim, 47-58 dim
     ? regime                                      name-calling
      ^ 1-1 bold, 2-2 dim, 47-58 dim
     ? may soon fall                                speculation
      ^ 1-1 bold, 2-15 dim, 48-58 dim
    ────────────────────────────────────────────────────────────
      ^ 0-59 dim
     /home/demo/reading/notes/anna/storm.yaml, line 12, column
      ^ 1-57 bold
     5: did not find expected key; correct that line. Your
      ^ 1-53 bold
     notes are safe here and are saved when it is mended
      ^ 1-51 bold
    ");
    let desk = Desk::open(SAMPLE).size(100, 30).hear(broken());
    assert_snapshot!(desk.frame(), @"
     closeread  storm.txt                                 ¶1/3  1 quote  0 flags  3 open  0 notes  anna
      ^ 1-11 dim, 12-20 bold, 54-98 dim
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
      ^ 0-99 dim
    ▌ 1  The storm of protest swept the capital on Monday. It  │ ? It is believed that     unattributed
      ^ 0-2 bold, 55-56 curly, 61-61 bold, 62-81 dim, 87-98 dim
    ▌    is believed that the regime may soon fall.            │ ? regime                  name-calling
      ^ 0-0 bold, 5-20 curly, 26-31 curly, 33-45 curly, 61-61 bold, 62-62 dim, 87-98 dim
                                                               │ ? may soon fall            speculation
      ^ 61-61 bold, 62-75 dim, 88-98 dim
      2  “We will not be moved,” Minister Ana Ruiz said. The   │ “ 5 words · Ana Ruiz              said
      ^ 1-2 dim, 5-27 italic, 61-61 bold, 62-80 dim, 95-98 dim
         opposition “celebrates” her words.                    │
                                                               │
      3  Nobody was hurt.                                      │
      ^ 1-2 dim
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
    ────────────────────────────────────────────────────────────────────────────────────────────────────
      ^ 0-99 dim
     /home/demo/reading/notes/anna/storm.yaml, line 12, column 5: did not find expected key; correct
      ^ 1-95 bold
     that line. Your notes are safe here and are saved when it is mended
      ^ 1-67 bold
    ");
}

/// The note being typed moves up.
#[test]
fn a_long_message_covers_nothing_that_is_being_typed() {
    for (width, height) in [(60, 20), (100, 30), (60, 12), (40, 10)] {
        let desk = Desk::open(SAMPLE).size(width, height);
        let desk = desk.press("]qaWho says?").hear(broken());
        let frame = desk.frame();
        assert!(frame.contains("Who says?"), "{width}x{height}\n{frame}");
    }
}

/// However long it is, most of the screen stays the article's.
#[test]
fn a_message_takes_a_quarter_of_the_screen_at_most() {
    for (width, height) in [(60, 20), (100, 30), (20, 6), (3, 3), (1, 1)] {
        let desk = Desk::open(SAMPLE).size(width, height);
        let long = Arrival::Refused("word ".repeat(2000));
        let frame = desk.hear(Action::Arrived(vec![long])).frame();
        let rows = frame
            .lines()
            .filter(|row| row.contains("word word"))
            .count();
        assert!(
            rows <= usize::from(height / 4).max(1),
            "{width}x{height}\n{frame}"
        );
    }
}
