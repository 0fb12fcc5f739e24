//! Pictures of the screen: every pane and mode, by pressing keys.
//!
//! A row that does not look plain everywhere has a second line: from which to which column it looks how.

#![allow(clippy::unicode_not_nfc)] // pictures show texts as they are

use crate::desk::{Desk, SAMPLE};
use closeread::app::Action;
use closeread::notes::ArticleRef;
use closeread::store::{NotebookFile, Workspace, read_article};
use closeread::view::{Depth, Ground, Theme};
use insta::assert_snapshot;
use std::path::Path;

const SCRIPTS: &str =
    "漢字 cafe\u{301} 👩‍🔬 word.\nשלום עולם says she.\ntab\tand \u{1b}[31m and \u{202e}over";

/// The sample article with the demonstration notebook, read by anna.
fn sample() -> Desk {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/000_c6d07a3c0f466bd7.txt");
    let workspace = Workspace::around(&path);
    let article = read_article(&path, &workspace.name_of(&path)).unwrap();
    let about = ArticleRef {
        path: article.name.clone(),
        sha256: article.sha256(),
    };
    let file = workspace.notebook_path("demo", &path);
    let demo = NotebookFile::open(&file, "demo", about.clone()).unwrap();
    let own = closeread::notes::Notebook::new("anna", about);
    let others = vec![demo.notebook().clone()];
    Desk::lay(article, own, others, workspace.codebook().unwrap())
}

/// The desk as it opens.
#[test]
fn the_first_screen() {
    let desk = Desk::open(SAMPLE);
    assert_snapshot!(desk.frame(), @"
     closeread  storm.txt             ¶1/3  1 quote  0 flags  3 open  0 notes  anna
      ^ 1-11 dim, 12-20 bold, 34-78 dim
    ───────────────────────────────────────────────┬────────────────────────────────
      ^ 0-79 dim
    ▌ 1  The storm of protest swept the capital    │ ? It is believe…  unattributed
      ^ 0-2 bold, 49-49 bold, 50-64 dim, 67-78 dim
    ▌    on Monday. It is believed that the regime │ ? regime          name-calling
      ^ 0-0 bold, 16-34 curly, 40-45 curly, 49-49 bold, 50-50 dim, 67-78 dim
    ▌    may soon fall.                            │ ? may soon fall    speculation
      ^ 0-0 bold, 5-17 curly, 49-49 bold, 50-63 dim, 68-78 dim
                                                   │
      2  “We will not be moved,” Minister Ana Ruiz │ “ 5 words · Ana Ruiz      said
      ^ 1-2 dim, 5-27 italic, 49-49 bold, 50-68 dim, 75-78 dim
         said. The opposition “celebrates” her     │
         words.                                    │
                                                   │
      3  Nobody was hurt.                          │
      ^ 1-2 dim
                                                   │
                                                   │
                                                   │
                                                   │
                                                   │
                                                   │
                                                   │
    ───────────────────────────────────────────────┴────────────────────────────────
      ^ 0-79 dim
     j ¶ down   ]q quote   ]f flag   ]d candidate   v select   a note   ? help
      ^ 1-1 bold, 3-8 dim, 12-13 bold, 15-19 dim, 23-24 bold, 26-29 dim, 33-34 bold, 36-44 dim, 48-48 bold, 50-55 dim, 59-59 bold, 61-64 dim, 68-68 bold, 70-73 dim
    ");
}

/// What the margin says of a finding.
#[test]
fn a_candidate_in_focus() {
    let desk = Desk::open(SAMPLE).size(100, 18).press("]d");
    assert_snapshot!(desk.frame(), @"
     closeread  storm.txt                                 ¶1/3  1 quote  0 flags  3 open  0 notes  anna
      ^ 1-11 dim, 12-20 bold, 54-98 dim
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
      ^ 0-99 dim
    ▌ 1  The storm of protest swept the capital on Monday. It  │▌? It is believed that     unattributed
      ^ 0-2 bold, 55-56 curly+reversed, 60-61 bold, 62-81 dim, 87-98 dim
    ▌    is believed that the regime may soon fall.            │▌  somebody believes it, and the
      ^ 0-0 bold, 5-20 curly+reversed, 26-31 curly, 33-45 curly, 60-60 bold, 61-62 dim
                                                               │▌  sentence takes care not to say who
      ^ 60-60 bold, 61-62 dim
      2  “We will not be moved,” Minister Ana Ruiz said. The   │▌  own voice · this project asks for
      ^ 1-2 dim, 5-27 italic, 60-60 bold, 61-95 dim
         opposition “celebrates” her words.                    │▌  it: not measured
      ^ 60-60 bold, 61-78 dim
                                                               │▌  + accept   - reject   K why
      ^ 60-60 bold, 61-89 dim
      3  Nobody was hurt.                                      │
      ^ 1-2 dim
                                                               │ ? regime                  name-calling
      ^ 61-61 bold, 62-62 dim, 87-98 dim
                                                               │ ? may soon fall            speculation
      ^ 61-61 bold, 62-75 dim, 88-98 dim
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
    ───────────────────────────────────────────────────────────┴────────────────────────────────────────
      ^ 0-99 dim
     candidate 1 of 3
    ");
}

/// The editor over the lower part of the notes.
#[test]
fn a_note_is_written() {
    let desk = Desk::open(SAMPLE)
        .size(100, 20)
        .press("]qawho says?^jsince when?");
    assert_snapshot!(desk.frame(), @"
     closeread  storm.txt                                 ¶2/3  1 quote  0 flags  3 open  0 notes  anna
      ^ 1-11 dim, 12-20 bold, 54-98 dim
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
      ^ 0-99 dim
      1  The storm of protest swept the capital on Monday. It  │ ? It is believed that     unattributed
      ^ 1-2 dim, 55-56 curly, 61-61 bold, 62-81 dim, 87-98 dim
         is believed that the regime may soon fall.            │ ? regime                  name-calling
      ^ 5-20 curly, 26-31 curly, 33-45 curly, 61-61 bold, 62-62 dim, 87-98 dim
                                                               │ ? may soon fall            speculation
      ^ 61-61 bold, 62-75 dim, 88-98 dim
    ▌ 2  “We will not be moved,” Minister Ana Ruiz said. The   │▌“ 5 words · Ana Ruiz              said
      ^ 0-2 bold, 5-27 italic+reversed, 60-61 bold, 62-80 dim, 95-98 dim
    ▌    opposition “celebrates” her words.                    │▌  “said” credits these words to
      ^ 0-0 bold, 60-60 bold, 61-62 dim
                                                               │▌  Minister Ana Ruiz
      ^ 60-60 bold, 61-62 dim
      3  Nobody was hurt.                                      │▌  direct · nearly all such are right
      ^ 1-2 dim, 60-60 bold, 61-96 dim
                                                               │── note on ““We will not be moved…” ───
      ^ 59-61 dim, 62-95 bold+dim, 96-98 dim
                                                               │ who says?
                                                               │ since when?
      ^ 72-72 reversed
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
    ───────────────────────────────────────────────────────────┴────────────────────────────────────────
      ^ 0-99 dim
     Enter save   ^j new line   ^u undo   ^g in $EDITOR   Esc keep as draft
      ^ 1-5 bold, 7-10 dim, 14-15 bold, 17-24 dim, 28-29 bold, 31-34 dim, 38-39 bold, 41-50 dim, 54-56 bold, 58-70 dim
    ");
}

/// The same, saved.
#[test]
fn a_note_is_there() {
    let desk = Desk::open(SAMPLE)
        .size(100, 20)
        .press("]qawho says?^jsince when?<enter>");
    assert_snapshot!(desk.frame(), @"
     closeread  storm.txt                                  ¶2/3  1 quote  0 flags  3 open  1 note  anna
      ^ 1-11 dim, 12-20 bold, 55-98 dim
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
      ^ 0-99 dim
      1  The storm of protest swept the capital on Monday. It  │ ? It is believed that     unattributed
      ^ 1-2 dim, 55-56 curly, 61-61 bold, 62-81 dim, 87-98 dim
         is believed that the regime may soon fall.            │ ? regime                  name-calling
      ^ 5-20 curly, 26-31 curly, 33-45 curly, 61-61 bold, 62-62 dim, 87-98 dim
                                                               │ ? may soon fall            speculation
      ^ 61-61 bold, 62-75 dim, 88-98 dim
    ▌ 2  “We will not be moved,” Minister Ana Ruiz said. The   │ “ 5 words · Ana Ruiz              said
      ^ 0-2 bold, 5-27 dotted+italic+reversed, 61-61 bold, 62-80 dim, 95-98 dim
    ▌    opposition “celebrates” her words.                    │▌✎ “We will not be moved,”
      ^ 0-0 bold, 60-61 bold, 62-62 dim, 63-85 bold
                                                               │▌  who says?
      ^ 60-60 bold, 61-62 dim
      3  Nobody was hurt.                                      │▌  since when?
      ^ 1-2 dim, 60-60 bold, 61-62 dim
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
      ^ 0-99 dim
     note on “We will not be moved,” (¶2)
    ");
}

/// A selection over a finding.
#[test]
fn words_are_selected() {
    let desk = Desk::open(SAMPLE).press("s");
    assert_snapshot!(desk.frame(), @"
     closeread  storm.txt             ¶1/3  1 quote  0 flags  3 open  0 notes  anna
      ^ 1-11 dim, 12-20 bold, 34-78 dim
    ───────────────────────────────────────────────┬────────────────────────────────
      ^ 0-79 dim
    ▌ 1  The storm of protest swept the capital    │ ? It is believe…  unattributed
      ^ 0-2 bold, 5-42 reversed, 49-49 bold, 50-64 dim, 67-78 dim
    ▌    on Monday. It is believed that the regime │ ? regime          name-calling
      ^ 0-0 bold, 5-14 reversed, 16-34 curly, 40-45 curly, 49-49 bold, 50-50 dim, 67-78 dim
    ▌    may soon fall.                            │ ? may soon fall    speculation
      ^ 0-0 bold, 5-17 curly, 49-49 bold, 50-63 dim, 68-78 dim
                                                   │
      2  “We will not be moved,” Minister Ana Ruiz │ “ 5 words · Ana Ruiz      said
      ^ 1-2 dim, 5-27 italic, 49-49 bold, 50-68 dim, 75-78 dim
         said. The opposition “celebrates” her     │
         words.                                    │
                                                   │
      3  Nobody was hurt.                          │
      ^ 1-2 dim
                                                   │
                                                   │
                                                   │
                                                   │
                                                   │
                                                   │
                                                   │
    ───────────────────────────────────────────────┴────────────────────────────────
      ^ 0-79 dim
     w word →   b word ←   o other end   s sentence →   a note   t tag   ? help
      ^ 1-1 bold, 3-8 dim, 12-12 bold, 14-19 dim, 23-23 bold, 25-33 dim, 37-37 bold, 39-48 dim, 52-52 bold, 54-57 dim, 61-61 bold, 63-65 dim, 69-69 bold, 71-74 dim
    ");
}

/// Letters on the words of the paragraph.
#[test]
fn words_are_picked_by_letters() {
    let desk = Desk::open(SAMPLE).press("S");
    assert_snapshot!(desk.frame(), @"
     closeread  storm.txt             ¶1/3  1 quote  0 flags  3 open  0 notes  anna
      ^ 1-11 dim, 12-20 bold, 34-78 dim
    ───────────────────────────────────────────────┬────────────────────────────────
      ^ 0-79 dim
    ▌ 1  ahe storm df frotest gwept hhe japital    │ ? It is believe…  unattributed
      ^ 0-2 bold, 5-5 bold+reversed, 9-9 bold+reversed, 15-15 bold+reversed, 18-18 bold+reversed, 26-26 bold+reversed, 32-32 bold+reversed, 36-36 bold+reversed, 49-49 bold, 50-64 dim, 67-78 dim
    ▌    kn londay. qt ws eelieved rhat the yegime │ ? regime          name-calling
      ^ 0-0 bold, 5-5 bold+reversed, 8-8 bold+reversed, 16-16 bold+reversed, 17-18 curly, 19-19 bold+reversed, 20-21 curly, 22-22 bold+reversed, 23-30 curly, 31-31 bold+reversed, 32-34 curly, 36-36 bold+reversed, 40-40 bold+reversed, 41-45 curly, 49-49 bold, 50-50 dim, 67-78 dim
    ▌    uay ioon oall.                            │ ? may soon fall    speculation
      ^ 0-0 bold, 5-5 bold+reversed, 6-8 curly, 9-9 bold+reversed, 10-13 curly, 14-14 bold+reversed, 15-17 curly, 49-49 bold, 50-63 dim, 68-78 dim
                                                   │
      2  “We will not be moved,” Minister Ana Ruiz │ “ 5 words · Ana Ruiz      said
      ^ 1-2 dim, 5-27 italic, 49-49 bold, 50-68 dim, 75-78 dim
         said. The opposition “celebrates” her     │
         words.                                    │
                                                   │
      3  Nobody was hurt.                          │
      ^ 1-2 dim
                                                   │
                                                   │
                                                   │
                                                   │
                                                   │
                                                   │
                                                   │
    ───────────────────────────────────────────────┴────────────────────────────────
      ^ 0-79 dim
     letters first word   Esc leave
      ^ 1-7 bold, 9-18 dim, 22-24 bold, 26-30 dim
    ");
}

/// The codebook's tags, and a new one.
#[test]
fn tags_are_picked() {
    let desk = Desk::open(SAMPLE).press("wvtnew");
    assert_snapshot!(desk.text(), @"
     closeread  storm.txt             ¶1/3  1 quote  0 flags  3 open  0 notes  anna
    ───────────────────────────────────────────────┬────────────────────────────────
    ▌ 1  The storm of protest swept the capital    │ ? It is believe…  unattributed
    ▌    on Monday. It is believed that the regime │ ? regime          name-calling
    ▌    may soon fall.                            │ ? may soon fall    speculation
                                                   │
      2  “We will not be moved,” Minister Ana Ruiz │ “ 5 words · Ana Ruiz      said
         said. The opposition “celebrates” her     │
         words.                                    │
                                                   │
      3  Nobody was hurt.                          │
                                                   │
                                                   │
                                                   │
    ── tag “storm” ─────────────────────────────────────────────────────────────────
     > new
     ▌   new tag new


     type filter or new   ↑↓ move   1–9 recent   Tab several   Enter tag   Esc leave
    ");
}

/// Recent tags have digits.
#[test]
fn tags_of_the_codebook() {
    let desk = Desk::open(SAMPLE).press("wvtsou<enter>jt");
    assert_snapshot!(desk.frame(), @"
     closeread  storm.txt             ¶2/3  1 quote  0 flags  3 open  0 notes  anna
      ^ 1-11 dim, 12-20 bold, 34-78 dim
    ───────────────────────────────────────────────┬────────────────────────────────
      ^ 0-79 dim
      1  The storm of protest swept the capital    │ ✎ storm                #source
      ^ 1-2 dim, 9-13 dotted, 49-49 bold, 50-50 dim, 72-78 dim
         on Monday. It is believed that the regime │ ? It is believe…  unattributed
      ^ 16-34 curly, 40-45 curly, 49-49 bold, 50-64 dim, 67-78 dim
         may soon fall.                            │ ? regime          name-calling
      ^ 5-17 curly, 49-49 bold, 50-50 dim, 67-78 dim
                                                   │ ? may soon fall    speculation
      ^ 49-49 bold, 50-63 dim, 68-78 dim
    ▌ 2  “We will not be moved,” Minister Ana Ruiz │ “ 5 words · Ana Ruiz      said
      ^ 0-2 bold, 5-27 italic, 49-49 bold, 50-68 dim, 75-78 dim
    ▌    said. The opposition “celebrates” her     │
      ^ 0-0 bold
    ▌    words.                                    │
      ^ 0-0 bold
                                                   │
      3  Nobody was hurt.                          │
      ^ 1-2 dim
                                                   │
                                                   │
                                                   │
    ── tag ““We will not be moved,” Minister Ana Ruiz said. The opposit…” ──────────
      ^ 0-1 dim, 2-69 bold+dim, 70-79 dim
     >
      ^ 1-2 bold
     ▌1  source    what source means                                            1×
      ^ 1-2 bold, 5-10 bold, 15-31 dim, 76-77 bold
         framing   what framing means
      ^ 15-32 dim

     type filter or new   ↑↓ move   1–9 recent   Tab several   Enter tag   Esc leave
      ^ 1-4 bold, 6-18 dim, 22-23 bold, 25-28 dim, 32-34 bold, 36-41 dim, 45-47 bold, 49-55 dim, 59-63 bold, 65-67 dim, 71-73 bold, 75-79 dim
    ");
}

/// Fourteen categories.
#[test]
fn a_category_is_picked() {
    let desk = Desk::open(SAMPLE).size(80, 24).press("wvf");
    assert_snapshot!(desk.text(), @"
     closeread  storm.txt             ¶1/3  1 quote  0 flags  3 open  0 notes  anna
    ───────────────────────────────────────────────┬────────────────────────────────
    ▌ 1  The storm of protest swept the capital    │ ? It is believe…  unattributed
    ▌    on Monday. It is believed that the regime │ ? regime          name-calling
    ▌    may soon fall.                            │ ? may soon fall    speculation
                                                   │
      2  “We will not be moved,” Minister Ana Ruiz │ “ 5 words · Ana Ruiz      said
    ── flag “storm” as ─────────────────────────────────────────────────────────────
     >
     ▌   name-calling  a label in place of a name or an argument
         dehumanising  people or states as animals, disease, dirt, machines
         fear          a danger to be felt rather than shown
         emotive       words chosen for the feeling they carry
         exaggeration  more than the facts reported hold
         minimising    less than the facts reported hold
         praise        approval in the voice of a report
         certainty     proof and agreement claimed, not shown
         unattributed  a source that cannot be asked
         speculation   what may or could be, told as news
         insinuation   said by implying, so that it need not be shown
         judging-cue   a reporting verb that judges the speaker
         euphemism     a soft word for a hard thing
         distancing    marks or “so-called” that take a word back
     type filter   ↑↓ move   Enter flag   Esc leave
    ");
}

/// The line for a reason.
#[test]
fn a_reason_is_asked() {
    let desk = Desk::open(SAMPLE).press("wvffear<enter>too much");
    assert_snapshot!(desk.text(), @"
     closeread  storm.txt             ¶1/3  1 quote  0 flags  3 open  0 notes  anna
    ───────────────────────────────────────────────┬────────────────────────────────
    ▌ 1  The storm of protest swept the capital    │ ? It is believe…  unattributed
    ▌    on Monday. It is believed that the regime │ ? regime          name-calling
    ▌    may soon fall.                            │ ? may soon fall    speculation
                                                   │
      2  “We will not be moved,” Minister Ana Ruiz │ “ 5 words · Ana Ruiz      said
         said. The opposition “celebrates” her     │
         words.                                    │
                                                   │
      3  Nobody was hurt.                          │
                                                   │
                                                   │
                                                   │
                                                   │
                                                   │
                                                   │
                                                   │
    ───────────────────────────────────────────────┴────────────────────────────────
     flag fear, because: too much
    ");
}

/// An own flag with tag and reason, beside an open finding it overlaps.
#[test]
fn a_flag_is_there() {
    let desk = Desk::open(SAMPLE)
        .size(100, 18)
        .press("wvwwffear<enter>a metaphor<enter>tsou<enter>");
    assert_snapshot!(desk.frame(), @"
     closeread  storm.txt                                  ¶1/3  1 quote  1 flag  3 open  0 notes  anna
      ^ 1-11 dim, 12-20 bold, 55-98 dim
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
      ^ 0-99 dim
    ▌ 1  The storm of protest swept the capital on Monday. It  │▌⚑ storm of protest           own voice
      ^ 0-2 bold, 9-24 double+reversed, 55-56 curly, 60-61 bold, 62-62 dim, 63-78 bold
    ▌    is believed that the regime may soon fall.            │▌  fear #source
      ^ 0-0 bold, 5-20 curly, 26-31 curly, 33-45 curly, 60-60 bold, 61-62 dim
                                                               │▌  a metaphor
      ^ 60-60 bold, 61-72 dim
      2  “We will not be moved,” Minister Ana Ruiz said. The   │
      ^ 1-2 dim, 5-27 italic
         opposition “celebrates” her words.                    │ ? It is believed that     unattributed
      ^ 61-61 bold, 62-81 dim, 87-98 dim
                                                               │ ? regime                  name-calling
      ^ 61-61 bold, 62-62 dim, 87-98 dim
      3  Nobody was hurt.                                      │ ? may soon fall            speculation
      ^ 1-2 dim, 61-61 bold, 62-75 dim, 88-98 dim
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
    ───────────────────────────────────────────────────────────┴────────────────────────────────────────
      ^ 0-99 dim
     tag #source “storm of protest” (¶1)
    ");
}

/// An accepted and a rejected finding.
#[test]
fn a_verdict_is_there() {
    let desk = Desk::open(SAMPLE)
        .size(100, 18)
        .press("]d+]d_says nothing<enter>");
    assert_snapshot!(desk.frame(), @"
     closeread  storm.txt                                  ¶1/3  1 quote  1 flag  1 open  0 notes  anna
      ^ 1-11 dim, 12-20 bold, 55-98 dim
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
      ^ 0-99 dim
    ▌ 1  The storm of protest swept the capital on Monday. It  │ ⚑ It is believed that        own voice
      ^ 0-2 bold, 55-56 double, 61-61 bold, 62-62 dim
    ▌    is believed that the regime may soon fall.            │   unattributed
      ^ 0-0 bold, 5-20 double, 26-31 reversed, 33-45 curly, 61-62 dim
                                                               │
      2  “We will not be moved,” Minister Ana Ruiz said. The   │▌✗ regime                      rejected
      ^ 1-2 dim, 5-27 italic, 60-60 bold, 61-62 dim, 63-68 bold, 91-98 dim
         opposition “celebrates” her words.                    │▌  name-calling
      ^ 60-60 bold, 61-62 dim
                                                               │▌  says nothing
      ^ 60-60 bold, 61-74 dim
      3  Nobody was hurt.                                      │
      ^ 1-2 dim
                                                               │ ? may soon fall            speculation
      ^ 61-61 bold, 62-75 dim, 88-98 dim
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
    ───────────────────────────────────────────────────────────┴────────────────────────────────────────
      ^ 0-99 dim
     reject name-calling “regime” (¶1) · x silences its rule
    ");
}

/// Three annotations upon one another; c cycles.
#[test]
fn overlaps() {
    let desk = Desk::open("one two three four five")
        .size(100, 12)
        .press("vwwffear<enter><enter>wvwwwanote<enter><esc>wwvtx<enter>c");
    assert_snapshot!(desk.frame(), @"
     closeread  storm.txt                                  ¶1/1  0 quotes  1 flag  0 open  1 note  anna
      ^ 1-11 dim, 12-20 bold, 55-98 dim
    ▌ 1  one two three four five                               │ ⚑ one two three              own voice
      ^ 0-2 bold, 5-8 double, 9-17 double+reversed, 18-27 dotted+reversed, 61-61 bold, 62-62 dim
                                                               │   fear
      ^ 61-62 dim
                                                               │
                                                               │▌✎ two three four five
      ^ 60-61 bold, 62-62 dim, 63-81 bold
                                                               │▌  note
      ^ 60-60 bold, 61-62 dim
                                                               │
                                                               │ ✎ four
      ^ 61-61 bold, 62-62 dim
                                                               │   #x
      ^ 61-62 dim
                                                               │
                                                               │
     1 of 2 here
    ");
}

/// After ].
#[test]
fn a_prefix_shows_its_continuations() {
    let desk = Desk::open(SAMPLE).size(100, 14).press("3]");
    assert_snapshot!(desk.text(), @"
     closeread  storm.txt                                 ¶1/3  1 quote  0 flags  3 open  0 notes  anna
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
    ▌ 1  The storm of protest swept the capital on Monday. It  │ ? It is believed that     unattributed
    ▌    is believed that the regime may soon fall.            │ ? regime                  name-calling
                                                               │ ? may soon fall            speculation
      2  “We will not be moved,” Minister Ana Ruiz said. The   │ “ 5 words · Ana Ruiz              said
         opposition “celebrates” her words.                    │
                                                               │
      3  Nobody was hurt.                                      │
                                                               │
                                                               │
                                                               │
    ───────────────────────────────────────────────────────────┴────────────────────────────────────────
     3  ]  j jump on   q quote   f flag   d candidate   n note   t same tag   u unreviewed   o lost
    ");
}

/// All hits, and the one the reader is at.
#[test]
fn hits_of_a_search() {
    let desk = Desk::open(SAMPLE).press("/the<enter>");
    assert_snapshot!(desk.frame(), @"
     closeread  storm.txt             ¶1/3  1 quote  0 flags  3 open  0 notes  anna
      ^ 1-11 dim, 12-20 bold, 34-78 dim
    ───────────────────────────────────────────────┬────────────────────────────────
      ^ 0-79 dim
    ▌ 1  The storm of protest swept the capital    │ ? It is believe…  unattributed
      ^ 0-2 bold, 5-7 underlined+bold, 32-34 bold+reversed, 49-49 bold, 50-64 dim, 67-78 dim
    ▌    on Monday. It is believed that the regime │ ? regime          name-calling
      ^ 0-0 bold, 16-34 curly, 36-38 underlined+bold, 40-45 curly, 49-49 bold, 50-50 dim, 67-78 dim
    ▌    may soon fall.                            │ ? may soon fall    speculation
      ^ 0-0 bold, 5-17 curly, 49-49 bold, 50-63 dim, 68-78 dim
                                                   │
      2  “We will not be moved,” Minister Ana Ruiz │ “ 5 words · Ana Ruiz      said
      ^ 1-2 dim, 5-27 italic, 49-49 bold, 50-68 dim, 75-78 dim
         said. The opposition “celebrates” her     │
      ^ 11-13 underlined+bold
         words.                                    │
                                                   │
      3  Nobody was hurt.                          │
      ^ 1-2 dim
                                                   │
                                                   │
                                                   │
                                                   │
                                                   │
                                                   │
                                                   │
    ───────────────────────────────────────────────┴────────────────────────────────
      ^ 0-79 dim
     “the” 2 of 4
    ");
}

/// Every command by name.
#[test]
fn the_palette() {
    let desk = Desk::open(SAMPLE).press(":unrev");
    assert_snapshot!(desk.text(), @"
     closeread  storm.txt             ¶1/3  1 quote  0 flags  3 open  0 notes  anna
    ───────────────────────────────────────────────┬────────────────────────────────
    ▌ 1  The storm of protest swept the capital    │ ? It is believe…  unattributed
    ── commands ────────────────────────────────────────────────────────────────────
     > unrev
     ▌   unreview                 this paragraph is not reviewed after all       R
         next-unreviewed          to the next paragraph you have not reviewed   ]u
         previous-unreviewed      to the previous paragraph you have not revi…  [u











     type filter, or a ¶ number   ↑↓ move   Enter do it   Esc leave
    ");
}

/// The key table.
#[test]
fn help() {
    let desk = Desk::open(SAMPLE).size(120, 24).press("<f1>");
    assert_snapshot!(desk.text(), @"
     closeread  storm.txt                                                     ¶1/3  1 quote  0 flags  3 open  0 notes  anna
    ── every key: also by name with : ───────────────────────────────────────────────────────────────── 37 more rows below ─
     Move                                                       E              write the note in $EDITOR
     j ↓ }          to the next paragraph (of a long one: on…   t              tags: pick, or type a new one
     k ↑ {          to the previous paragraph                   f              flag as loaded language: category and rea…
     ^d             half a screen down                          gs             who says this: correct a quotation's spea…
     ^u             half a screen up                            .              the last tag, flag or speaker again, here
     Space ^f PgDn  a screen down                               dd             delete the annotation here; u brings it b…
     ^b PgUp BkSp   a screen up                                 r              this paragraph is reviewed; on to the nex…
     ^e             a row down                                  R              this paragraph is not reviewed after all
     ^y             a row up                                    ga             confirm a moved annotation, or attach a l…
     gg Home        to the first paragraph; with a number, to…  u              take back the last change
     G End          to the last paragraph; 12G to the twelfth   ^r             make it again
     w l →          to the next word
     b h ←          to the previous word                        Answer findings
     mx             remember this place under a letter          + =            accept the finding here
     'x             to the place remembered under a letter; '…  g+             accept the finding here and give a reason
     ^o [j          back to where you jumped from               -              reject the finding here
     ]j             forward again                               g- _           reject the finding here and give a reason
                                                                x              silence the rule or the entry of the find…
     Jump from thing to thing                                   <              show fewer and surer findings
     ]q             to the next quotation                       >              show more findings
     ]f             to the next flag                            K              why is this flagged: rule, reason, score
     j k Space scroll   Esc close
    ");
}

/// ? is both.
#[test]
fn help_and_search_backwards() {
    let desk = Desk::open(SAMPLE).size(80, 16).press("?");
    assert_snapshot!(desk.text(), @"
     closeread  storm.txt             ¶1/3  1 quote  0 flags  3 open  0 notes  anna
    ── every key: also by name with : ──────────────────────── 102 more rows below ─
     Move
     j ↓ }          to the next paragraph (of a long one: on through it)
     k ↑ {          to the previous paragraph
     ^d             half a screen down
     ^u             half a screen up
     Space ^f PgDn  a screen down
     ^b PgUp BkSp   a screen up
     ^e             a row down
     ^y             a row up
     gg Home        to the first paragraph; with a number, to that one
     G End          to the last paragraph; 12G to the twelfth
     w l →          to the next word
     b h ←          to the previous word
     ?  type to search backwards   ↑↓ PgDn scroll   Esc closes
    ");
}

/// K on a finding.
#[test]
fn why_is_this_flagged() {
    let desk = Desk::open(SAMPLE).size(100, 20).press("]dK");
    assert_snapshot!(desk.text(), @"
     closeread  storm.txt                                 ¶1/3  1 quote  0 flags  3 open  0 notes  anna
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
    ▌ 1  The storm of protest swept the capital on Monday. It  │▌? It is believed that     unattributed
    ▌    is believed that the regime may soon fall.            │▌  somebody believes it, and the
                                                               │▌  sentence takes care not to say who
      2  “We will not be moved,” Minister Ana Ruiz said. The   │▌  own voice · this project asks for
         opposition “celebrates” her words.                    │── why “It is believed that” ──────────
                                                               │ category  unattributed: a source
      3  Nobody was hurt.                                      │           that cannot be asked
                                                               │ reason    somebody believes it, and
                                                               │           the sentence takes care
                                                               │           not to say who
                                                               │ voice     own voice
                                                               │ rule      loaded: unattributed/own
                                                               │           words/it is believed that
                                                               │ score     1.00: this project asks
                                                               │           for it: not measured
                                                               │ level     few: shown at every level
    ───────────────────────────────────────────────────────────┴────────────────────────────────────────
     j ¶ down   ]q quote   ]f flag   ]d candidate   v select   a note   t tag   f flag   ? help
    ");
}

/// K on a quotation.
#[test]
fn why_is_this_a_quotation() {
    let desk = Desk::open(SAMPLE).size(100, 20).press("]qK");
    assert_snapshot!(desk.text(), @"
     closeread  storm.txt                                 ¶2/3  1 quote  0 flags  3 open  0 notes  anna
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
      1  The storm of protest swept the capital on Monday. It  │ ? It is believed that     unattributed
         is believed that the regime may soon fall.            │ ? regime                  name-calling
                                                               │ ? may soon fall            speculation
    ▌ 2  “We will not be moved,” Minister Ana Ruiz said. The   │▌“ 5 words · Ana Ruiz              said
    ▌    opposition “celebrates” her words.                    │▌  “said” credits these words to
                                                               │── why “We will not be moved,” ────────
      3  Nobody was hurt.                                      │ kind      direct quotation, 5 words
                                                               │ speaker   Ana Ruiz, by “Minister Ana
                                                               │           Ruiz” ¶2
                                                               │ cue       “said” ¶2
                                                               │ reason    “said” credits these words
                                                               │           to Minister Ana Ruiz
                                                               │ voice     Ana Ruiz
                                                               │ rule      quotation: cue-after
                                                               │ score     0.97: nearly all such are
                                                               │           right
    ───────────────────────────────────────────────────────────┴────────────────────────────────────────
     j ¶ down   ]q quote   ]f flag   ]d candidate   v select   a note   t tag   f flag   ? help
    ");
}

/// Everything on the article.
#[test]
fn the_list() {
    let desk = Desk::open(SAMPLE).size(100, 16).press("awatch<enter>o");
    assert_snapshot!(desk.frame(), @"
     closeread  storm.txt                                  ¶1/3  1 quote  0 flags  3 open  1 note  anna
      ^ 1-11 dim, 12-20 bold, 55-98 dim
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
      ^ 0-99 dim
    ▌ 1  The storm of protest swept the capital on Monday. It  │ 5 on this article   / filter   o back
      ^ 0-2 bold, 55-56 curly, 61-97 dim
    ▌    is believed that the regime may soon fall.            │
      ^ 0-0 bold, 5-20 curly, 26-31 curly, 33-45 curly
                                                               │▌  ¶1 ✎ watch
      ^ 60-60 bold+reversed, 61-65 dim, 66-66 bold, 67-67 dim
      2  “We will not be moved,” Minister Ana Ruiz said. The   │   ¶1 ? It is believed t…  unattributed
      ^ 1-2 dim, 5-27 italic, 61-65 dim, 66-66 bold, 67-84 dim, 87-98 dim
         opposition “celebrates” her words.                    │   ¶1 ? regime             name-calling
      ^ 61-65 dim, 66-66 bold, 67-67 dim, 87-98 dim
                                                               │   ¶1 ? may soon fall       speculation
      ^ 61-65 dim, 66-66 bold, 67-80 dim, 88-98 dim
      3  Nobody was hurt.                                      │   ¶2 “ 5 words · Ana Ruiz         said
      ^ 1-2 dim, 61-65 dim, 66-66 bold, 67-85 dim, 95-98 dim
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
    ───────────────────────────────────────────────────────────┴────────────────────────────────────────
      ^ 0-99 dim
     j ¶ down   ]q quote   ]f flag   ]d candidate   v select   a note   t tag   f flag   ? help
      ^ 1-1 bold, 3-8 dim, 12-13 bold, 15-19 dim, 23-24 bold, 26-29 dim, 33-34 bold, 36-44 dim, 48-48 bold, 50-55 dim, 61-64 dim, 68-68 bold, 70-72 dim, 76-76 bold, 78-81 dim, 85-85 bold, 87-90 dim
    ");
}

/// While the filter is typed.
#[test]
fn the_list_filtered() {
    let desk = Desk::open(SAMPLE).size(100, 16).press("g/is:cand");
    assert_snapshot!(desk.text(), @"
     closeread  storm.txt                                 ¶1/3  1 quote  0 flags  3 open  0 notes  anna
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
    ▌ 1  The storm of protest swept the capital on Monday. It  │ 3 of 4: is:cand
    ▌    is believed that the regime may soon fall.            │
                                                               │   ¶1 ? It is believed t…  unattributed
      2  “We will not be moved,” Minister Ana Ruiz said. The   │   ¶1 ? regime             name-calling
         opposition “celebrates” her words.                    │   ¶1 ? may soon fall       speculation
                                                               │
      3  Nobody was hurt.                                      │
                                                               │
                                                               │
                                                               │
                                                               │
                                                               │
    ───────────────────────────────────────────────────────────┴────────────────────────────────────────
     notes with: is:cand
    ");
}

/// Not saved.
#[test]
fn a_failure() {
    let desk = Desk::open(SAMPLE).press("ax<enter>").hear(Action::NotSaved(
        "notes/anna/storm.yaml:3:1: a tab cannot indent".to_owned(),
    ));
    assert_snapshot!(desk.frame(), @"
     storm.txt              ¶1/3  NOT SAVED  1 quote  0 flags  3 open  1 note  anna
      ^ 1-9 bold, 24-78 dim
    ───────────────────────────────────────────────┬────────────────────────────────
      ^ 0-79 dim
    ▌ 1  The storm of protest swept the capital    │▌✎ ¶1
      ^ 0-2 bold, 48-49 bold, 50-50 dim, 51-52 bold
    ▌    on Monday. It is believed that the regime │▌  x
      ^ 0-0 bold, 16-34 curly, 40-45 curly, 48-48 bold, 49-50 dim
    ▌    may soon fall.                            │
      ^ 0-0 bold, 5-17 curly
                                                   │ ? It is believe…  unattributed
      ^ 49-49 bold, 50-64 dim, 67-78 dim
      2  “We will not be moved,” Minister Ana Ruiz │ ? regime          name-calling
      ^ 1-2 dim, 5-27 italic, 49-49 bold, 50-50 dim, 67-78 dim
         said. The opposition “celebrates” her     │ ? may soon fall    speculation
      ^ 49-49 bold, 50-63 dim, 68-78 dim
         words.                                    │
                                                   │
      3  Nobody was hurt.                          │
      ^ 1-2 dim
                                                   │
                                                   │
                                                   │
                                                   │
                                                   │
                                                   │
                                                   │
    ───────────────────────────────────────────────┴────────────────────────────────
      ^ 0-79 dim
     not saved: notes/anna/storm.yaml:3:1: a tab cannot indent
      ^ 1-57 bold
    ");
}

/// Under 80 columns.
#[test]
fn stacked() {
    let desk = Desk::open(SAMPLE).size(60, 20).press("]d");
    assert_snapshot!(desk.frame(), @"
     storm.txt    ¶1/3  1 quote  0 flags  3 open  0 notes  anna
      ^ 1-9 bold, 14-58 dim
    ────────────────────────────────────────────────────────────
      ^ 0-59 dim
    ▌ 1  The storm of protest swept the capital on Monday. It
      ^ 0-2 bold, 55-56 curly+reversed
    ▌    is believed that the regime may soon fall.
      ^ 0-0 bold, 5-20 curly+reversed, 26-31 curly, 33-45 curly

      2  “We will not be moved,” Minister Ana Ruiz said. The
      ^ 1-2 dim, 5-27 italic
         opposition “celebrates” her words.

      3  Nobody was hurt.
      ^ 1-2 dim



    ────────────────────────────────────────────────────────────
      ^ 0-59 dim
    ▌? It is believed that                         unattributed
      ^ 0-1 bold, 2-21 dim, 47-58 dim
    ▌  somebody believes it, and the sentence takes care not to
      ^ 0-0 bold, 1-2 dim
    ▌  say who
      ^ 0-0 bold, 1-2 dim
    ▌  own voice · this project asks for it: not measured
      ^ 0-0 bold, 1-52 dim
    ▌  … 3 more rows
      ^ 0-0 bold, 1-15 dim
    ────────────────────────────────────────────────────────────
      ^ 0-59 dim
     candidate 1 of 3
    ");
}

/// The smallest comfortable screen.
#[test]
fn small() {
    let desk = Desk::open(SAMPLE).size(20, 5);
    assert_snapshot!(desk.text(), @"
     storm.txt     ¶1/3
    ▌The storm of
    ▌protest swept the
    ▌capital on Monday.
     j ¶ down  ? help
    ");
}

/// Without signs beyond ASCII.
#[test]
fn ascii() {
    let desk = Desk::open(SAMPLE)
        .size(80, 14)
        .theme(Theme::new(Depth::None, Ground::Unknown, false, true))
        .press("]d");
    assert_snapshot!(desk.frame(), @r#"
     closeread  storm.txt             P1/3  1 quote  0 flags  3 open  0 notes  anna
      ^ 1-11 dim, 12-20 bold, 34-78 dim
    -----------------------------------------------+--------------------------------
      ^ 0-79 dim
    > 1  The storm of protest swept the capital    |>? It is believe~  unattributed
      ^ 0-2 bold, 48-49 bold, 50-64 dim, 67-78 dim
    >    on Monday. It is believed that the regime |>  somebody believes it, and
      ^ 0-0 bold, 16-34 underlined+reversed, 40-45 underlined, 48-48 bold, 49-50 dim
    >    may soon fall.                            |>  the sentence takes care not
      ^ 0-0 bold, 5-17 underlined, 48-48 bold, 49-50 dim
                                                   |>  to say who
      ^ 48-48 bold, 49-50 dim
      2  "We will not be moved," Minister Ana Ruiz |>  own voice - this project
      ^ 1-2 dim, 5-27 italic, 48-48 bold, 49-74 dim
         said. The opposition "celebrates" her     |>  asks for it: not measured
      ^ 48-48 bold, 49-75 dim
         words.                                    |>  + accept   - reject   K why
      ^ 48-48 bold, 49-77 dim
                                                   |
      3  Nobody was hurt.                          | ? regime          name-calling
      ^ 1-2 dim, 49-49 bold, 50-50 dim, 67-78 dim
                                                   | ? may soon fall    speculation
      ^ 49-49 bold, 50-63 dim, 68-78 dim
    -----------------------------------------------+--------------------------------
      ^ 0-79 dim
     candidate 1 of 3
    "#);
}

/// In colour.
#[test]
fn true_colour_on_dark() {
    let desk = Desk::open(SAMPLE)
        .size(80, 14)
        .theme(Theme::new(Depth::True, Ground::Dark, true, false))
        .press("]d");
    assert_snapshot!(desk.frame(), @"
     closeread  storm.txt             ¶1/3  1 quote  0 flags  3 open  0 notes  anna
      ^ 1-11 #7A828C, 12-20 bold, 34-78 #7A828C
    ───────────────────────────────────────────────┬────────────────────────────────
      ^ 0-79 #7A828C
    ▌ 1  The storm of protest swept the capital    │▌? It is believe…  unattributed
      ^ 0-2 bold+#82AAFF, 48-48 bold+#82AAFF, 49-49 bold+#E5C07B, 50-64 #7A828C, 67-78 #7A828C
    ▌    on Monday. It is believed that the regime │▌  somebody believes it, and
      ^ 0-0 bold+#82AAFF, 16-34 curly+bold+on #313A48, 40-45 curly+#E5C07B, 48-48 bold+#82AAFF, 49-50 #7A828C
    ▌    may soon fall.                            │▌  the sentence takes care not
      ^ 0-0 bold+#82AAFF, 5-17 curly, 48-48 bold+#82AAFF, 49-50 #7A828C
                                                   │▌  to say who
      ^ 48-48 bold+#82AAFF, 49-50 #7A828C
      2  “We will not be moved,” Minister Ana Ruiz │▌  own voice · this project
      ^ 1-2 #7A828C, 5-27 italic+#A3BE8C, 48-48 bold+#82AAFF, 49-74 #7A828C
         said. The opposition “celebrates” her     │▌  asks for it: not measured
      ^ 48-48 bold+#82AAFF, 49-75 #7A828C
         words.                                    │▌  + accept   - reject   K why
      ^ 48-48 bold+#82AAFF, 49-77 #7A828C
                                                   │
      3  Nobody was hurt.                          │ ? regime          name-calling
      ^ 1-2 #7A828C, 49-49 bold+#E5C07B, 50-50 #7A828C, 67-78 #7A828C
                                                   │ ? may soon fall    speculation
      ^ 49-49 bold+#E5C07B, 50-63 #7A828C, 68-78 #7A828C
    ───────────────────────────────────────────────┴────────────────────────────────
      ^ 0-79 #7A828C
     candidate 1 of 3
    ");
}

/// In the terminal's own colours, with plain underlines.
#[test]
fn sixteen_colours() {
    let desk = Desk::open(SAMPLE)
        .size(80, 14)
        .theme(Theme::new(Depth::Ansi16, Ground::Unknown, false, false))
        .press("]d");
    assert_snapshot!(desk.frame(), @"
     closeread  storm.txt             ¶1/3  1 quote  0 flags  3 open  0 notes  anna
      ^ 1-11 DarkGray, 12-20 bold, 34-78 DarkGray
    ───────────────────────────────────────────────┬────────────────────────────────
      ^ 0-79 DarkGray
    ▌ 1  The storm of protest swept the capital    │▌? It is believe…  unattributed
      ^ 0-2 bold+LightBlue, 48-48 bold+LightBlue, 49-49 bold+Magenta, 50-64 DarkGray, 67-78 DarkGray
    ▌    on Monday. It is believed that the regime │▌  somebody believes it, and
      ^ 0-0 bold+LightBlue, 16-34 underlined+reversed, 40-45 underlined+Magenta, 48-48 bold+LightBlue, 49-50 DarkGray
    ▌    may soon fall.                            │▌  the sentence takes care not
      ^ 0-0 bold+LightBlue, 5-17 underlined, 48-48 bold+LightBlue, 49-50 DarkGray
                                                   │▌  to say who
      ^ 48-48 bold+LightBlue, 49-50 DarkGray
      2  “We will not be moved,” Minister Ana Ruiz │▌  own voice · this project
      ^ 1-2 DarkGray, 5-27 italic+LightBlue, 48-48 bold+LightBlue, 49-74 DarkGray
         said. The opposition “celebrates” her     │▌  asks for it: not measured
      ^ 48-48 bold+LightBlue, 49-75 DarkGray
         words.                                    │▌  + accept   - reject   K why
      ^ 48-48 bold+LightBlue, 49-77 DarkGray
                                                   │
      3  Nobody was hurt.                          │ ? regime          name-calling
      ^ 1-2 DarkGray, 49-49 bold+Magenta, 50-50 DarkGray, 67-78 DarkGray
                                                   │ ? may soon fall    speculation
      ^ 49-49 bold+Magenta, 50-63 DarkGray, 68-78 DarkGray
    ───────────────────────────────────────────────┴────────────────────────────────
      ^ 0-79 DarkGray
     candidate 1 of 3
    ");
}

/// CJK, combining marks, emoji, right-to-left, tabs and control characters.
#[test]
fn every_script() {
    let desk = Desk::open(SCRIPTS)
        .size(80, 18)
        .press("wwvanote<enter>/漢<enter>");
    assert_snapshot!(desk.frame(), @"
     closeread  storm.txt             ¶1/3  0 quotes  0 flags  0 open  1 note  anna
      ^ 1-11 dim, 12-20 bold, 34-78 dim
    ───────────────────────────────────────────────┬────────────────────────────────
      ^ 0-79 dim
    ▌ 1  漢字 café 👩‍🔬 word.                        │ ✎ café
      ^ 0-2 bold, 5-5 bold+reversed, 10-13 dotted, 49-49 bold, 50-50 dim
                                                   │   note
      ^ 49-50 dim
      2  שלום עולם says she.                       │
      ^ 1-2 dim
                                                   │
      3  tab and ␛[31m and �over                   │
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
    ───────────────────────────────────────────────┴────────────────────────────────
      ^ 0-79 dim
     “漢” 1 of 1
    ");
}

/// The first screen a newcomer sees.
#[test]
fn the_sample_article() {
    let desk = sample().size(100, 30);
    assert_snapshot!(desk.frame(), @r#"
     closeread  000_c6d07a3c0f466bd7.txt            ¶1/18  10 quotes  11 flags  28 open  14 notes  anna
      ^ 1-11 dim, 12-35 bold, 48-98 dim
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
      ^ 0-99 dim
    ▌ 1  Azerbaijan and Turkey have been strengthening their   │ ⚑ It is believed that     unattributed
      ^ 0-2 bold, 61-61 bold, 62-62 dim
    ▌    military alliance recently. It is believed that       │   nobody in the art…  Tab: 9 more rows
      ^ 0-0 bold, 33-51 double, 61-80 dim, 83-98 dim
    ▌    Azerbaijan, a former Soviet republic, may become      │ ? It is believed that     unattributed
      ^ 0-0 bold, 43-52 curly, 61-61 bold, 62-81 dim, 87-98 dim
    ▌    a member of NATO. Azerbaijani soldiers may soon       │ ? may become               speculation
      ^ 0-0 bold, 44-51 double, 61-61 bold, 62-72 dim, 88-98 dim
    ▌    be fighting in Syria against the Russians. Kazakh,    │ ✗ may become a member of…  speculation
      ^ 0-0 bold, 5-45 double, 61-62 dim, 88-98 dim
    ▌    Armenian and soldiers from other republics of the     │ ⚑ may soon be fighting i…  speculation
      ^ 0-0 bold, 61-61 bold, 62-62 dim
    ▌    former USSR may join them too, and not only in Syria. │ ? may soon be fighting     speculation
      ^ 0-0 bold, 61-61 bold, 62-82 dim, 88-98 dim
                                                               │
      2  Turkish General Bakhtiyar Ersai has been appointed    │ “ 13 words indirect · Azerb…  reported
      ^ 1-2 dim, 5-54 italic, 61-61 bold, 62-88 dim, 91-98 dim
         adviser to the Azerbaijani Defense Minister,          │
      ^ 5-47 italic
         Azerbaijani media reported. Azerbaijani Defense       │
         Minister Zakir Hasanov arrived in Turkey on a visit.  │
                                                               │
      3  The Defence Minister of Azerbaijan will take part     │
      ^ 1-2 dim
         in the bilateral meeting between Ankara and Baku to   │
         discuss the military-political situation and military │
         cooperation.                                          │
                                                               │
      4  "Our goal is to bring the Azerbaijani Armed Forces    │ “ 62 words · Hulusi Akar          said
      ^ 1-2 dim, 5-54 italic, 61-61 bold, 62-84 dim, 95-98 dim
         to the level of the Turkish Armed Forces by 2025.     │ ✎ Two links: Akar said   #source-chain
      ^ 5-53 italic, 61-61 bold, 62-62 dim, 86-98 dim
         By this time, the Azerbaijani Army must meet all      │   it; TurkNWS reports that he said it.
      ^ 5-52 italic, 61-62 dim
         the requirements and standards of the Turkish Armed   │   The article has only the second link
      ^ 5-55 italic, 61-62 dim
         Forces. The Armed Forces of Azerbaijan and Turkey are │   in its hands.
      ^ 5-57 italic, 61-62 dim
         becoming a single body and will fulfill common tasks  │   What the chain leaves out: when and
      ^ 5-56 italic, 61-62 dim
         and goals that the two states are facing," Minister   │   where he spoke, in wh…  13 more rows
      ^ 5-46 italic, 48-55 dotted, 61-62 dim, 87-98 dim
         Hulusi Akar said, TurkNWS reports.                    │
      ^ 5-37 dotted
    ───────────────────────────────────────────────────────────┴────────────────────────────────────────
      ^ 0-99 dim
     j ¶ down   ]q quote   ]f flag   ]d candidate   v select   a note   t tag   f flag   ? help
      ^ 1-1 bold, 3-8 dim, 12-13 bold, 15-19 dim, 23-24 bold, 26-29 dim, 33-34 bold, 36-44 dim, 48-48 bold, 50-55 dim, 61-64 dim, 68-68 bold, 70-72 dim, 76-76 bold, 78-81 dim, 85-85 bold, 87-90 dim
    "#);
}

/// The same, stacked, at its seventeenth paragraph.
#[test]
fn the_sample_article_on_a_small_screen() {
    let desk = sample().size(60, 20).press("17G");
    assert_snapshot!(desk.text(), @"
     000_c6d07…  ¶17/18  10 quotes  11 flags  28 open  14 notes
    ────────────────────────────────────────────────────────────
         ministers.

    ▌17  It appears that Turkey will get its tentacles into
    ▌    Turkic-speaking republics of the Russian Federation
    ▌    before we know it. For the time being, as it appears,
    ▌    Moscow does not consider such a threat owing to the
    ▌    competent policy of President Recep Erdogan to form
    ▌    the ad hoc alliance with Moscow on Ukraine.

     18  After Baku provided assistance to the Kyiv regime with
    ────────────────────────────────────────────────────────────
     ? It appears that                             unattributed
     ⚑ get its tentacles into                      dehumanising
     ? get its tentacles into                      dehumanising
     ? before we know it                                   fear
       … 3 more rows
    ────────────────────────────────────────────────────────────
     j ¶ down  ]q quote  ]f flag  ]d candidate  v select  ? help
    ");
}

/// The same at its seventeenth paragraph, with the whole article in sight.
#[test]
fn the_sample_article_on_a_wide_screen() {
    let desk = sample().size(200, 50).press("17G]f");
    assert_snapshot!(desk.text(), @r#"
     closeread  000_c6d07a3c0f466bd7.txt                                                        ¶17/18  10 quotes  11 flags  28 open  14 notes  anna
    ──────────────────────────────────────────────────────────────────────────────────┬──────────────────────────────────────────────────────────────
         problem. On December 21, Turkish Ambassador to Baku Cahit Bagchi visited     │ ⚑ will push Azerbaijan to a forceful solution…   speculation
         a section of the road in the Lachin corridor that Azerbaijan blocks, where   │ ? will push Azerbaijan to a forceful solution           fear
         Russian peacekeepers are stationed.                                          │ ? forceful solution                                euphemism
                                                                                      │
     11  The section was not unblocked, although the sixth paragraph of the           │ ✎ The best-sourced sentence of the article:   #good-practice
         tripartite statement on a ceasefire in Nagorno-Karabakh signed by the        │   a document, its paragraph, its signatories and its words.
         leaders of Russia, Armenia and Azerbaijan, says that Baku "guarantees the    │   Anybody can look it up.
         safety of the movement of citizens, vehicles and goods along the Lachin      │   Do so before using it: one clause is quoted,…  4 more rows
         corridor in both directions."                                                │ “ 20 words mixed · the sixth paragraph of the tripart…  says
                                                                                      │
     12  In other words, Russian peacekeepers in Nagorno-Karabakh may become a target │ ⚑ In other words                                 insinuation
         in a joint attack that the Armed Forces of Azerbaijan and Turkey may conduct │ ? may become                                     speculation
         in the region.                                                               │ ? may become a target                                   fear
                                                                                      │
     13  Turkey is trying to push other post-Soviet countries to fall into the trap   │ ? trying to push                                 insinuation
         too. Armenia is first on the list.                                           │ ⚑ fall into the trap too                                fear
                                                                                      │   … 2 more
     14  "We want Armenia to shake the hand of peace and friendship that Azerbaijan   │ “ 27 words · Hulusi Akar                                said
         and Turkey is reaching out, refrain from provocations and set sights at      │ ✎ Read this paragraph without ¶13, then with it.    #framing
         peace talks," Hulusi Akar said.                                              │   Alone: a minister invites a neighbour to pea…  7 more rows
                                                                                      │
     15  Afterwards, Turkey will proceed to Kazakhstan, Kyrgyzstan, Uzbekistan,       │ ⚑ Afterwards, Turkey will proceed to Kazakhsta…  insinuation
         Turkmenistan. According to TurkNWS, a civil defense mechanism of the         │   the order of a list is told as the order of…  11 more rows
         Organization of Turkic States is being created, which includes the           │ ? will proceed to Kazakhstan                     speculation
         above-mentioned countries.                                                   │ “ 19 words indirect · TurkNWS                   According to
                                                                                      │
     16  "We are at the stage of creating a civil defense mechanism of the            │ “ 28 words · Suleiman Soylu                             said
         Organization of Turkic States (OTS). Today, the first steps are being taken  │
         in this direction," Turkish Interior Minister Suleiman Soylu said at the     │
         summit of OTS emergency management ministers.                                │
                                                                                      │ ? It appears that                               unattributed
    ▌17  It appears that Turkey will get its tentacles into Turkic-speaking republics │▌⚑ get its tentacles into                           own voice
    ▌    of the Russian Federation before we know it. For the time being, as it       │▌  dehumanising #agency
    ▌    appears, Moscow does not consider such a threat owing to the competent       │▌  a state is pictured as an animal that grasps
    ▌    policy of President Recep Erdogan to form the ad hoc alliance with Moscow on │▌  The image does what an argument would have to do:
    ▌    Ukraine.                                                                     │▌  tentacles mean harm, reach and intent, and need no example
                                                                                      │▌  of any of them.
     18  After Baku provided assistance to the Kyiv regime with the supplies          │▌  A plain version (“seek influence in”) would make the
         of energy equipment, the Russian Foreign Ministry could only express         │▌  reader ask: by what means?
         "amazement."                                                                 │▌  — demo
                                                                                      │
                                                                                      │ ? get its tentacles into                        dehumanising
                                                                                      │ ? before we know it                                     fear
                                                                                      │ ? as it appears                                 unattributed
                                                                                      │ ? such a threat                                         fear
                                                                                      │ ? owing to the competent policy                       praise
    ──────────────────────────────────────────────────────────────────────────────────┴──────────────────────────────────────────────────────────────
     flag 9 of 11
    "#);
}

/// Nothing to read.
#[test]
fn an_empty_article() {
    let desk = Desk::open("").size(80, 8);
    assert_snapshot!(desk.text(), @"
    closeread  storm.txt                                           nothing to read
        This article is empty.                    │
                                                  │
                                                  │
                                                  │
                                                  │
                                                  │
    j ¶ down   ]q quote   ]f flag   ]d candidate   v select   a note   ? help
    ");
}

#[test]
fn eight_colours_and_no_slanted_letters() {
    let theme = Theme::new(Depth::Ansi8, Ground::Unknown, false, false).upright();
    let frame = Desk::open(SAMPLE).theme(theme).press("]d").frame();
    assert_snapshot!(frame, @"
     closeread  storm.txt             ¶1/3  1 quote  0 flags  3 open  0 notes  anna
      ^ 1-11 dim, 12-20 bold, 34-78 dim
    ───────────────────────────────────────────────┬────────────────────────────────
      ^ 0-79 dim
    ▌ 1  The storm of protest swept the capital    │▌? It is believe…  unattributed
      ^ 0-2 bold, 48-48 bold, 49-49 bold+Magenta, 50-64 dim, 67-78 dim
    ▌    on Monday. It is believed that the regime │▌  somebody believes it, and
      ^ 0-0 bold, 16-34 underlined+reversed, 40-45 underlined+Magenta, 48-48 bold, 49-50 dim
    ▌    may soon fall.                            │▌  the sentence takes care not
      ^ 0-0 bold, 5-17 underlined, 48-48 bold, 49-50 dim
                                                   │▌  to say who
      ^ 48-48 bold, 49-50 dim
      2  “We will not be moved,” Minister Ana Ruiz │▌  own voice · this project
      ^ 1-2 dim, 48-48 bold, 49-74 dim
         said. The opposition “celebrates” her     │▌  asks for it: not measured
      ^ 48-48 bold, 49-75 dim
         words.                                    │▌  + accept   - reject   K why
      ^ 48-48 bold, 49-77 dim
                                                   │
      3  Nobody was hurt.                          │ ? regime          name-calling
      ^ 1-2 dim, 49-49 bold+Magenta, 50-50 dim, 67-78 dim
                                                   │ ? may soon fall    speculation
      ^ 49-49 bold+Magenta, 50-63 dim, 68-78 dim
                                                   │
                                                   │
                                                   │
                                                   │
                                                   │
                                                   │
    ───────────────────────────────────────────────┴────────────────────────────────
      ^ 0-79 dim
     candidate 1 of 3
    ");
}
