//! What an article of 10 MB costs: `cargo bench --bench long`.
//!
//! `open` normalises it and divides it into paragraphs; `look` is what the findings beside one screen cost; `step` is a key, `last` the
//! jump to the end, `search` what a letter of a word that stands nowhere costs before the rest is searched beside the reader.

#![expect(clippy::expect_used, reason = "a bench may end early")]

#[allow(dead_code, reason = "shared with the other bench")]
mod corpus;

use closeread::app::{Action, Desk, Direction, Effect, Keymap, Now, State, Work, look, update};
use closeread::article::Article;
use closeread::notes::{ArticleRef, Codebook, Notebook};
use divan::Bencher;

const ARTICLE: usize = 10_000_000;

fn main() {
    divan::main();
}

fn text() -> String {
    corpus::articles(ARTICLE).join("\n")
}

/// The article on a desk, and the first look at it.
fn state() -> (State, Work) {
    let article = Article::new("long.txt", text());
    let own = Notebook::new("demo", ArticleRef::default());
    let mut desk = Desk::new(article, own, Vec::new(), Codebook::default());
    desk.look();
    let mut state = State::new(desk, Keymap::default(), 120, 40);
    match look(&mut state) {
        Some(Effect::Begin(work)) => (state, work),
        other => unreachable!("{other:?}"),
    }
}

/// What an action costs once what is near was looked at.
fn after(bencher: Bencher, action: &Action) {
    let (mut state, work) = state();
    update(&mut state, work.done(), &Now::default());
    let inputs = bencher.with_inputs(|| state.clone());
    inputs.bench_local_values(|mut state| {
        let effects = update(&mut state, action.clone(), &Now::default());
        (state, effects)
    });
}

#[divan::bench(sample_count = 10)]
fn open(bencher: Bencher) {
    let text = text();
    bencher.bench_local(|| Article::new("long.txt", text.as_str()));
}

#[divan::bench(sample_count = 20)]
fn look_at_what_is_near(bencher: Bencher) {
    let (_, work) = state();
    bencher.bench_local(|| work.clone().done());
}

#[divan::bench]
fn step(bencher: Bencher) {
    after(bencher, &Action::Paragraph(Direction::Next, 1));
}

#[divan::bench]
fn last(bencher: Bencher) {
    after(bencher, &Action::GoToLast);
}

#[divan::bench]
fn search(bencher: Bencher) {
    after(
        bencher,
        &Action::Search("zzyzx".to_owned(), Direction::Next),
    );
}
