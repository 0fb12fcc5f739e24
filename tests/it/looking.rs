//! A long article: findings are looked for part by part, and nobody is told that there are none where nobody has looked.

use crate::desk::Desk;
use closeread::app::{Action, Aim, Arrival, Kind};
use closeread::article::Article;
use closeread::detect::{self, Own};
use closeread::notes::{Annotation, ArticleRef, At, Id, Notebook, Selector, Verdict};

const SAID: &str = "“We shall see,” Ida Lund said.";
const LOADED: &str = "The bloodthirsty man fell.";

/// Plain paragraphs, with other ones in their places.
fn article(paragraphs: usize, others: &[(usize, &str)]) -> Article {
    let plain = "Nine ships lay in the harbour that day and two of them were grey. ".repeat(4);
    let text = |index| {
        let other = others.iter().find(|(at, _)| *at == index);
        other.map_or(plain.as_str(), |(_, other)| other)
    };
    let all: Vec<&str> = (0..paragraphs).map(text).collect();
    Article::new("long.txt", all.join("\n"))
}

fn notebook(article: &Article, annotations: Vec<Annotation>) -> Notebook {
    let about = ArticleRef {
        path: article.name.clone(),
        sha256: article.sha256(),
    };
    Notebook {
        annotations,
        ..Notebook::new("anna", about)
    }
}

fn open(article: Article) -> Desk {
    let own = notebook(&article, Vec::new());
    Desk::long(article, own)
}

/// Paragraphs of an article beyond the length of which everything is kept.
const LONG: usize = 5_000;

#[test]
fn a_frame_costs_a_look_at_what_is_near() {
    let desk = open(article(LONG, &[(1, SAID), (LONG - 1, SAID)]));
    let [(Aim::Sight, near)] = &desk.looks()[..] else {
        unreachable!("{:?}", desk.looks());
    };
    assert!(near.start == 0 && near.end < 400, "{near:?}");
    assert!(desk.text().contains("looking 0 %"), "{}", desk.text());
    let near = near.clone();
    let desk = desk.looked();
    assert!(desk.text().contains("Ida Lund"), "{}", desk.text());
    let [(Aim::Rest, rest)] = &desk.looks()[..] else {
        unreachable!("{:?}", desk.looks());
    };
    assert_eq!(rest.start, near.end, "nothing twice");
    let desk = desk.press("jjj");
    assert_eq!(desk.looks().len(), 1, "nothing anew for what is near");
    let desk = desk.press("G");
    let near = desk.looks().pop().unwrap();
    assert!(near.0 == Aim::Sight && near.1.len() < 400, "{near:?}");
    assert!(!desk.text().contains("· Ida Lund") && desk.text().contains("looking"));
    assert!(desk.looked().text().contains("“ 3 words · Ida Lund"));
}

#[test]
fn of_paragraphs_longer_than_the_screen_only_those_near_are_looked_at() {
    let plain = "Nine ships lay in the harbour that day and two of them were grey. ".repeat(600);
    let article = Article::new("long.txt", [plain.as_str(); 40].join("\n"));
    let desk = open(article);
    assert_eq!(desk.looks(), [(Aim::Sight, 0..2)]);
    let desk = desk.looked().press("jjjjjj");
    let again = desk
        .looks()
        .into_iter()
        .filter(|(aim, _)| *aim == Aim::Sight);
    assert_eq!(again.count(), 0, "nothing anew for what is near");
}

#[test]
fn what_is_far_away_is_gone_to_once_it_is_found() {
    let desk = open(article(
        LONG,
        &[(4_000, SAID), (2, LOADED), (3_000, LOADED)],
    ));
    let desk = desk.press("]q");
    assert_eq!(desk.says(), "looking for a quotation: 0 % looked at");
    let mut desk = desk.looked();
    while desk.says().starts_with("looking") {
        assert!(desk.looks().iter().all(|(aim, _)| *aim != Aim::Whole));
        desk = desk.looked();
    }
    assert_eq!(desk.says(), "quotation in ¶4001");
    let desk = desk.looked();
    assert_eq!(desk.state.focused_item().unwrap().kind, Kind::Quotation);
    let mut desk = desk.press("]d");
    assert!(
        desk.says().starts_with("looking for a candidate"),
        "{}",
        desk.says()
    );
    while desk.says().starts_with("looking") {
        desk = desk.looked();
    }
    assert_eq!(desk.says(), "candidate in ¶3: wrapped around");
    let mut desk = desk.looked();
    for (keys, said) in [
        ("]d", "candidate in ¶3001"),
        ("[d", "candidate in ¶3"),
        ("[d", "candidate in ¶3001: wrapped around"),
    ] {
        desk = desk.looked().press(keys);
        while desk.says().starts_with("looking") {
            desk = desk.looked();
        }
        assert_eq!(desk.says(), said);
        desk = desk.all_looked();
        assert_eq!(desk.state.focused_item().unwrap().kind, Kind::Candidate);
    }
}

#[test]
fn nothing_is_said_to_be_missing_before_all_was_looked_at() {
    let mut desk = open(article(LONG, &[])).press("]d");
    while desk.says() != "no finding is open: all are decided" {
        assert!(
            desk.says().starts_with("looking for a candidate"),
            "{}",
            desk.says()
        );
        desk = desk.looked();
    }
    assert!(!desk.text().contains("looking"), "{}", desk.text());
}

#[test]
fn another_key_ends_the_search_of_the_last() {
    let desk = open(article(LONG, &[(4_000, SAID)]))
        .press("]qj")
        .all_looked();
    assert_eq!(desk.state.paragraph(), 1);
}

#[test]
fn counts_are_those_of_a_desk_that_keeps_everything() {
    let others: Vec<(usize, &str)> = (0..LONG)
        .step_by(50)
        .flat_map(|at| [(at, SAID), (at + 1, LOADED)])
        .collect();
    let article = article(LONG, &others);
    let found = detect::find(&article, 0..article.len(), &Own::default());
    let answer = |(number, finding): (usize, &detect::Finding)| Annotation {
        id: Id(format!("a{number}")),
        at: Some(At::of(&article, finding.span.start)),
        selector: Selector::of(&article, finding.span),
        finding: Some(finding.answers_to().to_owned()),
        verdict: Some(Verdict::Rejected),
        ..Annotation::default()
    };
    let answers = found.iter().enumerate().step_by(7).map(answer).collect();
    let own = notebook(&article, answers);
    let part = Desk::long(article.clone(), own.clone()).all_looked();
    let whole = Desk::lay(
        article,
        own,
        Vec::new(),
        closeread::notes::Codebook::default(),
    );
    assert!(part.state.desk.findings.len() * 4 < whole.state.desk.findings.len());
    for kind in [Kind::Quotation, Kind::Candidate, Kind::Rejected, Kind::Lost] {
        let (part, whole) = (part.state.desk.count(kind), whole.state.desk.count(kind));
        assert_eq!(part, whole, "{kind:?}");
    }
    let (part, whole) = (part.press(">"), whole.press(">"));
    assert_eq!(part.says(), whole.says());
}

#[test]
fn what_counts_everything_waits_for_everything() {
    let desk = open(article(LONG, &[(4_000, SAID), (2, LOADED)])).looked();
    let desk = desk.press("gS");
    assert!(desk.state.summary.is_none());
    assert!(
        desk.says()
            .starts_with("looking at all of the article first")
    );
    let desk = desk.press("j").all_looked();
    assert!(desk.state.summary.is_some() && !desk.state.desk.is_part());
}

#[test]
fn who_does_not_want_to_wait_reads_on() {
    let desk = open(article(LONG, &[(4_000, SAID), (2, LOADED)])).looked();
    let desk = desk.press("gS<esc>");
    assert!(desk.says().starts_with("not waited for"), "{}", desk.says());
    let desk = desk.all_looked();
    assert!(desk.state.summary.is_none() && desk.state.desk.is_part());
    let counts = desk.text();
    assert!(counts.contains("1 quote  0 flags  1 open"), "{counts}");
}

#[test]
fn who_is_typing_by_then_is_told() {
    let desk = open(article(LONG, &[(2, LOADED)])).looked();
    let desk = desk.press("gSahm").all_looked();
    assert!(desk.state.summary.is_none() && !desk.state.desk.is_part());
    let desk = desk.press("<enter>");
    assert!(
        desk.says().contains("looked at now: ask for it again"),
        "{}",
        desk.says()
    );
}

#[test]
fn what_waits_goes_on_waiting_when_the_text_changes() {
    let desk = open(article(LONG, &[(2, LOADED)])).looked().press("gS");
    let other = article(LONG, &[(3, LOADED)]);
    let arrived = Action::Arrived(vec![Arrival::Article(Box::new(other))]);
    let desk = desk.hear(arrived).all_looked();
    assert!(desk.state.summary.is_some() && !desk.state.desk.is_part());
}

#[test]
fn of_an_article_of_some_length_everything_is_kept_in_the_end() {
    let desk = open(article(1_000, &[(900, SAID)]));
    let desk = desk.looked();
    assert_eq!(desk.looks(), [(Aim::Whole, 0..1_000)]);
    let desk = desk.looked().press("]q");
    assert_eq!(desk.says(), "quotation 1 of 1");
}

#[test]
fn words_far_away_are_searched_beside_the_reader() {
    let desk = open(article(LONG, &[(4_000, "A needle."), (4_500, "A needle.")])).all_looked();
    let desk = desk.press("/needle");
    assert_eq!(desk.state.page.top.paragraph, 0);
    let desk = desk.all_looked();
    assert!(
        desk.state.page.top.paragraph > 3_900,
        "shown while it is typed"
    );
    let mut desk = desk.press("<enter>");
    assert_eq!(
        (desk.says(), desk.state.paragraph()),
        ("“needle” 1 of 2", 4_000)
    );
    for (keys, said) in [
        ("n", "“needle” 2 of 2"),
        ("n", "“needle” 1 of 2: wrapped around"),
        ("N", "“needle” 2 of 2: wrapped around"),
    ] {
        desk = desk.all_looked().press(keys);
        assert_eq!(desk.says(), said);
    }
    let desk = desk.press("gg/haystack<enter>");
    assert!(
        desk.says().starts_with("looking for “haystack”: "),
        "{}",
        desk.says()
    );
    let desk = desk.all_looked();
    assert_eq!(desk.says(), "“haystack” does not stand in this article");
}

#[test]
fn what_was_found_in_the_text_before_is_not_taken_for_this_one() {
    let before = article(LONG, &[(2, SAID), (4_000, SAID)]);
    let after = article(LONG, &[(5, LOADED), (3_000, SAID)]);
    let desk = open(before).press("]q");
    let arrived = Action::Arrived(vec![Arrival::Article(Box::new(after))]);
    let desk = desk.hear(arrived).looked();
    assert!(!desk.text().contains("· Ida Lund"), "{}", desk.text());
    let desk = desk.all_looked();
    let count = |kind| desk.state.desk.count(kind);
    assert_eq!((count(Kind::Quotation), count(Kind::Candidate)), (1, 1));
    let desk = desk.press("]q").all_looked();
    assert_eq!(desk.says(), "quotation in ¶3001");
}

#[test]
fn answers_count_at_once_and_undoing_them_too() {
    let desk = open(article(LONG, &[(2, LOADED), (4_000, LOADED)])).all_looked();
    let open = |desk: &Desk| desk.state.desk.count(Kind::Candidate);
    assert_eq!(open(&desk), 2);
    let desk = desk.press("]d-");
    assert_eq!(open(&desk), 1);
    let desk = desk.press("]d").all_looked().press("+");
    assert_eq!((open(&desk), desk.state.desk.count(Kind::Flag)), (0, 1));
    let desk = desk.press("]d");
    assert_eq!(desk.says(), "no finding is open: all are decided");
    let desk = desk.press("uu").all_looked();
    assert_eq!(open(&desk), 2);
}
