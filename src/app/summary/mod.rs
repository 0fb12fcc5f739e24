//! The summary: charts of the reading, row by row, with the bar the reader is at.

mod bar;
mod count;

pub use bar::{Bar, Chart, Fill, Subject};

use crate::app::desk::Desk;
use crate::app::reading::written_up;
use crate::report::{Reading, Strip, counted, flags, percent, shares};

/// The summary as it stands on the screen.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Summary {
    /// Every row from the top; the screen shows some of them.
    pub rows: Vec<Row>,
    /// Every bar, in the order of the rows.
    pub bars: Vec<Bar>,
    /// Where things stand in the article.
    pub strip: Strip,
    /// Index of the bar the reader is at.
    pub at: usize,
    /// Index of the row at the top of the screen.
    pub top: usize,
    /// What the desk was like when it was counted.
    revision: usize,
}

/// A row of the summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// The heading of a chart.
    Title(Chart),
    /// A bar, by index.
    Bar(usize),
    /// The paragraphs under the strip.
    Axis,
    /// What no bar says.
    Words(String),
    /// Nothing.
    Blank,
}

impl Summary {
    /// Of what lies on a desk.
    pub fn new(desk: &Desk) -> Self {
        Self {
            revision: desk.revision,
            ..written_up(desk, "", Self::of)
        }
    }

    /// Whether nothing has changed on the desk since it was counted.
    pub(super) fn is_of(&self, desk: &Desk) -> bool {
        self.revision == desk.revision
    }

    fn of(reading: &Reading) -> Self {
        let flags = flags(reading);
        let shares = shares(reading, &flags);
        let strip = Strip::new(reading, &flags);
        let mut summary = Self::default();
        let mut own = Vec::new();
        if flags.is_empty() {
            own.push("no flags yet: f flags words, + accepts a finding".to_owned());
        }
        if !reading.article.is_empty() {
            summary.push(Chart::Strip, count::strip(&strip), own);
        }
        summary.push(Chart::Categories, count::categories(&flags), Vec::new());
        summary.push(Chart::Voices, count::voices(&flags), Vec::new());
        let own = format!(
            "besides: {} of {} ({}), the reporter’s own",
            shares.own,
            counted(shares.words, "word"),
            percent(shares.own, shares.words)
        );
        summary.push(Chart::Speakers, count::speakers(&shares), vec![own]);
        summary.push(Chart::Answers, count::answers(reading), Vec::new());
        summary.push(Chart::Rules, count::rules(reading), Vec::new());
        summary.push(Chart::Readers, count::readers(reading), Vec::new());
        summary.strip = strip;
        summary
    }

    /// Adds a chart, and what is said under it; nothing when it has no bars.
    fn push(&mut self, chart: Chart, bars: Vec<Bar>, words: Vec<String>) {
        if bars.is_empty() {
            return;
        }
        if !self.rows.is_empty() {
            self.rows.push(Row::Blank);
        }
        self.rows.push(Row::Title(chart));
        let first = self.bars.len();
        self.rows.extend((first..first + bars.len()).map(Row::Bar));
        self.bars.extend(bars);
        self.rows
            .extend((chart == Chart::Strip).then_some(Row::Axis));
        self.rows.extend(words.into_iter().map(Row::Words));
    }

    /// The bar the reader is at.
    pub fn bar(&self) -> Option<&Bar> {
        self.bars.get(self.at)
    }

    /// The bar about `subject`.
    pub fn bar_about(&self, subject: &Subject) -> Option<&Bar> {
        self.bars.get(self.place_of(subject)?)
    }

    fn place_of(&self, subject: &Subject) -> Option<usize> {
        self.bars.iter().position(|bar| bar.subject == *subject)
    }

    /// The bars of a chart.
    pub fn of_chart(&self, chart: Chart) -> impl Iterator<Item = &Bar> {
        let bars = self.bars.iter();
        bars.filter(move |bar| bar.subject.chart == chart)
    }

    /// To the bar about `subject`, if there is one.
    pub(super) fn select(&mut self, subject: &Subject) {
        self.at = self.place_of(subject).unwrap_or(self.at);
    }

    /// Index of the first bar of the next or previous chart; of this one when there is none further back.
    pub(super) fn chart_from(&self, forward: bool) -> usize {
        let Some(here) = self.bar().map(|bar| bar.subject.chart) else {
            return 0;
        };
        let first = |chart| {
            let place = self.bars.iter().position(|bar| bar.subject.chart == chart);
            place.unwrap_or(self.at)
        };
        if forward {
            let rest = self.bars.iter().skip(self.at);
            let next = rest
                .map(|bar| bar.subject.chart)
                .find(|chart| *chart != here);
            return next.map_or(self.at, first);
        }
        let start = first(here);
        if start < self.at {
            return start;
        }
        let before = start.checked_sub(1).and_then(|at| self.bars.get(at));
        before.map_or(start, |bar| first(bar.subject.chart))
    }

    /// Scrolls as far as needed so that the bar's chart is seen in `height` rows; of one that is too long for that, the bar: the
    /// first one with its heading, the last one with what stands under it.
    pub(super) fn settle(&mut self, height: usize) {
        self.at = self.at.min(self.bars.len().saturating_sub(1));
        let is_here = |row: &Row| *row == Row::Bar(self.at);
        let Some(row) = self.rows.iter().position(is_here) else {
            return;
        };
        let whole = self.around(row, |row| *row != Row::Blank);
        let (first, behind) = if whole.1 - whole.0 <= height {
            whole
        } else if height > 1 {
            let (first, behind) = self.around(row, |row| !matches!(row, Row::Blank | Row::Bar(_)));
            (first, behind.min(first + height).max(row + 1))
        } else {
            (row, row + 1)
        };
        self.top = self.top.max(behind.saturating_sub(height)).min(first);
        self.top = self.top.min(self.rows.len().saturating_sub(height));
    }

    /// The stretch of rows around `row` that `belong` to it: the first one, and the one behind the last.
    fn around(&self, row: usize, belong: fn(&Row) -> bool) -> (usize, usize) {
        let before = self.rows.iter().take(row).rev();
        let before = before.take_while(|row| belong(row)).count();
        let after = self.rows.iter().skip(row + 1);
        let after = after.take_while(|row| belong(row)).count();
        (row - before, row + after + 1)
    }
}
