//! The article's pane.

use crate::app::{Kind, Line, Mode, State};
use crate::text::{Span, columns, graphemes, visible};
use crate::view::theme::Theme;
use crate::view::{put, put_in, underline};
use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};

/// A passage longer than this many bytes is long.
const LONG: usize = 120;

/// A passage that looks different.
struct Mark {
    span: Span,
    style: Style,
}

pub(super) fn draw(state: &State, theme: &Theme, buffer: &mut Buffer) {
    let lines = state.page.lines(&state.desk.article);
    let marks = marks(state, theme, &lines);
    for (y, line) in lines.iter().enumerate() {
        let y = state.page.layout.text.y + y as u16;
        gutter(state, theme, line, y, buffer);
        row(state, &marks, line.span, y, buffer);
    }
    if state.desk.article.is_empty() {
        let area = state.page.layout.text;
        put_in(
            buffer,
            area.x,
            area.y,
            "This article is empty.",
            theme.dim,
            area.width,
        );
    }
    labels(state, theme, &lines, buffer);
}

/// Where the terminal's cursor stands: on the reader's word, for screen readers and for `v`.
pub(super) fn cursor(state: &State) -> Option<(u16, u16)> {
    if state.desk.article.is_empty() {
        return None;
    }
    let offset = match state.mode {
        Mode::Selecting(selection) if selection.moving > selection.fixed => {
            last_start(state, selection.span())
        }
        Mode::Selecting(selection) => selection.moving,
        _ => state.cursor,
    };
    let lines = state.page.lines(&state.desk.article);
    let found = lines.iter().position(|line| {
        line.row.is_some() && (line.span.contains(offset) || line.span.end == offset)
    })?;
    let line = lines.get(found)?;
    let before = columns(Span::new(line.span.start, offset).of(&state.desk.article.text));
    let text = state.page.layout.text;
    Some((
        text.x + (before as u16).min(text.width.saturating_sub(1)),
        text.y + found as u16,
    ))
}

fn last_start(state: &State, span: Span) -> usize {
    let words = span.of(&state.desk.article.text);
    graphemes(words)
        .next_back()
        .map_or(span.start, |(at, _)| span.start + at)
}

fn gutter(state: &State, theme: &Theme, line: &Line, y: u16, buffer: &mut Buffer) {
    let area = state.page.layout.gutter;
    let current = line.paragraph == state.paragraph();
    if area.width == 0 || line.row.is_none() {
        return;
    }
    if current {
        put(buffer, area.x, y, theme.glyphs.marker, theme.marker);
    }
    if line.row != Some(0) || area.width < 4 {
        return;
    }
    let digits = usize::from(area.width) - 3;
    let number = format!("{:>digits$}", line.paragraph + 1);
    put(
        buffer,
        area.x + 1,
        y,
        &number,
        if current { theme.marker } else { theme.dim },
    );
    let reviewed = state
        .desk
        .own()
        .is_some_and(|notebook| notebook.is_reviewed(&state.desk.article, line.paragraph));
    if reviewed {
        put(
            buffer,
            area.x + area.width - 2,
            y,
            theme.glyphs.reviewed,
            theme.dim,
        );
    }
}

fn row(state: &State, marks: &[Mark], span: Span, y: u16, buffer: &mut Buffer) {
    let area = state.page.layout.text;
    let here: Vec<&Mark> = marks
        .iter()
        .filter(|mark| mark.span.overlaps(span))
        .collect();
    let mut x = area.x;
    for (at, cluster) in graphemes(span.of(&state.desk.article.text)) {
        let offset = span.start + at;
        let style = here
            .iter()
            .filter(|mark| mark.span.contains(offset))
            .fold(Style::new(), |style, mark| upon(style, mark.style));
        let room = (area.x + area.width).saturating_sub(x);
        x = put_in(buffer, x, y, &visible(cluster), style, room);
    }
}

/// `top` laid upon `base`. Kinds of underline replace each other; together they would read as a third kind.
fn upon(base: Style, top: Style) -> Style {
    let lines = top.add_modifier.contains(Modifier::UNDERLINED);
    let base = if lines {
        Style {
            add_modifier: base.add_modifier - underline::DOTTED,
            ..base
        }
    } else {
        base
    };
    base.patch(top)
}

/// The passages in sight, in the order in which their styles lie upon one another.
fn marks(state: &State, theme: &Theme, lines: &[Line]) -> Vec<Mark> {
    let shown = lines
        .iter()
        .filter(|line| line.row.is_some())
        .map(|line| line.span);
    let Some(sight) = shown.reduce(Span::hull) else {
        return Vec::new();
    };
    let mut items: Vec<_> = state
        .desk
        .items
        .iter()
        .filter(|item| item.kind != Kind::Lost && item.span.overlaps(sight))
        .collect();
    items.sort_by_key(|item| (layer(item.kind), std::cmp::Reverse(item.span.len())));
    let whole = |span: Span| {
        span == state
            .desk
            .article
            .paragraph(state.desk.article.paragraph_at(span.start))
    };
    let mut marks: Vec<Mark> = items
        .iter()
        // A note on a whole paragraph is told by the margin; underlining all of it would only be noise.
        .filter(|item| item.kind != Kind::Note || !whole(item.span))
        .map(|item| Mark {
            span: item.span,
            style: theme.passage(item.kind),
        })
        .collect();
    if let Some(item) = state
        .focused_item()
        .filter(|item| item.kind != Kind::Lost && !whole(item.span))
    {
        marks.push(Mark {
            span: item.span,
            style: if item.span.len() > LONG {
                theme.focus_long
            } else {
                theme.focus
            },
        });
    }
    if let Some(search) = &state.search {
        marks.extend(
            search
                .hits
                .iter()
                .filter(|hit| hit.overlaps(sight))
                .map(|&span| Mark {
                    span,
                    style: if span.start == state.cursor {
                        theme.current_hit
                    } else {
                        theme.hit
                    },
                }),
        );
    }
    if let Mode::Selecting(selection) = state.mode {
        marks.push(Mark {
            span: selection.span(),
            style: theme.selection,
        });
    }
    marks
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

/// The letters on the words, while words are chosen by letters.
fn labels(state: &State, theme: &Theme, lines: &[Line], buffer: &mut Buffer) {
    let Mode::Labelling(labels) = &state.mode else {
        return;
    };
    let area = state.page.layout.text;
    for (word, label) in labels.open() {
        let Some(y) = lines.iter().position(|line| line.span.contains(word.start)) else {
            continue;
        };
        let Some(line) = lines.get(y) else {
            continue;
        };
        let before =
            columns(Span::new(line.span.start, word.start).of(&state.desk.article.text)) as u16;
        put_in(
            buffer,
            area.x + before,
            area.y + y as u16,
            label,
            theme.label,
            area.width.saturating_sub(before),
        );
    }
    if let Some(first) = labels.first {
        let shown = lines
            .iter()
            .position(|line| line.span.contains(first.start));
        if let Some((y, line)) = shown.and_then(|y| Some((y, lines.get(y)?))) {
            let before =
                columns(Span::new(line.span.start, first.start).of(&state.desk.article.text))
                    as u16;
            let wide = columns(first.of(&state.desk.article.text)) as u16;
            let x = area.x + before;
            let rect = ratatui::layout::Rect::new(
                x,
                area.y + y as u16,
                wide.min((area.x + area.width).saturating_sub(x)),
                1,
            );
            buffer.set_style(
                rect.intersection(buffer.area),
                Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            );
        }
    }
}
