use super::*;
use crate::notes::{At, Id, Selector};
use proptest::prelude::*;

const TEXT: &str = "\
The city council met on Monday to discuss the budget for the coming year.
It appears that Turkey will get its tentacles into the republics before we know it.
The mayor said that “nothing is decided yet” and that further talks would follow in spring.
Team Alpha won the cup after a long season, and nobody in the stadium was surprised.
Critics called the plan a disaster; supporters called it the only competent policy in years.";

/// An annotation of the first `quote` of `text`.
fn annotated(text: &str, quote: &str) -> Annotation {
    let article = Article::new("a", text);
    let at = article.text.find(quote).unwrap();
    Annotation {
        id: Id("a".into()),
        at: Some(At::of(&article, at)),
        selector: Selector::of(&article, Span::new(at, at + quote.len())),
        ..Annotation::default()
    }
}

/// What became of it in `text`, as `found: words`, `moved: words`, `ambiguous: 2`, `lost: 1`.
fn shown(text: &str, annotation: &Annotation, unchanged: bool) -> String {
    let article = Article::new("a", text);
    let anchor = Anchorer::new(&article).anchor(annotation, unchanged);
    let word = anchor.word();
    match &anchor {
        Anchor::Ambiguous(places) => format!("{word}: {}", places.len()),
        Anchor::Lost(places) => format!("{word}: {}", places.len()),
        anchor => format!("{word}: {}", anchor.span().unwrap().of(&article.text)),
    }
}

type Row = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
    &'static str,
);

const TENTACLES: &str = "get its tentacles into";

/// What is done to [`TEXT`], the quote, the replacements, what comes of it (its beginning).
const EDITS: &[Row] = &[
    ("untouched", TENTACLES, &[], "found: get its tentacles into"),
    (
        "sentence before",
        TENTACLES,
        &[("It appears", "Nobody asked for this. It appears")],
        "found: get its tentacles into",
    ),
    (
        "text before",
        TENTACLES,
        &[("The city", "A new beginning.\nThe city")],
        "found: get its tentacles into",
    ),
    (
        "other typography",
        "“nothing is decided yet”",
        &[("“nothing is decided yet”", "\"nothing  is decided yet\"")],
        "found: \"nothing  is decided yet\"",
    ),
    (
        "word corrected",
        TENTACLES,
        &[("tentacles", "tentackles")],
        "moved: get its tentackles into",
    ),
    (
        "word replaced",
        TENTACLES,
        &[("tentacles", "claws")],
        "moved: get its claws into",
    ),
    (
        "last word replaced",
        "the only competent policy",
        &[("competent policy", "competent politics")],
        "moved: the only competent politics",
    ),
    (
        "word added",
        TENTACLES,
        &[("its tentacles", "its many tentacles")],
        "moved: get its many tentacles into",
    ),
    (
        "one word, corrected",
        "disaster",
        &[("disaster", "disastre")],
        "moved: disastre",
    ),
    (
        "a number corrected",
        "met on Monday to discuss",
        &[("Monday", "Tuesday")],
        "moved: met on Tuesday to discuss",
    ),
    (
        "sentence gone",
        "Team Alpha won the cup",
        &[(
            "Team Alpha won the cup after a long season, and nobody in the stadium was surprised.\n",
            "",
        )],
        "lost",
    ),
    (
        "look-alike instead",
        "Team Alpha won the cup",
        &[
            (
                "Team Alpha won the cup after a long season, and nobody in the stadium was surprised.\n",
                "",
            ),
            (
                "The mayor said",
                "Last year Team Beta won the cup against all odds. The mayor said",
            ),
        ],
        "lost",
    ),
    (
        "look-alike beside",
        "Team Alpha won the cup",
        &[(
            "Team Alpha won",
            "Last year Team Beta won the cup. Team Alpha won",
        )],
        "found: Team Alpha won the cup",
    ),
    (
        "rewritten",
        "Critics called the plan a disaster",
        &[(
            "Critics called the plan a disaster; supporters called it the only competent policy in years.",
            "The plan was praised and blamed in equal measure by those present.",
        )],
        "lost",
    ),
    (
        "now twice, elsewhere",
        TENTACLES,
        &[(
            "The mayor",
            "They will get its tentacles into everything. The mayor",
        )],
        "found: get its tentacles into",
    ),
    (
        "now twice, the same",
        TENTACLES,
        &[(
            "The mayor",
            "It appears that Turkey will get its tentacles into the republics before we know it.\nThe mayor",
        )],
        "ambiguous: 2",
    ),
    (
        "short, only elsewhere",
        "disaster",
        &[
            (
                "the plan a disaster; supporters called it the only competent",
                "it bad; others",
            ),
            ("The city", "Rain: disaster everywhere. The city"),
        ],
        "moved: disaster",
    ),
    (
        "long, only elsewhere",
        "and nobody in the stadium was surprised",
        &[
            (", and nobody in the stadium was surprised", ""),
            (
                "The city",
                "It rained, and nobody in the stadium was surprised at that. The city",
            ),
        ],
        "moved: and nobody in the stadium was surprised",
    ),
    (
        "one side rewritten",
        "after a long season",
        &[("Team Alpha won the cup", "The title went to the team")],
        "found: after a long season",
    ),
    (
        "both sides rewritten",
        "after a long season",
        &[
            ("Team Alpha won the cup", "The title went to the team"),
            (", and nobody in the stadium was surprised", ""),
        ],
        "moved: after a long season",
    ),
    (
        "a word beside it corrected on both sides",
        TENTACLES,
        &[
            ("Turkey will", "Turkey would"),
            ("into the republics", "into those republics"),
        ],
        "found: get its tentacles into",
    ),
    (
        "inside a word only",
        "plan",
        &[("the plan a", "the planet a")],
        "moved: planet",
    ),
    (
        "all gone",
        TENTACLES,
        &[(TEXT, "Something else entirely.")],
        "lost: 0",
    ),
];

#[test]
fn realistic_edits() {
    for (name, quote, edits, expected) in EDITS {
        let annotation = annotated(TEXT, quote);
        let text = edits.iter().fold(TEXT.to_owned(), |text, (old, new)| {
            assert!(text.contains(old), "{name}");
            text.replacen(old, new, 1)
        });
        let result = shown(&text, &annotation, false);
        assert!(
            result.starts_with(expected),
            "{name}: {result}, not {expected}"
        );
    }
}

#[test]
fn paragraphs_may_change_places_and_wrapping() {
    let mut lines: Vec<&str> = TEXT.lines().collect();
    lines.swap(1, 3);
    let swapped = lines.join("\n");
    let wrapped = TEXT
        .replace('\n', "\n\n")
        .replace(". ", ".\n")
        .replace("before ", "before\n");
    for quote in [
        "get its tentacles into",
        "Team Alpha",
        "It appears that Turkey will get",
        "know it.",
        TEXT.lines().nth(1).unwrap(),
    ] {
        let annotation = annotated(TEXT, quote);
        assert_eq!(
            shown(&swapped, &annotation, false),
            format!("found: {quote}")
        );
        assert_eq!(
            shown(&wrapped, &annotation, false).replace('\n', " "),
            format!("found: {quote}")
        );
    }
}

#[test]
fn a_long_quote_is_found_by_its_ends() {
    let sentence = |n: u64| {
        let words: Vec<_> = (0..9).map(|word| Id::from_seed(n * 100 + word).0).collect();
        format!("{}. ", words.join(" "))
    };
    let text: String = (0..60).map(sentence).collect();
    let quote: String = (10..30).map(sentence).collect();
    let annotation = annotated(&text, quote.trim());
    let edited = text
        .replace(&sentence(20), "A sentence that was rewritten. ")
        .replace(&Id::from_seed(1104).0, "word");
    let result = shown(&edited, &annotation, false);
    assert!(
        result.starts_with(&format!("moved: {}", sentence(10))),
        "{result}"
    );
    assert!(result.ends_with(sentence(29).trim()), "{result}");
    let gone: String = (0..10).chain(30..60).map(sentence).collect();
    assert_eq!(shown(&gone, &annotation, false), "lost: 0");
    let headless = text.replace(&(8..14).map(sentence).collect::<String>(), "");
    assert_eq!(shown(&headless, &annotation, false), "lost: 1");
}

#[test]
fn the_position_decides_only_on_the_same_text() {
    let text = "same words here\nsame words here\nsame words here";
    let mut annotation = annotated(text, "words");
    annotation.at = At::parse("2:6");
    annotation.selector.before = "same ".into();
    annotation.selector.after = " here".into();
    assert_eq!(shown(text, &annotation, false), "ambiguous: 3");
    let article = Article::new("a", text);
    let found = Anchorer::new(&article).anchor(&annotation, true);
    assert_eq!(found, Anchor::Found(Span::new(21, 26)));
    annotation.at = At::parse("2:7");
    assert_eq!(shown(text, &annotation, true), "ambiguous: 3");
}

#[test]
fn selectors_made_by_hand() {
    let quote = |quote: &str| Annotation {
        selector: Selector {
            quote: quote.into(),
            ..Selector::default()
        },
        ..Annotation::default()
    };
    for (words, expected) in [
        ("tentacles", "found: tentacles"),
        (
            "\"nothing is decided yet\"",
            "found: “nothing is decided yet”",
        ),
        ("called", "ambiguous: 2"),
        ("", "lost: 0"),
        (" \n", "lost: 0"),
        ("\u{200b}", "lost: 0"),
        (".", "ambiguous: 5"),
        ("zebra crossing", "lost: 0"),
    ] {
        assert_eq!(shown(TEXT, &quote(words), false), expected, "{words:?}");
    }
    assert_eq!(shown("wait… what", &quote("."), false), "lost: 0");
    assert_eq!(shown("a 👩\u{200d}🔬 b", &quote("🔬"), false), "lost: 0");
    assert_eq!(
        shown(
            "東京都は新しい計画を発表した。",
            &quote("新しい計画"),
            false
        ),
        "found: 新しい計画"
    );
}

/// A text of words from a small vocabulary, so that look-alikes abound.
fn any_words() -> impl Strategy<Value = Vec<&'static str>> {
    let vocabulary = vec![
        "the",
        "Team",
        "Alpha",
        "Beta",
        "won",
        "“cup”",
        "wait…",
        "été",
        "漢字",
        "not",
        "no",
        "12",
        "13",
        "\n",
        "👩\u{200d}🔬",
        "a",
        "ill",
    ];
    proptest::collection::vec(proptest::sample::select(vocabulary), 20..80)
}

proptest! {
    #[test]
    fn found_always_has_the_words(
        words in any_words(),
        spans in proptest::collection::vec((any::<proptest::sample::Index>(), 1usize..8), 1..12),
        edits in proptest::collection::vec((any::<proptest::sample::Index>(), 0..3usize, "[a-zé .]{0,6}"), 0..8),
    ) {
        let article = Article::new("a", words.join(" "));
        let text = &article.text;
        let bounds: Vec<usize> = crate::text::graphemes(text).map(|(at, _)| at).chain([text.len()]).collect();
        let annotations: Vec<_> = spans.iter().map(|(start, length)| {
            let at = start.index(bounds.len());
            let span = Span::new(bounds[at], bounds[(at + length * 3).min(bounds.len() - 1)]);
            Annotation { at: Some(At::of(&article, span.start)), selector: Selector::of(&article, span), ..Annotation::default() }
        }).collect();
        let mut edited: Vec<char> = text.chars().collect();
        for (place, kind, new) in &edits {
            let at = place.index(edited.len() + 1);
            match kind {
                0 => { edited.splice(at..at, new.chars()); }
                1 => { edited.drain(at..(at + 5).min(edited.len())); }
                _ => { let half = edited.split_off(at); edited.splice(0..0, half); }
            }
        }
        let edited = Article::new("a", edited.into_iter().collect::<String>());
        for (article, unchanged) in [(&article, true), (&article, false), (&edited, false), (&edited, true)] {
            let anchorer = Anchorer::new(article);
            for annotation in &annotations {
                let anchor = anchorer.anchor(annotation, unchanged);
                if let Anchor::Found(span) = anchor {
                    let is = fold(span.of(&article.text)).text;
                    let was = fold(&annotation.selector.quote).text;
                    prop_assert_eq!(is.trim(), was.trim());
                }
                let places = match &anchor { Anchor::Lost(places) => places.clone(), Anchor::Moved(place) => vec![*place], _ => vec![] };
                for place in places {
                    prop_assert!(!place.span.is_empty() && !place.span.of(&article.text).is_empty());
                    prop_assert!((0.0..=1.0).contains(&place.score), "{}", place.score);
                }
            }
        }
        // On the text it was made on, every quote with words in it is found where it was.
        let anchorer = Anchorer::new(&article);
        for annotation in &annotations {
            let words = fold(&annotation.selector.quote).text;
            if words.trim() == words && !words.is_empty() && fold(words.as_str()).text == words {
                let anchor = anchorer.anchor(annotation, true);
                prop_assert_eq!(anchor.span().map(|span| At::of(&article, span.start)), annotation.at);
            }
        }
    }

    #[test]
    fn any_selector_is_answered(text in any::<String>(), quote in any::<String>(), before in any::<String>(), after in any::<String>()) {
        let article = Article::new("a", text);
        let selector = Selector { quote, before, after };
        let annotation = Annotation { selector, at: At::parse("1:1"), ..Annotation::default() };
        let anchor = Anchorer::new(&article).anchor(&annotation, true);
        prop_assert!(!anchor.word().is_empty());
    }
}

/// Found by the property above: a place that shrank to nothing was offered as a candidate.
#[test]
fn a_candidate_has_words() {
    let text = "a art Alpha no won no Alpha won 👩\u{200d}🔬 the 👩\u{200d}🔬 w🔬 Alpha the the art art the été the the \
                Team “cup” Beta the “cup” the the the Beta \n no the the été the the the theno ";
    let article = Article::new("a", text);
    let selector = Selector {
        quote: " 👩\u{200d}🔬 Alp".to_owned(),
        before: "won no Alpha won 👩\u{200d}🔬 the 👩\u{200d}🔬 won".to_owned(),
        after: "ha the the art art the été the t".to_owned(),
    };
    let annotation = Annotation {
        selector,
        ..Annotation::default()
    };
    match Anchorer::new(&article).anchor(&annotation, false) {
        Anchor::Lost(places) => assert!(places.iter().all(|place| !place.span.is_empty())),
        anchor => panic!("{anchor:?}"),
    }
}

#[test]
fn places_are_the_same_with_an_index_and_without() {
    let text = [TEXT, "Team Alphabet won the cup, a cup.", TEXT].join("\n");
    let article = Article::new("a", text);
    let folded = fold(&article.text);
    let index = WordIndex::of(&folded.text);
    for quote in [
        "cup",
        "won the cup",
        "a disaster; supporters",
        "ill",
        "nobody in",
        "a",
    ] {
        let wanted = Wanted::of(&annotated(&article.text, quote));
        let [with, without] = [Some(&index), None].map(|index| {
            Exact::search(&folded, index, &article, &wanted).decide(&folded.text, &wanted)
        });
        assert_eq!(with, without, "{quote}");
        assert!(with.is_some(), "{quote}");
    }
}

#[test]
fn what_stands_at_its_position_is_found_without_folding_everything() {
    let text = [TEXT, "“It’s … odd,”  he\u{a0}said of cafe\u{301}s.", TEXT].join("\n");
    let article = Article::new("a", text);
    let anchorer = Anchorer::new(&article);
    for (start, _) in article.text.char_indices() {
        for length in [1, 7, 30] {
            let end = article.text.ceil_char_boundary(start + length);
            let span = Span::new(start, end);
            let annotation = Annotation {
                selector: Selector::of(&article, span),
                ..Annotation::default()
            };
            let wanted = Wanted::of(&annotation);
            if wanted.quote.is_empty() {
                continue;
            }
            let near = anchorer.exact_near(&wanted, start);
            assert_eq!(
                near,
                anchorer.exact_at(&wanted, start),
                "{:?}",
                span.of(&article.text)
            );
        }
    }
}
