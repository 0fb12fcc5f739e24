//! The part of the article that is on the screen.

use crate::app::layout::Layout;
use crate::app::line::{Line, Top};
use crate::article::Article;
use crate::text::{Row, wrap};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// Wrapped paragraphs kept at most; all are dropped beyond.
const KEPT: usize = 2048;

/// The part of the article that is on the screen. Paragraphs are wrapped when they come into sight.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Where things stand.
    pub layout: Layout,
    /// What stands in the first row of the text pane.
    pub top: Top,
    rows: RefCell<HashMap<usize, Rc<[Row]>>>,
}

impl Page {
    /// Takes on a new layout. The row that was on top stays on top, wherever it breaks now.
    pub fn lay_out(&mut self, article: &Article, layout: Layout) {
        let (old, new) = (self.layout.text.width, layout.text.width);
        let first = (self.top.row > 0)
            .then(|| self.rows(article, self.top.paragraph))
            .and_then(|rows| rows.get(self.top.row).copied());
        self.layout = layout;
        if old == new {
            return;
        }
        self.rows.borrow_mut().clear();
        if self.top.row > 0 {
            self.top.row = match first {
                Some(row) => self.row_at(article, row.start).row,
                None => self.rows(article, self.top.paragraph).len(),
            };
        }
    }

    /// Forgets how paragraphs wrap: the article is another one.
    pub fn forget(&mut self) {
        self.rows.borrow_mut().clear();
    }

    /// The rows of paragraph `index`, as spans of the article.
    pub fn rows(&self, article: &Article, index: usize) -> Rc<[Row]> {
        if let Some(rows) = self.rows.borrow().get(&index) {
            return Rc::clone(rows);
        }
        let start = article.paragraph(index).start;
        let width = usize::from(self.layout.text.width);
        let rows: Rc<[Row]> = wrap(article.paragraph_text(index), width)
            .into_iter()
            .map(|row| row.shift(start))
            .collect();
        let mut kept = self.rows.borrow_mut();
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(index, Rc::clone(&rows));
        rows
    }

    /// The row that byte `offset` stands on.
    pub fn row_at(&self, article: &Article, offset: usize) -> Top {
        let paragraph = article.paragraph_at(offset);
        let rows = self.rows(article, paragraph);
        let row = rows
            .partition_point(|row| row.start <= offset)
            .saturating_sub(1);
        Top { paragraph, row }
    }

    /// What stands on each row of the text pane, from the top; fewer when the article ends before.
    pub fn lines(&self, article: &Article) -> Vec<Line> {
        let height = usize::from(self.layout.text.height);
        let mut lines = Vec::with_capacity(height);
        let mut at = self.top;
        while lines.len() < height && at.paragraph < article.len() {
            let rows = self.rows(article, at.paragraph);
            let row = rows.get(at.row).copied();
            lines.push(Line {
                paragraph: at.paragraph,
                row: row.map(|_| at.row),
                span: row.unwrap_or_default(),
            });
            at = if row.is_some() {
                Top {
                    row: at.row + 1,
                    ..at
                }
            } else {
                Top {
                    paragraph: at.paragraph + 1,
                    row: 0,
                }
            };
        }
        lines
    }

    /// Scrolls so many rows down, or up when negative, within the article. Whether anything moved.
    pub fn scroll(&mut self, article: &Article, rows: isize) -> bool {
        let before = self.top;
        self.top = self.moved(article, self.top, rows);
        if rows > 0 {
            self.top = self.top.min(self.last_top(article).max(before));
        }
        before != self.top
    }

    /// Scrolls so that a row can be seen, as far as needed; by a useful amount when it was out of sight: then the
    /// row stands a quarter from the top. `whole`: so that its paragraph can be seen as far as there is room.
    ///
    /// The article's end stays at the bottom, but for `room`: so many rows are wanted from the row on, because the
    /// notes stand level with their paragraph. They alone are no reason to scroll.
    pub fn show(&mut self, article: &Article, row: Top, whole: bool, room: usize) {
        if self.is_shown(article, row, whole) {
            return;
        }
        let height = usize::from(self.layout.text.height);
        let (first, last) = self.wanted(article, row, whole);
        let wanted = room.max(1 + last.row - first.row);
        let lead = (height / 4).min(height.saturating_sub(wanted));
        let furthest = self.moved(article, first, -(lead as isize));
        let least = height.saturating_sub(wanted).max(lead);
        let nearest = self.moved(article, first, -(least as isize));
        self.top = furthest.min(self.last_top(article).max(nearest));
        self.start_clean(article, first);
    }

    /// Whether nothing needs to scroll for a row to be seen; `whole`: with its paragraph as far as there is room.
    pub(super) fn is_shown(&self, article: &Article, row: Top, whole: bool) -> bool {
        let height = self.layout.text.height as isize;
        if height == 0 || article.is_empty() {
            return true;
        }
        let (first, last) = self.wanted(article, row, whole);
        first >= self.top && last <= self.moved(article, self.top, height - 1)
    }

    /// The first and the last row that are to be seen: those of the whole paragraph where there is room for it.
    fn wanted(&self, article: &Article, row: Top, whole: bool) -> (Top, Top) {
        let length = self.rows(article, row.paragraph).len();
        if !whole || length > usize::from(self.layout.text.height) {
            return (row, row);
        }
        let last = length.saturating_sub(1);
        (Top { row: 0, ..row }, Top { row: last, ..row })
    }

    /// Starts with a paragraph rather than with the blank row before it.
    fn start_clean(&mut self, article: &Article, first: Top) {
        let rows = self.rows(article, self.top.paragraph).len();
        if self.top.row == rows && self.top.paragraph < first.paragraph {
            self.top = Top {
                paragraph: self.top.paragraph + 1,
                row: 0,
            };
        }
    }

    /// Fills a pane that has grown: no room stays empty below the article's end while there is text above.
    pub fn settle(&mut self, article: &Article) {
        if self.top > Top::default() {
            self.top = self.top.min(self.last_top(article));
        }
    }

    /// Row of the pane, from 0, on which a row of the article stands; none when out of sight.
    pub fn screen_row(&self, article: &Article, row: Top) -> Option<u16> {
        let at = self
            .lines(article)
            .iter()
            .position(|line| line.paragraph == row.paragraph && line.row == Some(row.row))?;
        u16::try_from(at).ok()
    }

    /// The topmost row from which the article's end can be seen.
    fn last_top(&self, article: &Article) -> Top {
        let paragraph = article.len().saturating_sub(1);
        let row = self.rows(article, paragraph).len().saturating_sub(1);
        let height = isize::from(self.layout.text.height as i16);
        self.moved(article, Top { paragraph, row }, -(height - 1).max(0))
    }

    fn moved(&self, article: &Article, from: Top, rows: isize) -> Top {
        let mut at = from;
        for _ in 0..rows.unsigned_abs() {
            let next = if rows > 0 {
                self.below(article, at)
            } else {
                self.above(article, at)
            };
            match next {
                Some(next) => at = next,
                None => break,
            }
        }
        at
    }

    fn below(&self, article: &Article, at: Top) -> Option<Top> {
        if at.row < self.rows(article, at.paragraph).len() {
            return Some(Top {
                row: at.row + 1,
                ..at
            });
        }
        (at.paragraph + 1 < article.len()).then_some(Top {
            paragraph: at.paragraph + 1,
            row: 0,
        })
    }

    fn above(&self, article: &Article, at: Top) -> Option<Top> {
        if at.row > 0 {
            return Some(Top {
                row: at.row - 1,
                ..at
            });
        }
        let paragraph = at.paragraph.checked_sub(1)?;
        Some(Top {
            paragraph,
            row: self.rows(article, paragraph).len(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(width: u16, height: u16, article: &Article) -> Page {
        let mut page = Page::default();
        page.lay_out(article, Layout::new(width, height, article.len(), false));
        page
    }

    fn article() -> Article {
        Article::new(
            "a",
            (1..40)
                .map(|n| format!("Paragraph {n} has a few words, and then some more of them."))
                .collect::<Vec<_>>()
                .join("\n"),
        )
    }

    #[test]
    fn scrolling_stops_at_both_ends() {
        let article = article();
        let mut page = page(60, 20, &article);
        assert!(!page.scroll(&article, -1));
        assert!(page.scroll(&article, 10_000));
        let last = page.lines(&article).pop().unwrap();
        assert_eq!((last.paragraph, last.row.is_some()), (38, true));
        assert!(!page.scroll(&article, 1));
        assert!(page.scroll(&article, -10_000));
        assert_eq!(page.top, Top::default());
    }

    #[test]
    fn what_is_shown_can_be_seen() {
        let article = article();
        for height in 3..30 {
            let mut page = page(60, height, &article);
            for paragraph in [0, 5, 6, 38, 20, 19, 0] {
                page.show(&article, Top { paragraph, row: 0 }, true, 0);
                assert!(
                    page.screen_row(&article, Top { paragraph, row: 0 })
                        .is_some(),
                    "{height} {paragraph}"
                );
            }
        }
    }

    #[test]
    fn a_new_width_keeps_the_place() {
        let article = Article::new("a", "word ".repeat(2000));
        let mut page = page(60, 20, &article);
        page.scroll(&article, 50);
        let words = page.lines(&article).first().unwrap().span.start;
        page.lay_out(&article, Layout::new(120, 20, 1, false));
        let line = *page.lines(&article).first().unwrap();
        assert!(line.span.contains(words));
    }
}
