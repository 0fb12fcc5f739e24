//! How much of the findings is shown.

use crate::desk::{Desk, SAMPLE};
use crate::flags::flags;
use closeread::app::{Effect, Kind};
use closeread::detect::Strictness;
use insta::assert_snapshot;

fn desk() -> Desk {
    Desk::open(SAMPLE).found(flags())
}

#[test]
fn a_level_shows_what_the_one_before_shows_and_more() {
    for (keys, level, shown, said) in [
        ("", Strictness::Normal, "storm, protest, regime", ""),
        (
            "<lt>",
            Strictness::Few,
            "storm",
            "few and sure: 1 of 5 findings; normal 3",
        ),
        (
            "<lt><lt>",
            Strictness::Few,
            "storm",
            "few and sure: 1 of 5 findings; normal 3 · nothing is stricter",
        ),
        (
            "<lt>>",
            Strictness::Normal,
            "storm, protest, regime",
            "normal: 3 of 5 findings; few 1",
        ),
        (
            ">",
            Strictness::All,
            "storm, protest, It is believed, regime, hurt",
            "everything: 5 findings; few 1, normal 3",
        ),
        (
            ">>",
            Strictness::All,
            "storm, protest, It is believed, regime, hurt",
            "everything: 5 findings; few 1, normal 3 · there is no more",
        ),
    ] {
        let desk = desk().press(keys);
        assert_eq!(desk.state.desk.strictness(), level, "{keys}");
        assert_eq!(
            (desk.candidates().as_str(), desk.says()),
            (shown, said),
            "{keys}"
        );
    }
}

#[test]
fn each_change_is_to_be_remembered() {
    let kept: Vec<Effect> = desk().press("<lt><lt>>>>").effects;
    let levels = [Strictness::Few, Strictness::Normal, Strictness::All];
    assert_eq!(kept, levels.map(Effect::KeepStrictness));
}

#[test]
fn what_is_answered_stays_at_every_level() {
    let desk = desk().press(">]d]d]d-]d+<lt><lt>");
    assert_eq!(desk.candidates(), "storm");
    assert_eq!(
        desk.notebook(),
        "1:51 “It is believed” finding=\"unattributed\" verdict=\"rejected\"\n\
         1:75 “regime” finding=\"name-calling\" verdict=\"accepted\"\n"
    );
    let kinds: Vec<Kind> = desk.state.desk.items.iter().map(|item| item.kind).collect();
    let expected = [Kind::Candidate, Kind::Rejected, Kind::Flag, Kind::Quotation];
    assert_eq!(kinds, expected);
    let report = desk
        .press("e<enter>")
        .effects
        .into_iter()
        .find_map(|effect| match effect {
            Effect::Write { written, .. } => String::from_utf8(written.bytes).ok(),
            _ => None,
        });
    let report = report.unwrap();
    assert!(
        report.contains("| loaded language | 3 | 1 | 1 | 1 |"),
        "{report}"
    );
    assert!(!report.contains("do not make here"), "{report}");
}

/// The reader stays at the words when the finding they are of is hidden, and comes to the next one from there.
#[test]
fn the_place_stays() {
    let desk = desk().press("]d]d]d<lt>");
    let here = desk.state.cursor;
    assert!(SAMPLE[here..].starts_with("regime"));
    assert_eq!(desk.state.focus, None);
    let desk = desk.press(">]d");
    assert_eq!(desk.says(), "candidate 3 of 3");
    let desk = desk.press("<lt>]d");
    assert_eq!(desk.says(), "candidate 1 of 1");
    let desk = desk.press("-]d");
    assert_eq!(desk.says(), "no finding is open: > shows more, 4 at most");
}

#[test]
fn the_list_stays_where_it_was() {
    let desk = desk().press("]d]do");
    let focused = |desk: &Desk| {
        let item = desk.state.focused_item().map(|item| item.span.of(SAMPLE));
        item.unwrap_or_default().to_owned()
    };
    assert_eq!(focused(&desk), "protest");
    let desk = desk.press("<lt>");
    assert_eq!(focused(&desk), "“We will not be moved,”");
    assert_eq!(focused(&desk.press(">>")), "“We will not be moved,”");
}

#[test]
fn the_header_names_a_level_that_is_not_the_usual_one() {
    let head = |keys: &str| desk().press(keys).text().lines().next().unwrap().to_owned();
    assert_snapshot!(head(""), @" closeread  storm.txt             ¶1/3  1 quote  0 flags  3 open  0 notes  anna");
    assert_snapshot!(head("<lt>"), @" closeread  storm.txt        ¶1/3  1 quote  0 flags  few: 1 open  0 notes  anna");
    assert_snapshot!(head(">"), @" closeread  storm.txt        ¶1/3  1 quote  0 flags  all: 5 open  0 notes  anna");
}
