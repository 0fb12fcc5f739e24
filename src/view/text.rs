//! The article's pane.

use crate::app::{Line, Mode, State};
use crate::text::{Span, columns, graphemes, visible};
use crate::view::marks::Marks;
use crate::view::put::{put, put_in};
use crate::view::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};

/// What is said in place of an article without paragraphs.
pub const EMPTY: &str = "This article is empty.";

pub(super) fn draw(state: &State, theme: &Theme, buffer: &mut Buffer) {
    let lines = state.page.lines(&state.desk.article);
    let marks = Marks::new(state, theme, &lines);
    for (y, line) in lines.iter().enumerate() {
        let y = state.page.layout.text.y + y as u16;
        let current = line.paragraph == state.paragraph();
        gutter(state, theme, line, y, current, buffer);
        row(state, &marks, line.span, y, buffer);
    }
    if state.desk.article.is_empty() && !state.desk.is_beginning() {
        let area = state.page.layout.text;
        put_in(buffer, area.x, area.y, EMPTY, theme.dim, area.width);
    }
    labels(state, theme, &lines, buffer);
}

/// Lines on paper, each on its row: nobody is at any of them.
pub(super) fn printed(state: &State, theme: &Theme, lines: &[(u16, Line)], buffer: &mut Buffer) {
    let marked: Vec<Line> = lines.iter().map(|(_, line)| *line).collect();
    let marks = Marks::new(state, theme, &marked);
    for (y, line) in lines {
        gutter(state, theme, line, *y, false, buffer);
        row(state, &marks, line.span, *y, buffer);
    }
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

fn gutter(state: &State, theme: &Theme, line: &Line, y: u16, current: bool, buffer: &mut Buffer) {
    let area = state.page.layout.gutter;
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
    if state.is_reviewed(line.paragraph) {
        put(
            buffer,
            area.x + area.width - 2,
            y,
            theme.glyphs.reviewed,
            theme.dim,
        );
    }
}

fn row(state: &State, marks: &Marks, span: Span, y: u16, buffer: &mut Buffer) {
    let area = state.page.layout.text;
    let here = marks.on(span);
    let end = area.x + area.width;
    let mut x = area.x;
    for run in here.runs(span) {
        let words = visible(run.of(&state.desk.article.text));
        x = put_in(
            buffer,
            x,
            y,
            &words,
            here.style(run.start),
            end.saturating_sub(x),
        );
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
