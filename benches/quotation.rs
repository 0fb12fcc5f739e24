//! How long quotations of one paragraph take to find: `cargo bench --bench quotation`.
//!
//! Prints the median and the 99th percentile over paragraphs of news-like text (two of the corpus's short ones as one), each the best of several runs, so that what else the
//! machine does is left out; then the time of hostile paragraphs, in two sizes: four times the size should take four times as long.

#![expect(clippy::expect_used, reason = "a bench may end early")]

mod corpus;

use closeread::article::Article;
use closeread::detect::{ALL, Own, Strictness};
use std::hint::black_box;
use std::io::{self, Write};
use std::time::{Duration, Instant};

/// Bytes of news-like text.
const CORPUS: usize = 2_000_000;
/// Runs of which the best counts.
const RUNS: usize = 7;
/// Bytes of a hostile paragraph, and a quarter of that.
const HOSTILE: [usize; 2] = [1_250_000, 5_000_000];
/// What hostile paragraphs repeat.
const PIECES: [&str; 12] = [
    "\"",
    "“",
    "”",
    "''",
    "' ",
    "“a ",
    "“‘a’” ",
    "“‘“ ",
    "said ",
    "\" said \"",
    "said: “",
    "A. B, who said ",
];

fn main() -> io::Result<()> {
    let mut output = io::stdout().lock();
    news(&mut output)?;
    hostile(&mut output)
}

fn news(output: &mut impl Write) -> io::Result<()> {
    let mut times = Vec::new();
    let (mut bytes, mut found) = (0, 0);
    for text in corpus::articles(CORPUS) {
        let lines: Vec<&str> = text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .collect();
        for paragraph in lines.chunks(2).map(|lines| lines.join(" ")) {
            let article = Article::new("bench", paragraph.as_str());
            let runs = (0..RUNS).map(|_| time(&article));
            times.push(runs.min().expect("there are runs"));
            bytes += paragraph.len();
            found += quotations(&article);
        }
    }
    times.sort_unstable();
    let at = |share: f64| times.get((share * times.len() as f64) as usize).copied();
    let (median, high) = (at(0.5).expect("a corpus"), at(0.99).expect("a corpus"));
    let sum: Duration = times.iter().sum();
    writeln!(
        output,
        "news: {} paragraphs of {} bytes, {found} quotations\n  a paragraph: median {:.1} µs, 99 % within {:.1} µs (wanted: 5, 50); {:.0} MB/s",
        times.len(),
        bytes / times.len(),
        micros(median),
        micros(high),
        bytes as f64 / sum.as_secs_f64() / 1e6,
    )
}

fn hostile(output: &mut impl Write) -> io::Result<()> {
    writeln!(
        output,
        "hostile paragraphs of {} MB (wanted: under 1 s)",
        HOSTILE[1] as f64 / 1e6
    )?;
    for piece in PIECES {
        let [small, large] = HOSTILE.map(|size| {
            let article = Article::new("hostile", piece.repeat(size / piece.len()));
            time(&article)
        });
        let ratio = large.as_secs_f64() / small.as_secs_f64();
        writeln!(
            output,
            "  {piece:16} {:.3} s, {ratio:.1} times a quarter of it",
            large.as_secs_f64()
        )?;
    }
    Ok(())
}

/// One run over all of `article`.
fn time(article: &Article) -> Duration {
    let start = Instant::now();
    black_box(quotations(black_box(article)));
    start.elapsed()
}

fn quotations(article: &Article) -> usize {
    let detector = ALL.iter().find(|detector| detector.name == "quotation");
    let find = detector.expect("the detector is in the table").find;
    find(article, 0..article.len(), &Own::default(), Strictness::All).len()
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}
