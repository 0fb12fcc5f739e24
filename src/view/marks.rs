//! Which passages look different, and how.

use crate::app::{Item, Kind, Line, Mode, State};
use crate::detect::{Category, Finding};
use crate::text::Span;
use crate::view::theme::Theme;
use crate::view::underline;
use ratatui::style::{Modifier, Style};
use std::cmp::Reverse;

/// A passage longer than this many bytes is long.
const LONG: usize = 60;

/// The passages that look different, in the order in which their styles lie upon one another.
#[derive(Debug, Default)]
pub(super) struct Marks(Vec<(Span, Style)>);

impl Marks {
    /// The marks on `lines`: items, then the focus, hits of the search, what credits the quotation that is
    /// being explained, the selection.
    pub(super) fn new(state: &State, theme: &Theme, lines: &[Line]) -> Self {
        let shown = lines
            .iter()
            .filter(|line| line.row.is_some())
            .map(|line| line.span);
        let Some(sight) = shown.reduce(Span::hull) else {
            return Self::default();
        };
        let mut marks = passages(state, theme, sight);
        marks.extend(focus(state, theme));
        marks.extend(hits(state, theme, sight));
        if let Mode::Explaining(_) = state.mode {
            marks.extend(credit(state).map(|span| (span, theme.hit)));
        }
        if let Mode::Selecting(selection) = state.mode {
            marks.push((selection.span(), theme.selection));
        }
        Self(marks)
    }

    /// Those that have text in common with `row`.
    pub(super) fn on(&self, row: Span) -> Self {
        Self(
            self.0
                .iter()
                .filter(|(span, _)| span.overlaps(row))
                .copied()
                .collect(),
        )
    }

    /// `row` in pieces each of which looks the same all over.
    pub(super) fn runs(&self, row: Span) -> Vec<Span> {
        let inside = |offset: &usize| row.contains(*offset) && *offset > row.start;
        let edges = self.0.iter().flat_map(|(span, _)| [span.start, span.end]);
        let mut edges: Vec<usize> = edges.filter(inside).chain([row.start, row.end]).collect();
        edges.sort_unstable();
        edges.dedup();
        edges
            .windows(2)
            .filter_map(|pair| Some(Span::new(*pair.first()?, *pair.last()?)))
            .collect()
    }

    /// How the character at byte `offset` looks.
    pub(super) fn style(&self, offset: usize) -> Style {
        self.0
            .iter()
            .filter(|(span, _)| span.contains(offset))
            .fold(Style::new(), |style, (_, mark)| upon(style, *mark))
    }
}

fn passages(state: &State, theme: &Theme, sight: Span) -> Vec<(Span, Style)> {
    let mut items: Vec<&Item> = state
        .desk
        .items
        .iter()
        .filter(|item| item.kind != Kind::Lost && item.span.overlaps(sight))
        // A note on a whole paragraph is told by the margin; underlining all of it would only be noise.
        .filter(|item| item.kind != Kind::Note || !is_paragraph(state, item.span))
        .collect();
    items.sort_by_key(|item| (layer(item.kind), Reverse(item.span.len())));
    items
        .iter()
        .map(|item| {
            let quiet = item.kind == Kind::Candidate && is_quiet(state, item);
            let style = if quiet {
                theme.hedge
            } else {
                theme.passage(item.kind)
            };
            (item.span, style)
        })
        .collect()
}

/// Whether it belongs to the quieter layer.
fn is_quiet(state: &State, item: &Item) -> bool {
    let finding = state.desk.finding(&item.source);
    finding
        .and_then(Finding::category)
        .is_some_and(Category::is_quiet)
}

fn focus(state: &State, theme: &Theme) -> Option<(Span, Style)> {
    let item = state.focused_item()?;
    let long = item.span.len() > LONG;
    let shown = item.kind != Kind::Lost && !is_paragraph(state, item.span);
    shown.then_some((item.span, if long { theme.focus_long } else { theme.focus }))
}

/// The words that credit the quotation here: speaker, cue, who passes it on.
fn credit(state: &State) -> impl Iterator<Item = Span> {
    let finding = state
        .focus
        .as_ref()
        .and_then(|source| state.desk.finding(source));
    let quotation = finding.and_then(Finding::quotation);
    let words = quotation.map(|quotation| [quotation.speaker, quotation.cue, quotation.relay]);
    words.into_iter().flatten().flatten()
}

fn hits(state: &State, theme: &Theme, sight: Span) -> Vec<(Span, Style)> {
    let Some(search) = &state.search else {
        return Vec::new();
    };
    let style = |hit: Span| {
        if hit.start == state.cursor {
            theme.current_hit
        } else {
            theme.hit
        }
    };
    search.on(sight).map(|hit| (hit, style(hit))).collect()
}

fn is_paragraph(state: &State, span: Span) -> bool {
    let article = &state.desk.article;
    span == article.paragraph(article.paragraph_at(span.start))
}

/// `top` laid upon `base`. Kinds of underline replace each other; together they would read as a third kind.
fn upon(base: Style, top: Style) -> Style {
    let mut base = base;
    if top.add_modifier.contains(Modifier::UNDERLINED) {
        base.add_modifier -= underline::DOTTED;
    }
    base.patch(top)
}

fn layer(kind: Kind) -> u8 {
    match kind {
        Kind::Quotation => 0,
        Kind::Rejected | Kind::Lost => 1,
        Kind::Note => 2,
        Kind::Candidate => 3,
        Kind::Flag => 4,
    }
}
