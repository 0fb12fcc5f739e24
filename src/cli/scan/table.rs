//! A row of counts for each article.

use crate::cli::scan::Scan;
use crate::cli::scan::form::{Form, Written};
use crate::cli::scan::rates::rates;
use crate::cli::scan::tally::Tally;
use crate::terminal;
use crate::text::{columns, graphemes, visible};
use std::io::{self, IsTerminal};

/// A table for people. Everything in it is visible: names may hold escape sequences.
#[derive(Debug)]
pub(super) struct Table {
    /// Columns for the names.
    names: usize,
    /// Columns for the categories.
    kinds: usize,
}

/// Columns of the numbers and of the gaps around them: `counts` makes them.
const COUNTS: usize = 35;

/// Columns that the names have at least; enough for the head and the totals.
const NAMES: usize = 20;

/// Columns for one category, which the names leave free: `unattributed 12`. On a narrow terminal there are none.
const KIND: usize = 15;

/// The width of a table that is on no terminal.
const WIDTH: usize = 80;

impl Table {
    /// For articles whose longest path has so many columns: as wide as the terminal. Elsewhere no name is cut.
    pub(super) fn new(longest: usize) -> Self {
        let terminal = io::stdout().is_terminal();
        let width = terminal.then(terminal::width).flatten().unwrap_or(WIDTH);
        Self::sized(longest, width, terminal)
    }

    fn sized(longest: usize, width: usize, cut: bool) -> Self {
        let room = width.saturating_sub(COUNTS + KIND);
        let names = if cut { longest.min(room) } else { longest }.max(NAMES);
        Self {
            names,
            kinds: width
                .saturating_sub(names + COUNTS)
                .max(if cut { 0 } else { KIND }),
        }
    }

    fn row(&self, name: &str, tally: &Tally) -> Vec<u8> {
        let counts = counts(
            &tally.words.to_string(),
            &tally.quotations.to_string(),
            &tally.flags().to_string(),
            &format!("{:.1}", tally.per_thousand()),
        );
        line(&self.name(name), &counts, &self.kinds(tally))
    }

    /// `name` in the columns for names; the end of a path tells more than its beginning.
    fn name(&self, name: &str) -> String {
        let name = visible(name);
        let mut room = self.names;
        if columns(&name) <= room {
            return format!("{name}{}", " ".repeat(room - columns(&name)));
        }
        room -= 1;
        let mut from = name.len();
        for (at, cluster) in graphemes(&name).rev() {
            let Some(left) = room.checked_sub(columns(cluster)) else {
                break;
            };
            room = left;
            from = at;
        }
        let end = name.get(from..).unwrap_or_default();
        format!("…{end}{}", " ".repeat(room))
    }

    /// As many of the commonest categories as there is room for.
    fn kinds(&self, tally: &Tally) -> String {
        let mut kinds = String::new();
        for (category, count) in tally.commonest() {
            let gap = if kinds.is_empty() { "" } else { ", " };
            let kind = format!("{gap}{} {count}", category.name());
            if kinds.len() + kind.len() > self.kinds {
                break;
            }
            kinds += &kind;
        }
        kinds
    }
}

impl Form for Table {
    fn head(&self) -> Vec<u8> {
        let counts = counts("words", "quotes", "flags", "/1000");
        let kinds = Some("most flagged").filter(|head| head.len() <= self.kinds);
        line(&self.name("article"), &counts, kinds.unwrap_or_default())
    }

    fn article(&self, scan: &Scan) -> Written {
        let tally = Tally::of(scan);
        Written {
            bytes: self.row(&scan.article.name, &tally),
            tally,
        }
    }

    fn foot(&self, total: &Tally) -> Vec<u8> {
        let plural = if total.articles == 1 { "" } else { "s" };
        let mut foot = self.row(&format!("total: {} article{plural}", total.articles), total);
        foot.extend(rates(total).into_bytes());
        foot
    }
}

fn counts(words: &str, quotes: &str, flags: &str, rate: &str) -> String {
    format!("  {words:>8}  {quotes:>6}  {flags:>6}  {rate:>5}  ")
}

fn line(name: &str, counts: &str, kinds: &str) -> Vec<u8> {
    let line = format!("{name}{counts}{kinds}");
    format!("{}\n", line.trim_end()).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::detect::{Category, Finding, Loaded, Strictness, Voice, What};
    use crate::text::Span;

    fn flag(category: Category) -> Finding {
        Finding {
            span: Span::new(0, 1),
            detector: "loaded",
            rule: "test".into(),
            reason: "test".into(),
            score: 0.5,
            voice: Voice::Own,
            what: What::Loaded(Loaded {
                category,
                entry: None,
                level: Strictness::Few,
                grounds: Vec::new(),
                alternative: None,
                core: None,
            }),
        }
    }

    #[test]
    fn the_commonest_categories_come_first() {
        let scan = Scan {
            article: Article::new("a.txt", "one two three four five six seven eight"),
            findings: [
                Category::Praise,
                Category::Unattributed,
                Category::Fear,
                Category::Fear,
                Category::NameCalling,
            ]
            .map(flag)
            .into(),
        };
        let row = |width| {
            let written = Table::sized(5, width, true).article(&scan);
            String::from_utf8(written.bytes).unwrap()
        };
        let counts = "a.txt                        8       0       5  625.0";
        assert_eq!(row(56), format!("{counts}\n"));
        assert_eq!(row(70), format!("{counts}  fear 2\n"));
        let more = "fear 2, name-calling 1, praise 1, unattributed 1";
        assert_eq!(row(200), format!("{counts}  {more}\n"));
    }

    #[test]
    fn names_fit_their_columns() {
        assert_eq!(columns(&counts("", "", "", "")), COUNTS);
        for (longest, width, cut, names) in [
            (10, 80, true, 20),
            (100, 80, true, 30),
            (100, 80, false, 100),
            (100, 10, true, 20),
        ] {
            assert_eq!(Table::sized(longest, width, cut).names, names);
        }
        let table = Table::sized(100, 80, true);
        for (name, shown) in [
            ("a.txt", "a.txt"),
            (
                "corpus/2024/november/nineteen/漢字.txt",
                "…24/november/nineteen/漢字.txt",
            ),
            ("esc\u{1b}[31m.txt", "esc␛[31m.txt"),
        ] {
            let found = table.name(name);
            assert_eq!(found.trim_end(), shown);
            assert_eq!(columns(&found), 30);
        }
    }
}
