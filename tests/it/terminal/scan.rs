//! `closeread scan` on a terminal: as wide as that, and no trace of the progress.

use crate::terminal::harness::Workspace;

#[test]
fn the_table_is_as_wide_as_the_terminal() {
    let long = "a/long/way/down/to/an/article/that/has/a/name/of/many/words.txt";
    let workspace = Workspace::new(&[(long, "The bridge fell.\n"), ("b.txt", "Quiet.\n")]);
    let ended = workspace.open((70, 10), &["scan", "."]).end();
    ended.with_code(0);
    insta::assert_snapshot!(ended.screen.trim_end(), @"
    article                  words  quotes   flags  /1000  most flagged
    …e/of/many/words.txt         3       0       0    0.0
    ./b.txt                      1       0       0    0.0
    total: 2 articles            4       0       0    0.0
    ");
}
