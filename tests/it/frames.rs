//! Pictures of the screen: every pane and mode, by pressing keys.
//!
//! A row that does not look plain everywhere has a second line: from which to which column it looks how.

use crate::desk::{Desk, SAMPLE};
use closeread::app::Action;
use closeread::view::{Depth, Ground, Theme};
use insta::assert_snapshot;

const SCRIPTS: &str = "漢字 cafe\u{301} 👩‍🔬 word.\nשלום עולם says she.\ntab\tand \u{1b}[31m and \u{202e}over";

/// The desk as it opens.
#[test]
fn the_first_screen() {
    let desk = Desk::open(SAMPLE);
    assert_snapshot!(desk.frame(), @"");
}

/// What the margin says of a finding.
#[test]
fn a_candidate_in_focus() {
    let desk = Desk::open(SAMPLE).size(100, 18).press("]d");
    assert_snapshot!(desk.frame(), @"");
}

/// The editor over the lower part of the notes.
#[test]
fn a_note_is_written() {
    let desk = Desk::open(SAMPLE).size(100, 20).press("]qawho says?^jsince when?");
    assert_snapshot!(desk.frame(), @"");
}

/// The same, saved.
#[test]
fn a_note_is_there() {
    let desk = Desk::open(SAMPLE).size(100, 20).press("]qawho says?^jsince when?<enter>");
    assert_snapshot!(desk.frame(), @"");
}

/// A selection over a finding.
#[test]
fn words_are_selected() {
    let desk = Desk::open(SAMPLE).press("s");
    assert_snapshot!(desk.frame(), @"");
}

/// Letters on the words of the paragraph.
#[test]
fn words_are_picked_by_letters() {
    let desk = Desk::open(SAMPLE).press("S");
    assert_snapshot!(desk.frame(), @"");
}

/// The codebook's tags, and a new one.
#[test]
fn tags_are_picked() {
    let desk = Desk::open(SAMPLE).press("wvtnew");
    assert_snapshot!(desk.text(), @"");
}

/// Recent tags have digits.
#[test]
fn tags_of_the_codebook() {
    let desk = Desk::open(SAMPLE).press("wvtsou<enter>jt");
    assert_snapshot!(desk.frame(), @"");
}

/// Fourteen categories.
#[test]
fn a_category_is_picked() {
    let desk = Desk::open(SAMPLE).size(80, 24).press("wvf");
    assert_snapshot!(desk.text(), @"");
}

/// The line for a reason.
#[test]
fn a_reason_is_asked() {
    let desk = Desk::open(SAMPLE).press("wvffear<enter>too much");
    assert_snapshot!(desk.text(), @"");
}

/// An own flag with tag and reason, beside an open finding it overlaps.
#[test]
fn a_flag_is_there() {
    let desk = Desk::open(SAMPLE).size(100, 18).press("wvwwffear<enter>a metaphor<enter>tsou<enter>");
    assert_snapshot!(desk.frame(), @"");
}

/// An accepted and a rejected finding.
#[test]
fn a_verdict_is_there() {
    let desk = Desk::open(SAMPLE).size(100, 18).press("]d+]d_says nothing<enter>");
    assert_snapshot!(desk.frame(), @"");
}

/// Three annotations upon one another; c cycles.
#[test]
fn overlaps() {
    let desk = Desk::open("one two three four five").size(100, 12).press("vwwffear<enter><enter>wvwwwanote<enter><esc>wwvtx<enter>c");
    assert_snapshot!(desk.frame(), @"");
}

/// After ].
#[test]
fn a_prefix_shows_its_continuations() {
    let desk = Desk::open(SAMPLE).size(100, 14).press("3]");
    assert_snapshot!(desk.text(), @"");
}

/// All hits, and the one the reader is at.
#[test]
fn hits_of_a_search() {
    let desk = Desk::open(SAMPLE).press("/the<enter>");
    assert_snapshot!(desk.frame(), @"");
}

/// Every command by name.
#[test]
fn the_palette() {
    let desk = Desk::open(SAMPLE).press(":unrev");
    assert_snapshot!(desk.text(), @"");
}

/// The key table.
#[test]
fn help() {
    let desk = Desk::open(SAMPLE).size(120, 24).press("<f1>");
    assert_snapshot!(desk.text(), @"");
}

/// ? is both.
#[test]
fn help_and_search_backwards() {
    let desk = Desk::open(SAMPLE).size(80, 16).press("?");
    assert_snapshot!(desk.text(), @"");
}

/// K on a finding.
#[test]
fn why_is_this_flagged() {
    let desk = Desk::open(SAMPLE).size(100, 20).press("]dK");
    assert_snapshot!(desk.text(), @"");
}

/// K on a quotation.
#[test]
fn why_is_this_a_quotation() {
    let desk = Desk::open(SAMPLE).size(100, 20).press("]qK");
    assert_snapshot!(desk.text(), @"");
}

/// Everything on the article.
#[test]
fn the_list() {
    let desk = Desk::open(SAMPLE).size(100, 16).press("awatch<enter>o");
    assert_snapshot!(desk.frame(), @"");
}

/// While the filter is typed.
#[test]
fn the_list_filtered() {
    let desk = Desk::open(SAMPLE).size(100, 16).press("g/is:cand");
    assert_snapshot!(desk.text(), @"");
}

/// Not saved.
#[test]
fn a_failure() {
    let desk = Desk::open(SAMPLE).press("ax<enter>").hear(Action::NotSaved("notes/anna/storm.yaml:3:1: a tab cannot indent".to_owned()));
    assert_snapshot!(desk.frame(), @"");
}

/// Under 80 columns.
#[test]
fn stacked() {
    let desk = Desk::open(SAMPLE).size(60, 20).press("]d");
    assert_snapshot!(desk.frame(), @"");
}

/// The smallest comfortable screen.
#[test]
fn small() {
    let desk = Desk::open(SAMPLE).size(20, 5);
    assert_snapshot!(desk.text(), @"");
}

/// Without signs beyond ASCII.
#[test]
fn ascii() {
    let desk = Desk::open(SAMPLE).size(80, 14).theme(Theme::new(Depth::None, Ground::Unknown, false, true)).press("]d");
    assert_snapshot!(desk.frame(), @"");
}

/// In colour.
#[test]
fn true_colour_on_dark() {
    let desk = Desk::open(SAMPLE).size(80, 14).theme(Theme::new(Depth::True, Ground::Dark, true, false)).press("]d");
    assert_snapshot!(desk.frame(), @"");
}

/// In the terminal's own colours, with plain underlines.
#[test]
fn sixteen_colours() {
    let desk = Desk::open(SAMPLE).size(80, 14).theme(Theme::new(Depth::Ansi16, Ground::Unknown, false, false)).press("]d");
    assert_snapshot!(desk.frame(), @"");
}

/// CJK, combining marks, emoji, right-to-left, tabs and control characters.
#[test]
fn every_script() {
    let desk = Desk::open(SCRIPTS).size(80, 18).press("wwvanote<enter>/漢<enter>");
    assert_snapshot!(desk.frame(), @"");
}

/// Nothing to read.
#[test]
fn an_empty_article() {
    let desk = Desk::open("").size(80, 8);
    assert_snapshot!(desk.text(), @"");
}
