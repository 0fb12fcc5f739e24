//! Why something was found, at three sizes of the screen.

use crate::desk::{Desk, SAMPLE};
use crate::flags::{flag, flags};
use closeread::detect::{Finding, Ground, Strictness, What};
use insta::assert_snapshot;

/// A finding with much to be said of it.
fn rich() -> Finding {
    let mut finding = flag(SAMPLE, "storm", "emotive/blow", "storm", Strictness::Normal);
    let What::Loaded(loaded) = &mut finding.what else {
        unreachable!();
    };
    loaded.alternative = Some("wave".into());
    for number in 1..5 {
        loaded.grounds.push(Ground {
            what: format!("ground number {number}, which takes some words to say").into(),
            weight: 0.1,
        });
    }
    finding.reason =
        "the weather stands for people, so that nobody in particular seems to have done anything"
            .into();
    finding
}

fn desk() -> Desk {
    let mut findings = flags();
    findings[0] = rich();
    Desk::open(SAMPLE).found(findings)
}

#[test]
fn on_a_small_screen_it_scrolls() {
    let desk = desk().size(60, 20).press("]d]d-[dK");
    assert_snapshot!(desk.text(), @"
     storm.txt    ¶1/3  1 quote  0 flags  2 open  0 notes  anna
    ────────────────────────────────────────────────────────────
    ── why “storm” ─────────────────────────────────────────────
     category  emotive: words chosen for the feeling they carry
     reason    the weather stands for people, so that nobody in
               particular seems to have done anything
     voice     own voice
     plainly   wave
     rule      loaded: emotive/blow/storm
     score     0.71: about 7 in 10 such are right in partisan
               texts, far fewer in sober news
     because   + an intensifier before it: utterly
               - it stands in a quotation
               + ground number 1, which takes some words to say
               + ground number 2, which takes some words to say
               + ground number 3, which takes some words to say
               + ground number 4, which takes some words to say
     level     normal: not shown at few
     record    you kept 0 of 1 by emotive/blow in this article
     j ¶ down  ]q quote  ]f flag  ]d candidate  v select  ? help
    ");
    let desk = desk.press("<pgdn>");
    assert_snapshot!(desk.text(), @"
     storm.txt    ¶1/3  1 quote  0 flags  2 open  0 notes  anna
    ────────────────────────────────────────────────────────────
    ── why “storm” ─────────────────────────────────────────────
     category  emotive: words chosen for the feeling they carry
     reason    the weather stands for people, so that nobody in
               particular seems to have done anything
     voice     own voice
     plainly   wave
     rule      loaded: emotive/blow/storm
     score     0.71: about 7 in 10 such are right in partisan
               texts, far fewer in sober news
     because   + an intensifier before it: utterly
               - it stands in a quotation
               + ground number 1, which takes some words to say
               + ground number 2, which takes some words to say
               + ground number 3, which takes some words to say
               + ground number 4, which takes some words to say
     level     normal: not shown at few
     record    you kept 0 of 1 by emotive/blow in this article
     j ¶ down  ]q quote  ]f flag  ]d candidate  v select  ? help
    ");
    assert_eq!(desk.press("<pgup>j").says(), "");
}

#[test]
fn on_a_usual_screen() {
    let desk = desk().size(100, 30).press("]d]d-[d-K");
    assert_snapshot!(desk.text(), @"
     closeread  storm.txt                                 ¶1/3  1 quote  0 flags  1 open  0 notes  anna
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
    ▌ 1  The storm of protest swept the capital on Monday. It  │▌✗ storm                       rejected
    ▌    is believed that the regime may soon fall.            │▌  emotive
                                                               │
      2  “We will not be moved,” Minister Ana Ruiz said. The   │ ✗ protest                     rejected
         opposition “celebrates” her words.                    │   emotive
                                                               │
      3  Nobody was hurt.                                      │ ? regime                  name-calling
                                                               │
                                                               │
                                                               │
                                                               │
    ── why “storm” ─────────────────────────────────────────────────────────────────────────────────────
     category  emotive: words chosen for the feeling they carry
     reason    the weather stands for people, so that nobody in particular seems to have done anything
     voice     own voice
     plainly   wave
     rule      loaded: emotive/blow/storm
     score     0.71: about 7 in 10 such are right in partisan texts, far fewer in sober news
     because   + an intensifier before it: utterly
               - it stands in a quotation
               + ground number 1, which takes some words to say
               + ground number 2, which takes some words to say
               + ground number 3, which takes some words to say
               + ground number 4, which takes some words to say
     level     normal: not shown at few
     record    you kept 0 of 2 by emotive/blow in this article
     you       rejected
     j ¶ down   ]q quote   ]f flag   ]d candidate   v select   a note   t tag   f flag   ? help
    ");
}

#[test]
fn on_a_large_screen() {
    let desk = desk().size(200, 50).press("]d+x3K");
    assert_snapshot!(desk.text(), @"
     closeread  storm.txt                                                                               ¶1/3  1 quote  1 flag  1 open  0 notes  anna
    ──────────────────────────────────────────────────────────────────────────────────┬──────────────────────────────────────────────────────────────
    ▌ 1  The storm of protest swept the capital on Monday. It is believed that the    │▌⚑ storm                                            own voice
    ▌    regime may soon fall.                                                        │▌  emotive
                                                                                      │
      2  “We will not be moved,” Minister Ana Ruiz said. The opposition “celebrates”  │ ? regime                                        name-calling
         her words.                                                                   │
                                                                                      │
      3  Nobody was hurt.                                                             │
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
                                                                                      │
                                                                                      │
                                                                                      │
                                                                                      │── why “storm” ──────────────────────────────────────────────
                                                                                      │ category  emotive: words chosen for the feeling they carry
                                                                                      │ reason    the weather stands for people, so that nobody in
                                                                                      │           particular seems to have done anything
                                                                                      │ voice     own voice
                                                                                      │ plainly   wave
                                                                                      │ rule      loaded: emotive/blow/storm
                                                                                      │ score     0.71: about 7 in 10 such are right in partisan
                                                                                      │           texts, far fewer in sober news
                                                                                      │ because   + an intensifier before it: utterly
                                                                                      │           - it stands in a quotation
                                                                                      │           + ground number 1, which takes some words to say
                                                                                      │           + ground number 2, which takes some words to say
                                                                                      │           + ground number 3, which takes some words to say
                                                                                      │           + ground number 4, which takes some words to say
                                                                                      │ level     silenced by the project’s lexicon.yaml
                                                                                      │ record    you kept 1 of 1 by emotive/blow in this article
                                                                                      │ you       accepted
    ──────────────────────────────────────────────────────────────────────────────────┴──────────────────────────────────────────────────────────────
     j ¶ down   ]q quote   ]f flag   ]d candidate   v select   a note   t tag   f flag   e export   ? help
    ");
}

/// The margin says it in plain words.
#[test]
fn the_margin_has_the_neutral_alternative() {
    let desk = desk().size(100, 16).press("]d");
    assert_snapshot!(desk.text(), @"
     closeread  storm.txt                                 ¶1/3  1 quote  0 flags  3 open  0 notes  anna
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
    ▌ 1  The storm of protest swept the capital on Monday. It  │▌? storm                        emotive
    ▌    is believed that the regime may soon fall.            │▌  the weather stands for people, so
                                                               │▌  that nobody in particular seems to
      2  “We will not be moved,” Minister Ana Ruiz said. The   │▌  have done anything
         opposition “celebrates” her words.                    │▌  plainly: wave
                                                               │▌  own voice · about 7 in 10 such are
      3  Nobody was hurt.                                      │▌  right in partisan texts, far fewer
                                                               │▌  in sober news
                                                               │▌  + accept   - reject   K why
                                                               │
                                                               │ ? protest                      emotive
                                                               │ ? regime                  name-calling
    ───────────────────────────────────────────────────────────┴────────────────────────────────────────
     candidate 1 of 3
    ");
}
