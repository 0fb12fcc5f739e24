//! Saying who speaks: corrected, marked, rejected, by oneself and by others.

use crate::desk::{Desk, SAMPLE};
use closeread::notes::{Annotation, ArticleRef, Id, Notebook, Selector, Verdict};
use insta::assert_snapshot;

/// A quotation with a loaded word in it, one in other words with another, and a sentence that no rule takes for speech.
const TALK: &str = "\
“A brutal storm will come,” Minister Ana Ruiz said. Officials said that the regime had been warned.
Nobody listened. The keeper waits for the brutal end.";

/// The notes of somebody else, who says of the words `quote` who speaks.
fn others(finding: Option<&str>, quote: &str, speaker: &str) -> Notebook {
    Notebook {
        annotations: vec![Annotation {
            id: Id("x1".to_owned()),
            selector: Selector {
                quote: quote.to_owned(),
                ..Selector::default()
            },
            finding: finding.map(str::to_owned),
            verdict: finding.map(|_| Verdict::Accepted),
            speaker: Some(speaker.to_owned()),
            ..Annotation::default()
        }],
        ..Notebook::new("bea", ArticleRef::default())
    }
}

#[test]
fn the_picker_has_the_speakers_of_the_article() {
    let desk = Desk::open(TALK).size(100, 18).press("]qgs");
    assert_snapshot!(desk.text(), @"
     closeread  storm.txt                                ¶1/2  2 quotes  0 flags  3 open  0 notes  anna
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
    ▌ 1  “A brutal storm will come,” Minister Ana Ruiz said.   │▌“ 5 words · Ana Ruiz              said
    ▌    Officials said that the regime had been warned.       │▌  “said” credits these words to
                                                               │▌  Minister Ana Ruiz
      2  Nobody listened. The keeper waits for the brutal end. │▌  direct · nearly all such are right
                                                               │▌  gs speaker   - reject   K why
                                                               │
                                                               │ ? brutal                       emotive
                                                               │ “ 6 words indirect · Officials    said
    ── who says “A brutal storm will come,” ────────────────────────────────────────────────────────────
     >
     ▌1✓ Ana Ruiz                                                                                   1×
      2  Officials                                                                                  1×
         unclear    somebody says it; who cannot be made out
         nobody     it is no speech: rejects the quotation

     type filter or new name   ↑↓ move   Enter that is who speaks   Esc leave
    ");
    let typed = desk.press("Bo");
    assert_snapshot!(typed.text(), @"
     closeread  storm.txt                                ¶1/2  2 quotes  0 flags  3 open  0 notes  anna
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
    ▌ 1  “A brutal storm will come,” Minister Ana Ruiz said.   │▌“ 5 words · Ana Ruiz              said
    ▌    Officials said that the regime had been warned.       │▌  “said” credits these words to
                                                               │▌  Minister Ana Ruiz
      2  Nobody listened. The keeper waits for the brutal end. │▌  direct · nearly all such are right
                                                               │▌  gs speaker   - reject   K why
                                                               │
                                                               │ ? brutal                       emotive
                                                               │ “ 6 words indirect · Officials    said
    ── who says “A brutal storm will come,” ────────────────────────────────────────────────────────────
     > Bo
     ▌   as typed Bo




     type filter or new name   ↑↓ move   Enter that is who speaks   Esc leave
    ");
}

#[test]
fn a_speaker_is_corrected_and_undone() {
    let desk = Desk::open(TALK).size(100, 18).press("]qgsBo<enter>");
    assert_snapshot!(desk.notebook(), @r#"1:1 ““A brutal storm will come,”” finding="quotation" verdict="accepted" speaker="Bo""#);
    assert_snapshot!(desk.text(), @"
     closeread  storm.txt                                ¶1/2  2 quotes  0 flags  3 open  0 notes  anna
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
    ▌ 1  “A brutal storm will come,” Minister Ana Ruiz said.   │▌“ 5 words · Bo               corrected
    ▌    Officials said that the regime had been warned.       │▌  the rule has “Ana Ruiz”
                                                               │
      2  Nobody listened. The keeper waits for the brutal end. │ ? brutal                       emotive
                                                               │ “ 6 words indirect · Officials    said
                                                               │ ? regime                  name-calling
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
    ───────────────────────────────────────────────────────────┴────────────────────────────────────────
     speaker Bo of “A brutal storm will come,” (¶1)
    ");
    let undone = desk.press("u");
    assert_eq!(undone.notebook(), "");
    assert_snapshot!(undone.says(), @"undid: speaker Bo of “A brutal storm will come,” (¶1)");
}

#[test]
fn the_last_speaker_again() {
    let desk = Desk::open(TALK).press("]qgsBo<enter>]q.");
    assert_snapshot!(desk.notebook(), @r#"
    1:1 ““A brutal storm will come,”” finding="quotation" verdict="accepted" speaker="Bo"
    1:68 “that the regime had been warned” finding="quotation" verdict="accepted" speaker="Bo"
    "#);
    assert_eq!(
        desk.press("Gs.")
            .notebook()
            .matches("speaker=\"Bo\"")
            .count(),
        3
    );
}

#[test]
fn nobody_and_unclear() {
    let nobody = Desk::open(TALK).press("]qgsnobody<enter>");
    assert_snapshot!(nobody.notebook(), @r#"1:1 ““A brutal storm will come,”” finding="quotation" verdict="rejected""#);
    let back = nobody.press("gsBo<enter>");
    assert_snapshot!(back.notebook(), @r#"1:1 ““A brutal storm will come,”” finding="quotation" verdict="accepted" speaker="Bo""#);
    let unclear = Desk::open(TALK).size(100, 18).press("]qgsunclear<enter>");
    assert_snapshot!(unclear.notebook(), @r#"1:1 ““A brutal storm will come,”” finding="quotation" verdict="accepted" speaker="unclear""#);
    assert_snapshot!(unclear.text(), @"
     closeread  storm.txt                                ¶1/2  2 quotes  0 flags  3 open  0 notes  anna
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
    ▌ 1  “A brutal storm will come,” Minister Ana Ruiz said.   │▌“ 5 words · speaker unclear  corrected
    ▌    Officials said that the regime had been warned.       │▌  the rule has “Ana Ruiz”
                                                               │
      2  Nobody listened. The keeper waits for the brutal end. │ ? brutal                       emotive
                                                               │ “ 6 words indirect · Officials    said
                                                               │ ? regime                  name-calling
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
    ───────────────────────────────────────────────────────────┴────────────────────────────────────────
     speaker unclear of “A brutal storm will come,” (¶1)
    ");
}

#[test]
fn a_quotation_is_marked_and_lends_its_voice() {
    let desk = Desk::open(TALK).size(100, 18).press("jwwsgsBo<enter>");
    assert_snapshot!(desk.notebook(), @r#"2:18 “The keeper waits for the brutal end.” speaker="Bo""#);
    assert_snapshot!(desk.text(), @"
     closeread  storm.txt                                ¶2/2  3 quotes  0 flags  3 open  0 notes  anna
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
      1  “A brutal storm will come,” Minister Ana Ruiz said.   │ “ 5 words · Ana Ruiz              said
         Officials said that the regime had been warned.       │ ? brutal                       emotive
                                                               │   … 2 more
    ▌ 2  Nobody listened. The keeper waits for the brutal end. │▌“ 7 words indirect · Bo         marked
                                                               │▌  no rule found this quotation
                                                               │
                                                               │ ? brutal                       emotive
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
    ───────────────────────────────────────────────────────────┴────────────────────────────────────────
     speaker Bo of “The keeper waits for the brutal end.” (¶2)
    ");
    let listed = desk.press("g/voice:bo<enter>");
    assert_snapshot!(listed.text(), @"
     closeread  storm.txt                                ¶2/2  3 quotes  0 flags  3 open  0 notes  anna
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
      1  “A brutal storm will come,” Minister Ana Ruiz said.   │ 2 of 6: voice:bo
         Officials said that the regime had been warned.       │
                                                               │▌  ¶2 “ 7 words indirect · Bo    marked
    ▌ 2  Nobody listened. The keeper waits for the brutal end. │   ¶2 ? brutal                  emotive
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
    ───────────────────────────────────────────────────────────┴────────────────────────────────────────
     j ¶ down   ]q quote   ]f flag   ]d candidate   v select   a note   t tag   f flag   ? help
    ");
}

#[test]
fn a_rejected_quotation_lends_its_voice_to_nothing() {
    let voices = |desk: &Desk| -> Vec<String> {
        let found = desk.state.desk.findings.iter();
        let loaded = found.filter(|finding| finding.category().is_some());
        loaded
            .map(|finding| desk.state.desk.voice(finding.span).words().into_owned())
            .collect()
    };
    let desk = Desk::open(TALK);
    assert_eq!(
        voices(&desk),
        [
            "Ana Ruiz",
            "indirect speech of unnamed source: Officials",
            "own voice"
        ]
    );
    let desk = desk.press("]q-");
    assert_eq!(voices(&desk)[0], "own voice");
    let desk = desk.press("gsBo<enter>");
    assert_eq!(voices(&desk)[0], "Bo");
}

#[test]
fn what_others_say_of_a_speaker_is_shown_as_theirs() {
    let theirs = others(Some("quotation"), "“A brutal storm will come,”", "Cy");
    let desk = Desk::with(TALK, vec![theirs]).size(100, 18).press("]q");
    assert_snapshot!(desk.text(), @"
     closeread  storm.txt                                ¶1/2  2 quotes  0 flags  3 open  0 notes  anna
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
    ▌ 1  “A brutal storm will come,” Minister Ana Ruiz said.   │▌“ 5 words · Cy                 per bea
    ▌    Officials said that the regime had been warned.       │▌  “said” credits these words to
                                                               │▌  Minister Ana Ruiz
      2  Nobody listened. The keeper waits for the brutal end. │▌  direct · nearly all such are right
                                                               │▌  gs speaker   - reject   K why
                                                               │
                                                               │ ✎ “A brutal storm will come,”
                                                               │   quotation
                                                               │   speaker: Cy
                                                               │   — bea
                                                               │
                                                               │ ? brutal                       emotive
                                                               │ “ 6 words indirect · Officials    said
                                                               │ ? regime                  name-calling
    ───────────────────────────────────────────────────────────┴────────────────────────────────────────
     quotation 1 of 2
    ");
    let marked = others(None, "The keeper waits for the brutal end", "Cy");
    let desk = Desk::with(TALK, vec![marked]).size(100, 18).press("]q]q]q");
    assert_snapshot!(desk.text(), @"
     closeread  storm.txt                                ¶2/2  3 quotes  0 flags  3 open  0 notes  anna
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
      1  “A brutal storm will come,” Minister Ana Ruiz said.   │ “ 5 words · Ana Ruiz              said
         Officials said that the regime had been warned.       │ ? brutal                       emotive
                                                               │   … 2 more
    ▌ 2  Nobody listened. The keeper waits for the brutal end. │▌“ 7 words indirect · Cy        per bea
                                                               │▌  no rule found this quotation
                                                               │▌  — bea
                                                               │
                                                               │ ? brutal                       emotive
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
    ───────────────────────────────────────────────────────────┴────────────────────────────────────────
     quotation 3 of 3
    ");
}

#[test]
fn why_is_this_who_speaks() {
    let desk = Desk::open(TALK).size(120, 22).press("]qgsBo<enter>K");
    assert_snapshot!(desk.frame(), @"
     closeread  storm.txt                                                    ¶1/2  2 quotes  0 flags  3 open  0 notes  anna
      ^ 1-11 dim, 12-20 bold, 73-118 dim
    ────────────────────────────────────────────────────────────────────────┬───────────────────────────────────────────────
      ^ 0-119 dim
    ▌ 1  “A brutal storm will come,” Minister Ana Ruiz said. Officials said │▌“ 5 words · Bo                      corrected
      ^ 0-2 bold, 5-7 italic+reversed, 8-13 curly+italic+reversed, 14-31 italic+reversed, 33-49 underlined+bold, 51-54 underlined+bold, 73-74 bold, 75-87 dim, 110-118 dim
    ▌    that the regime had been warned.                                   │▌  the rule has “Ana Ruiz”
      ^ 0-0 bold, 5-13 italic, 14-19 curly+italic, 20-35 italic, 73-73 bold, 74-98 dim
                                                                            │
      2  Nobody listened. The keeper waits for the brutal end.              │ ? brutal                              emotive
      ^ 1-2 dim, 47-52 curly, 74-74 bold, 75-75 dim, 112-118 dim
                                                                            │── why “A brutal storm will come,” ───────────
      ^ 72-74 dim, 75-107 bold+dim, 108-118 dim
                                                                            │ kind      direct quotation, 5 words
      ^ 74-77 dim
                                                                            │ speaker   Ana Ruiz, by “Minister Ana Ruiz”
      ^ 74-80 dim
                                                                            │           ¶1
                                                                            │           Bo: so you say
                                                                            │ cue       “said” ¶1
      ^ 74-76 dim
                                                                            │ reason    “said” credits these words to
      ^ 74-79 dim
                                                                            │           Minister Ana Ruiz
                                                                            │ voice     Bo
      ^ 74-78 dim
                                                                            │ rule      quotation: cue-after
      ^ 74-77 dim
                                                                            │ score     0.97: nearly all such are right
      ^ 74-78 dim
                                                                            │ record    you kept 0 of 1 by cue-after in
      ^ 74-79 dim
                                                                            │           this article
                                                                            │ you       accepted
      ^ 74-76 dim
    ────────────────────────────────────────────────────────────────────────┴───────────────────────────────────────────────
      ^ 0-119 dim
     j ¶ down   ]q quote   ]f flag   ]d candidate   v select   a note   t tag   f flag   e export   ? help
      ^ 1-1 bold, 3-8 dim, 12-13 bold, 15-19 dim, 23-24 bold, 26-29 dim, 33-34 bold, 36-44 dim, 48-48 bold, 50-55 dim, 59-59 bold, 61-64 dim, 68-68 bold, 70-72 dim, 76-76 bold, 78-81 dim, 85-85 bold, 87-92 dim, 96-96 bold, 98-101 dim
    ");
}

#[test]
fn where_nobody_speaks_it_says_so() {
    let desk = Desk::open(SAMPLE).press("Ggs");
    assert_snapshot!(desk.says(), @"no quotation here: select its words (v, s, S), then gs says who speaks");
    let inside = Desk::open(TALK).press("]dgsBo<enter>");
    assert_snapshot!(inside.notebook(), @r#"1:1 ““A brutal storm will come,”” finding="quotation" verdict="accepted" speaker="Bo""#);
}
