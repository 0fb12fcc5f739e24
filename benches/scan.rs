//! How fast passages are found: `cargo bench --bench scan`.
//!
//! `corpus` reads 10 MB of news-like text on one core, with every detector and with each alone; `automaton` looks for the phrases of our lists
//! in the same text with the automaton of the package `aho-corasick` and does nothing else: the floor for `loaded`, which also tells words
//! from their parts, reads what stands around and weighs it. `hostile` reads one piece
//! repeated, in two sizes: as many megabytes a second in both mean that the time is linear in the size.

#![expect(clippy::expect_used, reason = "a bench may end early")]

mod corpus;
#[allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    missing_docs,
    reason = "only the forms are needed"
)]
#[path = "../src/build/detect.rs"]
mod detect;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use closeread::article::Article;
use closeread::detect::{ALL, Own, Strictness, find_for};
use divan::Bencher;
use divan::counter::BytesCount;
use std::sync::LazyLock;

const CORPUS: usize = 10_000_000;

static ARTICLES: LazyLock<Vec<Article>> = LazyLock::new(|| {
    let texts = corpus::articles(CORPUS).into_iter();
    texts.map(|text| Article::new("bench", text)).collect()
});

fn main() {
    divan::main();
}

/// Each detector by its name, or all of them, at normal strictness.
#[divan::bench(args = ["every detector", "quotation", "loaded"], sample_count = 5, sample_size = 1)]
fn corpus(bencher: Bencher, name: &str) {
    read(bencher, name, Strictness::Normal);
}

/// The same where everything is shown, phrases with it.
#[divan::bench(args = ["every detector", "loaded"], sample_count = 5, sample_size = 1)]
fn everything(bencher: Bencher, name: &str) {
    read(bencher, name, Strictness::All);
}

fn read(bencher: Bencher, name: &str, level: Strictness) {
    let bytes: usize = ARTICLES.iter().map(|article| article.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        ARTICLES
            .iter()
            .map(|article| found(article, name, level))
            .sum::<usize>()
    });
}

/// The phrases of all lists in a deterministic automaton, as `aho-corasick` makes it.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn automaton(bencher: Bencher) {
    let automaton = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::DFA))
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .build(detect::loaded::forms())
        .expect("our lists fit an automaton");
    let bytes: usize = ARTICLES.iter().map(|article| article.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        ARTICLES
            .iter()
            .map(|article| automaton.find_iter(&*article.text).count())
            .sum::<usize>()
    });
}

/// What comes before the detectors.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn parse(bencher: Bencher) {
    let texts: Vec<&str> = ARTICLES.iter().map(|article| &*article.text).collect();
    let bytes: usize = texts.iter().map(|text| text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        let parsed = texts.iter().map(|text| Article::new("bench", *text).len());
        parsed.sum::<usize>()
    });
}

/// Pieces that a careless search would take quadratic time over.
#[divan::bench(
    args = ["\"", "?", "the ", "a-", "regime ", "may "],
    consts = [200_000, 800_000],
    sample_count = 3,
    sample_size = 1,
)]
fn hostile<const SIZE: usize>(bencher: Bencher, piece: &str) {
    let article = Article::new("hostile", piece.repeat(SIZE / piece.len()));
    bencher
        .counter(BytesCount::new(article.text.len()))
        .bench_local(|| found(&article, "every detector", Strictness::All));
}

/// How many passages the detector called `name` finds in `article`, or all detectors, for who shows no more than `level`.
fn found(article: &Article, name: &str, level: Strictness) -> usize {
    let own = Own::default();
    match ALL.iter().find(|detector| detector.name == name) {
        Some(detector) => (detector.find)(article, 0..article.len(), &own, level).len(),
        None => find_for(article, 0..article.len(), &own, level).len(),
    }
}
