//! The summary: its charts at every size, and the way from a bar to its passages.

use crate::desk::{Desk, SAMPLE};
use closeread::app::{Key, Mouse};
use closeread::notes::{Annotation, ArticleRef, Notebook, Selector};
use closeread::view::{Depth, Ground, Theme};
use insta::assert_snapshot;

/// The sample with flags in three voices, a rejected finding, a note, a lost one, and a colleague.
fn desk() -> Desk {
    let mut other = Notebook::new("boris", ArticleRef::default());
    for (id, quote, flag) in [("o1", "swept", "emotive"), ("o2", "no such words", "fear")] {
        other.annotations.push(Annotation {
            id: closeread::notes::Id(id.to_owned()),
            selector: Selector {
                quote: quote.to_owned(),
                ..Selector::default()
            },
            flag: Some(flag.to_owned()),
            ..Annotation::default()
        });
    }
    Desk::with(SAMPLE, vec![other])
        .press("]d+]d-]d+")
        .press("]qvfemo<enter><enter>")
        .press("gg")
}

fn opened() -> Desk {
    desk().press("gS")
}

#[test]
fn a_small_screen() {
    assert_snapshot!(opened().size(60, 20).frame(), @"
     storm.txt           ¶1/3  1 lost  1 quote  4 flags  0 open
      ^ 1-9 bold, 21-58 dim
    ────────────────────────────────────────────────────────────
      ^ 0-59 dim
    Where they fall
      ^ 0-14 bold
    ▌ flags              ···▄▄···▄▄▄▄·▄▄▆▄▄▄▄············· 4
      ^ 0-0 bold, 2-6 bold, 21-23 dim, 26-28 dim, 33-33 dim, 41-53 dim, 55-55 bold
      quotations         ···············▄▄▄▄▄············· 1
      ^ 21-35 dim, 41-53 dim
      annotations        ···▄▄···▄▄▄▄▄▆▄▆▄▄▄▄············· 5
      ^ 21-23 dim, 26-28 dim, 41-53 dim
                         ¶1             ¶2             ¶3
      ^ 21-22 dim, 36-37 dim, 51-52 dim

    Flags by category  ██ own voice  ▒▒ named  ╌╌ lost
      ^ 0-16 bold, 22-30 dim, 36-40 dim, 43-44 dim, 46-49 dim
      emotive            ████▒▒▒▒ 2
      fear               ╌╌╌╌ 1
      ^ 21-24 dim
      unattributed       ████ 1
      speculation        ████ 1

    Flags by whose words they stand in
      ^ 0-33 bold
      own voice          ████████████ 3
      named speakers     ▒▒▒▒ 1
      no place in this…  ╌╌╌╌ 1
      ^ 21-24 dim
    ─────────────────────────────────────── 18 more rows below ─
      ^ 0-59 dim
     Enter its passages  q back  j bar  Tab chart  e export
      ^ 1-5 bold, 7-18 dim, 21-21 bold, 23-26 dim, 29-29 bold, 31-33 dim, 36-38 bold, 40-44 dim, 47-47 bold, 49-54 dim
    ");
}

#[test]
fn a_usual_screen() {
    assert_snapshot!(opened().size(100, 30).frame(), @"
     closeread  storm.txt                         ¶1/3  1 lost  1 quote  4 flags  0 open  0 notes  anna
      ^ 1-11 dim, 12-20 bold, 46-98 dim
    ────────────────────────────────────────────────────────────────────────────────────────────────────
      ^ 0-99 dim
    Where they fall
      ^ 0-14 bold
    ▌ flags                  ·······▄▄▄·······▄▄▄▄▄▄▄····▄▄▄▄▄▄▄▄▄▄▄▄▄▄··························· 4
      ^ 0-0 bold, 2-6 bold, 25-31 dim, 35-41 dim, 49-52 dim, 67-93 dim, 95-95 bold
      quotations             ·································▄▄▄▄▄▄▄▄▄··························· 1
      ^ 25-57 dim, 67-93 dim
      annotations            ·······▄▄▄·······▄▄▄▄▄▄▄·▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄··························· 5
      ^ 25-31 dim, 35-41 dim, 49-49 dim, 67-93 dim
                             ¶1                               ¶2                            ¶3
      ^ 25-26 dim, 58-59 dim, 88-89 dim

    Flags by category  ██ own voice  ▒▒ named  ╌╌ lost
      ^ 0-16 bold, 22-30 dim, 36-40 dim, 43-44 dim, 46-49 dim
      emotive                ████▒▒▒▒ 2: 1 own voice, 1 named
      fear                   ╌╌╌╌ 1 lost
      ^ 25-28 dim
      unattributed           ████ 1 own voice
      speculation            ████ 1 own voice

    Flags by whose words they stand in
      ^ 0-33 bold
      own voice              ████████████ 3 (60 %)
      named speakers         ▒▒▒▒ 1 (20 %)
      no place in this text  ╌╌╌╌ 1 (20 %)
      ^ 25-28 dim

    Words by who is quoted  ██ quoted
      ^ 0-21 bold, 27-32 dim
      Ana Ruiz               ████████████████████ 5 words (14 %) in 1 quotation, 1 flag
      besides: 30 of 35 words (86 %), the reporter’s own
      ^ 2-51 dim

    Findings by answer  ██ loaded language  ▒▒ quotations
      ^ 0-17 bold, 23-37 dim, 43-52 dim
      accepted               ████████ 2 loaded language
      rejected               ████ 1 loaded language
      open                   ▒▒▒▒▒▒▒▒ 2 quotations

    ──────────────────────────────────────────────────────────────────────────────── 8 more rows below ─
      ^ 0-99 dim
     Enter its passages   q back   j bar   Tab chart   e export   > more   < fewer   F1 help
      ^ 1-5 bold, 7-18 dim, 22-22 bold, 24-27 dim, 31-31 bold, 33-35 dim, 39-41 bold, 43-47 dim, 51-51 bold, 53-58 dim, 62-62 bold, 64-67 dim, 71-71 bold, 73-77 dim, 81-82 bold, 84-87 dim
    ");
}

#[test]
fn a_large_screen() {
    assert_snapshot!(opened().size(200, 50).frame(), @"
                              closeread  storm.txt                                                                      ¶1/3  1 lost  1 quote  4 flags  0 open  0 notes  anna
    ^ 28-38 dim, 39-47 bold, 118-170 dim
                             ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    ^ 27-171 dim
                             Where they fall
    ^ 27-41 bold
                             ▌ flags                  ············▄▄▄·············▄▄▄▄▄▄▄▄▄▄▄▄······▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄············································· 4
    ^ 27-27 bold, 29-33 bold, 52-63 dim, 67-79 dim, 92-97 dim, 121-165 dim, 167-167 bold
                               quotations             ······················································▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄············································· 1
    ^ 52-105 dim, 121-165 dim
                               annotations            ············▄▄▄·············▄▄▄▄▄▄▄▄▄▄▄▄··▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄············································· 5
    ^ 52-63 dim, 67-79 dim, 92-93 dim, 121-165 dim
                                                      ¶1                                                    ¶2                                                ¶3
    ^ 52-53 dim, 106-107 dim, 156-157 dim

                             Flags by category  ██ own voice  ▒▒ named  ╌╌ lost
    ^ 27-43 bold, 49-57 dim, 63-67 dim, 70-71 dim, 73-76 dim
                               emotive                ████▒▒▒▒ 2: 1 own voice, 1 named
                               fear                   ╌╌╌╌ 1 lost
    ^ 52-55 dim
                               unattributed           ████ 1 own voice
                               speculation            ████ 1 own voice

                             Flags by whose words they stand in
    ^ 27-60 bold
                               own voice              ████████████ 3 (60 %)
                               named speakers         ▒▒▒▒ 1 (20 %)
                               no place in this text  ╌╌╌╌ 1 (20 %)
    ^ 52-55 dim

                             Words by who is quoted  ██ quoted
    ^ 27-48 bold, 54-59 dim
                               Ana Ruiz               ████████████████████ 5 words (14 %) in 1 quotation, 1 flag
                               besides: 30 of 35 words (86 %), the reporter’s own
    ^ 29-78 dim

                             Findings by answer  ██ loaded language  ▒▒ quotations
    ^ 27-44 bold, 50-64 dim, 70-79 dim
                               accepted               ████████ 2 loaded language
                               rejected               ████ 1 loaded language
                               open                   ▒▒▒▒▒▒▒▒ 2 quotations

                             Answers by rule  ██ kept  ░░ not kept
    ^ 27-41 bold, 47-50 dim, 56-63 dim
                               name-calling/own words ░░░░ 0 of 1 kept by anna
                               speculation/own words  ████ 1 of 1 kept by anna
                               unattributed/own words ████ 1 of 1 kept by anna

                             Annotations by reader  ██ in the text  ╌╌ lost
    ^ 27-47 bold, 53-63 dim, 66-67 dim, 69-72 dim
                               anna                   ████████████████ 4 (3 flags, 3 verdicts)
                               boris                  ████╌╌╌╌ 2 (2 flags, 1 lost)
    ^ 56-59 dim












                             ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    ^ 27-171 dim
                              Enter its passages   q back   j bar   Tab chart   e export   > more   < fewer   F1 help
    ^ 28-32 bold, 34-45 dim, 49-49 bold, 51-54 dim, 58-58 bold, 60-62 dim, 66-68 bold, 70-74 dim, 78-78 bold, 80-85 dim, 89-89 bold, 91-94 dim, 98-98 bold, 100-104 dim, 108-109 bold, 111-114 dim
    ");
}

#[test]
fn a_tiny_screen_shows_the_bar_with_its_heading() {
    assert_snapshot!(opened().size(20, 5).press("jjj").text(), @"
     storm.txt     ¶1/3

    Flags by category
    ▌ emoti… ███▒▒▒ 2
     Enter its passages
    ");
}

#[test]
fn plain_signs_do() {
    let plain = Theme::new(Depth::Ansi16, Ground::Dark, true, true);
    let text = opened().size(100, 40).theme(plain).text();
    assert!(text.lines().all(str::is_ascii), "{text}");
}

#[test]
fn every_size_shows_the_bar_one_is_at() {
    for width in [1, 2, 7, 20, 40, 79, 80, 120, 300] {
        for height in [1, 2, 3, 4, 5, 8, 13, 14, 24, 100] {
            let mut desk = opened().size(width, height);
            for key in Key::sequence("jjjjGk^uggJJK^d").unwrap() {
                desk = desk.press(&key.to_string());
                let text = desk.text();
                assert!(
                    width < 20 || height < 5 || text.contains('▌'),
                    "{width}x{height}\n{text}"
                );
            }
        }
    }
}

#[test]
fn keys_and_what_they_say() {
    for (keys, said) in [
        ("gSk", "the first bar"),
        ("gSG", ""),
        ("gSGj", "the last bar"),
        ("gS<enter>", "flags: 1 of 4; ]b goes on"),
        ("gS<enter>]b", "flags: 2 of 4"),
        ("gS<enter>3]b", "flags: 4 of 4"),
        ("gS<enter>4]b", "flags: 1 of 4, wrapped around"),
        ("gS<enter>[b", "flags: 4 of 4, wrapped around"),
        ("gSj<enter>", "quotations: 1 of 1"),
        ("gSz", "z means nothing here: q goes back to the article"),
        (
            "]b",
            "no bar is chosen: gS opens the summary, Enter there chooses one",
        ),
        (":next-bar<enter>", "the summary has the bars: gS opens it"),
    ] {
        assert_eq!(desk().press(keys).says(), said, "{keys}");
    }
}

#[test]
fn leaving_goes_back_to_the_same_place() {
    let before = desk().press("]q^l").text();
    for keys in [
        "gSq",
        "gSjj<esc>",
        "gSo",
        "gS<f1><esc><esc>",
        "gSG:<esc>q",
        "gS<lt>>q",
    ] {
        assert_eq!(desk().press("]q").press(keys).text(), before, "{keys}");
    }
    assert!(
        desk()
            .press("gS<esc>")
            .effects
            .iter()
            .all(|effect| { !matches!(effect, closeread::app::Effect::Quit) })
    );
}

#[test]
fn a_bar_is_remembered_and_counted_anew() {
    let desk = desk().press("gSj<enter>gS");
    let bar = desk.state.summary.as_ref().unwrap().bar().unwrap();
    assert_eq!(bar.subject.name, "quotations");
    // The one flag of its category goes: so do its passages.
    let desk = super::summary::desk().press("gSJ<enter>");
    let name = desk.state.bar.as_ref().unwrap().name.clone();
    let desk = desk.press("dd]b");
    assert!(desk.says().starts_with(&name), "{}", desk.says());
    assert!(!desk.says().contains("1 of 2"), "{}", desk.says());
}

#[test]
fn a_click_chooses_a_bar_and_another_one_goes_there() {
    let desk = opened().size(100, 30).mouse(Mouse::Press, 5, 4);
    let summary = desk.state.summary.as_ref().unwrap();
    assert_eq!(summary.bar().unwrap().subject.name, "quotations");
    let desk = desk.mouse(Mouse::Press, 5, 4);
    assert_eq!(desk.says(), "quotations: 1 of 1");
}
