//! Runs the case file and asks for what must hold of any text.

use super::*;
use crate::detect::{Own, Strictness, What};
use proptest::prelude::*;
use std::fmt::Write;

const CASES: &str = include_str!("cases.txt");

/// What the case file says of the quotations of `article`.
fn rendered(article: &Article) -> String {
    let mut lines = Vec::new();
    for finding in find(article, 0..article.len(), &Own::default(), Strictness::All) {
        let What::Quotation(quotation) = &finding.what else {
            continue;
        };
        let of = |span: Option<Span>| span.map(|span| span.of(&article.text).replace('\n', " "));
        let words = finding.span.of(&article.text).replace('\n', " ");
        lines.push(format!("- {}: {words}", quotation.kind.word()));
        let mut credit = vec![format!("rule {}", finding.rule)];
        if let Some(cue) = of(quotation.cue) {
            credit.insert(0, format!("cue {cue}"));
        }
        if let Some(speaker) = of(quotation.speaker) {
            let who = quotation.resolved.as_deref().unwrap_or("not named");
            credit.insert(0, format!("speaker {speaker} ({who})"));
        }
        lines.push(format!("  {}", credit.join("; ")));
    }
    if lines.is_empty() {
        lines.push("- nothing".to_owned());
    }
    lines.join("\n")
}

/// A case: its name, its text, and what is expected.
fn cases() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    CASES.split("\n== ").skip(1).map(|block| {
        let (name, body) = block.split_once('\n').unwrap();
        let (text, expected) = body.split_once("\n- ").unwrap();
        (name, text.trim(), expected.trim_end())
    })
}

#[test]
fn case_file() {
    let mut wrong = String::new();
    for (name, text, expected) in cases() {
        let found = rendered(&Article::new("case", text));
        if found != format!("- {expected}") {
            let _ = write!(
                wrong,
                "\n== {name}\n\n{text}\n\nexpected:\n- {expected}\nfound:\n{found}\n"
            );
        }
    }
    assert!(cases().count() > 50);
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_paragraph_is_read_alike_in_any_range() {
    for (name, text, _) in cases() {
        let article = Article::new("case", text);
        let whole = find(&article, 0..article.len(), &Own::default(), Strictness::All);
        let parts: Vec<_> = (0..article.len())
            .flat_map(|index| find(&article, index..index + 1, &Own::default(), Strictness::All))
            .collect();
        assert_eq!(whole, parts, "{name}");
    }
}

#[test]
fn every_reason_is_a_sentence_without_a_stop() {
    for (name, text, _) in cases() {
        let article = Article::new("case", text);
        for finding in find(&article, 0..article.len(), &Own::default(), Strictness::All) {
            assert!(
                finding.reason.len() > 20 && !finding.reason.ends_with('.'),
                "{name}: {}",
                finding.reason
            );
            assert!((0.0..=1.0).contains(&finding.score), "{name}");
        }
    }
}

/// Linear work takes moments here, quadratic work minutes: it would not go unnoticed. Nothing is timed.
#[test]
fn hostile_paragraphs_are_read_to_their_end() {
    let pieces = [
        "\"",
        "“",
        "”",
        "'",
        "''",
        "«",
        "»",
        " \"a",
        " 'a",
        " 'a' ",
        "“a ",
        "„",
        ".\"",
        "said ",
        ", said",
        "he said ",
        "“a,” he said ",
        "according to a, ",
        "(",
        "a: ",
        "A B ",
        "a, ",
        "and said ",
        "called it ",
        "—",
        "expressed ",
        "“a,” he said\n",
        "“a,” Lund said\n",
        "“a b c.”\n",
        "Ida Lund met the expert. “A,” she said. ",
        "“a \"b ",
        "\"a ‘b ",
        "er sagte und ",
        "weil er es sagt ",
        "er hat es gesagt, ",
        ", die er sagte",
        "der Meinung, dass der ",
        "„Das ist es“, sagte der ",
        "„Das ist es“ und ",
        "laut der Polizei der ",
        "der Ida, so der ",
        "der Angaben der Ida zufolge ",
        "wie der sagte, ",
        "sei der ",
        "sie nannte es „die“ ",
    ];
    for piece in pieces {
        let article = Article::new("hostile", piece.repeat(200_000 / piece.len()));
        let found = find(&article, 0..article.len(), &Own::default(), Strictness::All);
        assert!(
            found
                .iter()
                .all(|finding| finding.span.end <= article.text.len())
        );
    }
}

proptest! {
    #[test]
    fn any_text_has_spans_on_boundaries(
        text in "([\"“”„«»'‘’ \n.,:é—]|said|He |Ida Lund |“No,” |that |according to |漢|the expert |der |sei |sagte |, dass |so |laut |hat |gesagt|„Nein“|\\PC){0,60}"
    ) {
        let article = Article::new("any", text);
        let mut start = 0;
        for finding in find(&article, 0..article.len(), &Own::default(), Strictness::All) {
            let quotation = finding.quotation().unwrap();
            for span in [Some(finding.span), quotation.speaker, quotation.cue].into_iter().flatten() {
                prop_assert!(article.text.get(span.start..span.end).is_some_and(|words| !words.is_empty()));
            }
            prop_assert!(finding.span.start >= start);
            start = finding.span.start;
            let paragraph = article.paragraph(article.paragraph_at(finding.span.start));
            prop_assert!(paragraph.covers(finding.span));
        }
    }

    #[test]
    fn paragraphs_do_not_depend_on_the_range(
        text in "([\"“”]|Ida Lund |Olaf Berg |said|: |\n|she |“No,” |It is. |der |sei |sagte |, so |laut |„Nein“){0,40}"
    ) {
        let article = Article::new("any", text);
        let whole = find(&article, 0..article.len(), &Own::default(), Strictness::All);
        let parts: Vec<_> = (0..article.len()).flat_map(|index| find(&article, index..index + 1, &Own::default(), Strictness::All)).collect();
        prop_assert_eq!(whole, parts);
    }
}
