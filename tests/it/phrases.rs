//! Phrases: flagged words with those beside them, where everything is shown.

use crate::desk::Desk;
use closeread::article::Article;
use closeread::detect::{self, Own, Strictness};
use insta::assert_snapshot;

const TEXT: &str = "The council met. A shameful ferry timetable, he said.";

fn desk() -> Desk {
    let article = Article::new("a", TEXT);
    Desk::open(TEXT).found(detect::find(&article, 0..1, &Own::default()))
}

#[test]
fn an_answer_to_a_word_or_its_phrase_is_enough() {
    for (keys, left) in [
        ("", "shameful"),
        (">", "shameful, shameful ferry timetable"),
        (">]d-", ""),
        (">]d+", ""),
        (">]d]d-", ""),
        (">]d]d+", ""),
        (">]d-u", "shameful, shameful ferry timetable"),
    ] {
        assert_eq!(desk().press(keys).candidates(), left, "{keys}");
    }
    let desk = desk().press("]d-]d");
    assert_eq!(desk.says(), "no finding is open: all are decided");
}

#[test]
fn an_answer_to_a_word_is_none_to_its_phrase() {
    let desk = desk().press("]d+").press(">");
    let phrases = desk.state.desk.findings.iter();
    let phrase = phrases.into_iter().find(|one| one.core().is_some());
    let record = desk.state.desk.record(&phrase.unwrap().rule);
    assert_eq!((record.accepted, record.rejected, record.open), (0, 0, 1));
    let desk = desk.press("<lt>");
    assert_eq!(desk.state.desk.strictness(), Strictness::Normal);
    assert_eq!(desk.candidates(), "");
}

#[test]
fn why_a_phrase_is_shown() {
    assert_snapshot!(desk().press(">]d]dK").text(), @r#"
     closeread  storm.txt       ¶1/1  0 quotes  0 flags  all: 2 open  0 notes  anna
    ───────────────────────────────────────────────┬────────────────────────────────
    ▌ 1  The council met. A shameful ferry         │ ? shameful             emotive
    ▌    timetable, he said.                       │▌? shameful ferry tim…  emotive
                                                   │▌  one phrase with "shameful",
                                                   │▌  which is flagged by itself;
                                                   │▌  some readers mark all of it
    ── why “shameful ferry timetable” ──────────────────────────────────────────────
     category  emotive: words chosen for the feeling they carry
     reason    one phrase with "shameful", which is flagged by itself; some readers
               mark all of it
     voice     own voice
     rule      loaded: emotive/scorn phrase/shameful
     score     0.34: about 3 in 10 such are right in partisan texts, far fewer in
               sober news
     because   - its least likely word is the second one behind them
               + how sure the flagged words are by themselves
               + its phrase ends there, at a mark
     level     all: shown only where everything is
     j ¶ down   ]q quote   ]f flag   ]d candidate   v select   a note   ? help
    "#);
}
