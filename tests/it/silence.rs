//! Silencing a rule or an entry, and hearing it again.

use crate::desk::{Desk, SAMPLE};
use crate::flags::flags;
use closeread::app::{Effect, Kind};
use closeread::article::{Article, STANDARD_INPUT};
use closeread::notes::{Codebook, FlagWords, Lexicon, Notebook, Silence};
use insta::assert_snapshot;

/// Every finding of every level.
fn desk() -> Desk {
    let mut desk = Desk::open(SAMPLE).found(flags()).press(">");
    desk.effects.clear();
    desk
}

fn open(desk: &Desk) -> String {
    let items = desk.state.desk.items.iter();
    let candidates = items.filter(|item| item.kind == Kind::Candidate);
    let words: Vec<&str> = candidates.map(|item| item.span.of(SAMPLE)).collect();
    words.join(", ")
}

/// What is silenced: `rule in article`, sorted as in the file.
fn silent(desk: &Desk) -> String {
    let Ok(lexicon) = &desk.lexicon else {
        return "?".to_owned();
    };
    let line = |line: &Silence| match &line.article {
        Some(article) => format!("{} in {article}", line.rule),
        None => line.rule.clone(),
    };
    lexicon
        .silence
        .iter()
        .map(line)
        .collect::<Vec<_>>()
        .join(", ")
}

#[test]
fn four_things_can_be_silenced() {
    let all = "storm, protest, It is believed, regime, hurt";
    for (keys, silenced, shown, said) in [
        (
            "]dx1",
            "emotive/blow/storm in seeds/storm.txt",
            "protest, It is believed, regime",
            "silence emotive/blow/storm in this article: 2 findings gone; u undoes it",
        ),
        (
            "]dx<down><enter>",
            "emotive/blow/storm",
            "protest, It is believed, regime",
            "silence emotive/blow/storm in the project: 2 findings gone; u undoes it",
        ),
        (
            "]dxrule<enter>",
            "emotive/blow in seeds/storm.txt",
            "It is believed, regime",
            "silence emotive/blow in this article: 3 findings gone; u undoes it",
        ),
        (
            "]dx4",
            "emotive/blow",
            "It is believed, regime",
            "silence emotive/blow in the project: 3 findings gone; u undoes it",
        ),
        // What came from no list has no entry.
        (
            "]d]d]dx2",
            "unattributed/passive",
            "storm, protest, regime, hurt",
            "silence unattributed/passive in the project: 1 finding gone; u undoes it",
        ),
        ("]d]d]dx3", "", all, ""),
        ("]dx<esc>", "", all, ""),
        ("]dxzzz<enter>", "", all, "nothing was silenced"),
        (
            "]d]d]d]dx3u",
            "",
            all,
            "undid: silence name-calling/label in this article · 1 finding back",
        ),
        (
            "]d]d]d]dx3u^r",
            "name-calling/label in seeds/storm.txt",
            "storm, protest, It is believed, hurt",
            "did again: silence name-calling/label in this article · 1 finding gone",
        ),
        (
            "]dx1]dx2uu",
            "",
            all,
            "undid: silence emotive/blow/storm in this article · 2 findings back",
        ),
        (
            "]qx",
            "",
            all,
            "x silences rules of loaded language: - rejects a quotation",
        ),
        ("jx", "", all, "no finding here: ]d goes to the next one"),
        (
            "x",
            "",
            all,
            "4 findings in this paragraph: ]d or c goes to the one you mean",
        ),
    ] {
        let desk = desk().press(keys);
        let is = (silent(&desk), open(&desk), desk.says().to_owned());
        let expected = (silenced.to_owned(), shown.to_owned(), said.to_owned());
        assert_eq!(is, expected, "{keys}");
    }
}

/// A rejection says how to be spared more of the kind; the answer stays when the rule is silent.
#[test]
fn from_a_rejection() {
    let desk = desk().press("]d-");
    assert_eq!(
        desk.says(),
        "reject emotive “storm” (¶1) · x silences its rule"
    );
    let desk = desk.press("x4");
    assert_eq!(open(&desk), "It is believed, regime");
    assert_eq!(
        desk.says(),
        "silence emotive/blow in the project: 2 findings gone; u undoes it"
    );
    let noted = "1:5 “storm” finding=\"emotive\" verdict=\"rejected\"\n";
    assert_eq!(desk.notebook(), noted);
    assert_eq!(desk.state.focused_item().unwrap().kind, Kind::Rejected);
    let desk = desk.press("uu");
    assert_eq!(desk.notebook(), "");
    assert_eq!(silent(&desk), "");
    let desk = desk.press("]d_too common<enter>");
    assert!(
        desk.says().ends_with("· x silences its rule"),
        "{}",
        desk.says()
    );
}

/// What is silent already is marked, and heard again when it is chosen.
#[test]
fn heard_again() {
    let desk = desk().press("]d-x3x");
    assert_snapshot!(desk.text(), @"
     closeread  storm.txt        ¶1/3  1 quote  0 flags  all: 2 open  0 notes  anna
    ───────────────────────────────────────────────┬────────────────────────────────
    ▌ 1  The storm of protest swept the capital    │▌✗ storm               rejected
    ▌    on Monday. It is believed that the regime │▌  emotive
    ▌    may soon fall.                            │
                                                   │ ? It is believed  unattributed
      2  “We will not be moved,” Minister Ana Ruiz │ ? regime          name-calling
         said. The opposition “celebrates” her     │
         words.                                    │
                                                   │
      3  Nobody was hurt.                          │
                                                   │
    ── silence what points at “storm” ──────────────────────────────────────────────
     >
     ▌1  this entry in this article  0 open here: emotive/blow/storm
      2  this entry in the project   0 open here: emotive/blow/storm
      3✓ whole rule in this article  0 open here: emotive/blow
      4  whole rule in the project   0 open here: emotive/blow

     1–4 choose   ↑↓ move   Enter silence, or hear again   Esc leave
    ");
    let desk = desk.press("3");
    assert_eq!(
        desk.says(),
        "hear again emotive/blow in this article: 2 findings back; u undoes it"
    );
    assert_eq!(silent(&desk), "");
    assert_eq!(silent(&desk.press("u")), "emotive/blow in seeds/storm.txt");
}

#[test]
fn the_place_stays() {
    let desk = desk().press("]d]dx3");
    assert!(SAMPLE[desk.state.cursor..].starts_with("protest"));
    assert_eq!(desk.state.focus, None);
    let desk = desk.press("]d");
    assert_eq!(desk.says(), "candidate 1 of 2");
    let desk = desk.press("Gu");
    let item = desk.state.focused_item().unwrap();
    assert_eq!(item.span.of(SAMPLE), "protest");
}

/// What cannot be written changes nothing, also not what can be undone.
#[test]
fn a_file_that_cannot_be_changed() {
    let refusing = |desk: Desk| desk.with_file(Err("notes/lexicon.yaml:3:1: broken".to_owned()));
    let refused = refusing(desk()).press("]dx4");
    assert_eq!(open(&refused), open(&desk()));
    let said = "nothing is silenced or heard again: notes/lexicon.yaml:3:1: broken";
    assert_eq!(refused.says(), said);
    assert!(refused.state.message.as_ref().unwrap().is_error);
    assert_eq!(refused.press("u").says(), "nothing to undo");
    let silenced = desk().press("]dx4");
    let known = silenced.lexicon.clone();
    let refused = refusing(silenced).press("u");
    assert_eq!(
        (open(&refused).as_str(), refused.says()),
        ("It is believed, regime", said)
    );
    let undone = refused.with_file(known).press("u");
    assert_eq!(open(&undone), open(&desk()));
    assert_eq!(open(&undone.press("^r")), "It is believed, regime");
}

/// Words of the project are flagged, words of its choice never; and what another session wrote arrives with the next change.
#[test]
fn what_another_session_wrote() {
    let word = |words: &str| FlagWords {
        words: words.to_owned(),
        category: "emotive".to_owned(),
        ..FlagWords::default()
    };
    let lexicon = Lexicon {
        flag: vec![word("nobody")],
        ..Lexicon::default()
    };
    let desk = Desk::open(SAMPLE).heeding(lexicon.clone()).press("3G");
    assert!(open(&desk).ends_with("Nobody"), "{}", open(&desk));
    let theirs = Lexicon {
        flag: vec![word("words")],
        never: vec!["it is Believed  that".to_owned()],
        silence: vec![Silence {
            rule: "name-calling".to_owned(),
            article: Some("seeds/other.txt".to_owned()),
        }],
    };
    let desk = desk.with_file(Ok(theirs)).press("]dx2");
    assert!(!open(&desk).contains("It is believed"), "{}", open(&desk));
    assert!(open(&desk).ends_with("words"), "{}", open(&desk));
    assert_eq!(desk.lexicon.as_ref().unwrap().silence.len(), 2);
}

/// A text without a file cannot be named in the project's: what is silenced in it is silenced everywhere.
#[test]
fn on_standard_input() {
    let article = Article::new(STANDARD_INPUT, SAMPLE);
    let desk = Desk::lay(
        article,
        Notebook::default(),
        Vec::new(),
        Codebook::default(),
    );
    let desk = desk.found(flags()).press("]dx3");
    assert_eq!(silent(&desk), "");
    assert_eq!(silent(&desk.press("<esc>]dx2")), "emotive/blow");
}

#[test]
fn only_the_file_is_asked_to_change() {
    let desk = desk().press("]dx4");
    assert!(matches!(
        desk.effects.as_slice(),
        [Effect::ChangeLexicon(_)]
    ));
}

#[test]
fn the_picker() {
    let desk = desk().size(100, 16).press("]dx");
    assert_snapshot!(desk.frame(), @"
     closeread  storm.txt                            ¶1/3  1 quote  0 flags  all: 5 open  0 notes  anna
      ^ 1-11 dim, 12-20 bold, 49-98 dim
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
      ^ 0-99 dim
    ▌ 1  The storm of protest swept the capital on Monday. It  │▌? storm                        emotive
      ^ 0-2 bold, 9-13 curly+reversed, 18-24 curly, 55-56 curly, 60-61 bold, 62-62 dim, 63-67 bold, 92-98 dim
    ▌    is believed that the regime may soon fall.            │▌  why emotive/blow is flagged
      ^ 0-0 bold, 5-15 curly, 26-31 curly, 60-60 bold, 61-62 dim
                                                               │▌  own voice · about 7 in 10 such are
      ^ 60-60 bold, 61-96 dim
      2  “We will not be moved,” Minister Ana Ruiz said. The   │▌  right in partisan texts, far fewer
      ^ 1-2 dim, 5-27 italic, 60-60 bold, 61-96 dim
         opposition “celebrates” her words.                    │▌  in sober news
      ^ 60-60 bold, 61-75 dim
                                                               │▌  + accept   - reject   K why
      ^ 60-60 bold, 61-89 dim
    ── silence what points at “storm” ──────────────────────────────────────────────────────────────────
      ^ 0-1 dim, 2-33 bold+dim, 34-99 dim
     >
      ^ 1-2 bold
     ▌1  this entry in this article  2 open here: emotive/blow/storm
      ^ 1-2 bold, 5-30 bold, 33-63 dim
      2  this entry in the project   2 open here: emotive/blow/storm
      ^ 2-2 bold, 33-63 dim
      3  whole rule in this article  3 open here: emotive/blow
      ^ 2-2 bold, 33-57 dim
      4  whole rule in the project   3 open here: emotive/blow
      ^ 2-2 bold, 33-57 dim

     1–4 choose   ↑↓ move   Enter silence, or hear again   Esc leave
      ^ 1-3 bold, 5-10 dim, 14-15 bold, 17-20 dim, 24-28 bold, 30-51 dim, 55-57 bold, 59-63 dim
    ");
    assert_snapshot!(desk.size(60, 20).text(), @"
     storm.txt     ¶1/3  1 quote  0 flags  all: 5 open  0 notes
    ────────────────────────────────────────────────────────────
    ▌ 1  The storm of protest swept the capital on Monday. It
    ▌    is believed that the regime may soon fall.

      2  “We will not be moved,” Minister Ana Ruiz said. The
         opposition “celebrates” her words.

      3  Nobody was hurt.



    ── silence what points at “storm” ──────────────────────────
     >
     ▌1  this entry in this article  2 open here: emotive/b…
      2  this entry in the project   2 open here: emotive/b…
      3  whole rule in this article  3 open here: emotive/b…
      4  whole rule in the project   3 open here: emotive/b…

     1–4 choose  ↑↓ move  Enter silence, or hear again
    ");
}
