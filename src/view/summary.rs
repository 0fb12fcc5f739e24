//! The summary: charts of the reading, a bar a row.

use crate::app::{Area, Bar, Chart, Fill, Row, State, Summary};
use crate::report::{Layer, Side};
use crate::text::{columns, visible_line};
use crate::view::put::{put, put_in};
use crate::view::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};

/// Columns before the names: the marker and a blank.
const MARKER: u16 = 2;
/// Narrowest screen on which a bar says in words what it is made of.
const WORDS: u16 = 72;

/// Columns of the number behind a line of the strip, with a blank either side.
const NUMBER: u16 = 6;

/// Where the columns of the bars stand: the same in all charts, so that the eye goes down straight.
struct Columns {
    /// Columns of the names.
    names: u16,
    /// Columns of the bars.
    bars: u16,
    /// Columns of the numbers.
    numbers: u16,
    /// Whether the numbers are said in words.
    words: bool,
}

impl Columns {
    fn new(summary: &Summary, area: Area) -> Self {
        let words = area.width >= WORDS;
        let widest = |width: fn(&Bar) -> usize| {
            summary.bars.iter().map(width).max().unwrap_or_default() as u16
        };
        let names = widest(|bar| columns(&visible_line(&bar.subject.name)));
        let names = names.min(area.width * 3 / 10);
        let numbers = if words {
            widest(|bar| columns(&bar.words)).min(area.width * 4 / 10)
        } else {
            widest(|bar| columns(&bar.number))
        };
        let taken = MARKER + names + numbers + 3;
        Self {
            names,
            bars: area.width.saturating_sub(taken),
            numbers,
            words,
        }
    }

    /// Columns of the strip: all there are, but for its numbers.
    fn strip(&self, area: Area) -> u16 {
        let taken = self.bars_from(area) - area.x + NUMBER;
        area.width.saturating_sub(taken)
    }

    fn bars_from(&self, area: Area) -> u16 {
        area.x + MARKER + self.names + 1
    }
}

/// Draws the summary in place of the panes.
pub(super) fn draw(state: &State, summary: &Summary, theme: &Theme, buffer: &mut Buffer) {
    let layout = &state.page.layout;
    let area = layout.body();
    let across = theme.glyphs.across.repeat(usize::from(area.width));
    for y in layout.rules.iter().flatten() {
        put(buffer, area.x, *y, &across, theme.dim);
    }
    let columns = Columns::new(summary, area);
    let shown = summary.rows.iter().skip(summary.top);
    for (line, row) in shown.take(usize::from(area.height)).enumerate() {
        let row_area = Area {
            y: area.y + line as u16,
            height: 1,
            ..area
        };
        match row {
            Row::Title(chart) => title(summary, *chart, theme, row_area, buffer),
            Row::Bar(at) => bar(summary, *at, &columns, theme, row_area, buffer),
            Row::Axis => axis(summary, &columns, theme, row_area, buffer),
            Row::Words(words) => {
                let room = row_area.width.saturating_sub(MARKER);
                let text = crate::app::cut(words, usize::from(room));
                put_in(buffer, area.x + MARKER, row_area.y, &text, theme.dim, room);
            }
            Row::Blank => {}
        }
    }
    more(state, summary, theme, buffer);
}

/// On the lower rule: how much more there is.
fn more(state: &State, summary: &Summary, theme: &Theme, buffer: &mut Buffer) {
    let area = state.page.layout.body();
    let below = summary
        .rows
        .len()
        .saturating_sub(summary.top + usize::from(area.height));
    if let [_, Some(y)] = state.page.layout.rules
        && below > 0
    {
        let text = format!(
            " {below} more {} below ",
            if below == 1 { "row" } else { "rows" }
        );
        let x = (area.x + area.width).saturating_sub(text.len() as u16 + 1);
        put(buffer, x, y, &text, theme.dim);
    }
}

/// The heading, with the legend of what there is in the chart.
fn title(summary: &Summary, chart: Chart, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let bold = Style::new().add_modifier(Modifier::BOLD);
    let text = crate::app::cut(chart.title(), usize::from(area.width));
    let mut x = put_in(buffer, area.x, area.y, &text, bold, area.width) + 2;
    let end = area.x + area.width;
    for fill in chart.fills() {
        let is_there = |bar: &Bar| bar.parts.iter().any(|(part, _)| part == fill);
        let width = columns(fill.words()) as u16 + 3;
        if !summary.of_chart(chart).any(is_there) || x + width > end {
            continue;
        }
        let (sign, style) = look(*fill, theme);
        x = put(buffer, x, area.y, &sign.repeat(2), style) + 1;
        x = put(buffer, x, area.y, fill.words(), theme.dim) + 2;
    }
}

fn bar(
    summary: &Summary,
    at: usize,
    columns: &Columns,
    theme: &Theme,
    area: Area,
    buffer: &mut Buffer,
) {
    let Some(bar) = summary.bars.get(at) else {
        return;
    };
    let is_here = at == summary.at;
    let style = if is_here {
        put_in(
            buffer,
            area.x,
            area.y,
            theme.glyphs.marker,
            theme.marker,
            area.width,
        );
        theme.focus_long
    } else {
        Style::new()
    };
    let name = visible_line(&bar.subject.name);
    let name = crate::app::cut(&name, usize::from(columns.names));
    let names = format!("{name:<width$}", width = name.chars().count());
    put_in(
        buffer,
        area.x + MARKER,
        area.y,
        &names,
        style,
        columns.names,
    );
    let x = columns.bars_from(area);
    let end = if let Chart::Strip = bar.subject.chart {
        strip(
            summary,
            bar,
            (x, area.y),
            columns.strip(area),
            theme,
            buffer,
        )
    } else {
        stacked(summary, bar, (x, area.y), columns.bars, theme, buffer)
    };
    let text = if columns.words {
        &bar.words
    } else {
        &bar.number
    };
    let text = crate::app::cut(text, usize::from(columns.numbers));
    let room = (area.x + area.width).saturating_sub(end + 1);
    put_in(buffer, end + 1, area.y, &text, style, room);
}

/// The parts of a bar one behind the other; returns the column behind.
fn stacked(
    summary: &Summary,
    bar: &Bar,
    (mut x, y): (u16, u16),
    width: u16,
    theme: &Theme,
    buffer: &mut Buffer,
) -> u16 {
    let most = summary.of_chart(bar.subject.chart).map(Bar::total).max();
    for (fill, cells) in bar.cells(usize::from(width), most.unwrap_or_default()) {
        let (sign, style) = look(fill, theme);
        x = put_in(buffer, x, y, &sign.repeat(cells), style, cells as u16);
    }
    x
}

/// A line of the strip: how many things stand in each stretch of the article.
fn strip(
    summary: &Summary,
    bar: &Bar,
    (x, y): (u16, u16),
    width: u16,
    theme: &Theme,
    buffer: &mut Buffer,
) -> u16 {
    let Some((fill @ Fill::Strip(layer), _)) = bar.parts.first() else {
        let empty = if theme.glyphs.ascii { "." } else { "·" };
        let line = empty.repeat(usize::from(width));
        return put_in(buffer, x, y, &line, theme.dim, width);
    };
    let (_, style) = look(*fill, theme);
    let signs: [&str; 4] = if theme.glyphs.ascii {
        [".", "1", "2", "+"]
    } else {
        ["·", "▄", "▆", "█"]
    };
    let counts = summary.strip.counts(*layer, usize::from(width));
    for (at, count) in counts.into_iter().enumerate() {
        let sign = signs.get(count.min(3)).unwrap_or(&"");
        let style = if count == 0 { theme.dim } else { style };
        put_in(buffer, x + at as u16, y, sign, style, 1);
    }
    x + width
}

/// The paragraphs under the strip, by number, as many as have room.
fn axis(summary: &Summary, columns: &Columns, theme: &Theme, area: Area, buffer: &mut Buffer) {
    let from = columns.bars_from(area);
    let width = columns.strip(area);
    let mut free = from;
    for (number, share) in summary.strip.paragraphs.iter().enumerate() {
        let x = from + (share * f64::from(width)) as u16;
        let text = format!("¶{}", number + 1);
        let wide = text.chars().count() as u16;
        if x >= free && x + wide <= from + width {
            free = put(buffer, x, area.y, &text, theme.dim) + 1;
        }
    }
}

/// The sign and the colour of a part: no two parts of a chart share a sign.
fn look(fill: Fill, theme: &Theme) -> (&'static str, Style) {
    use crate::app::{Kind, Tone};
    let ascii = theme.glyphs.ascii;
    let sign = |sign: &'static str, plain: &'static str| if ascii { plain } else { sign };
    let colour = |kind: Kind| {
        theme
            .tone(Tone::Glyph(kind))
            .remove_modifier(Modifier::BOLD)
    };
    match fill {
        Fill::Side(Side::Own) | Fill::Loaded | Fill::Strip(Layer::Flag) => {
            (sign("█", "#"), colour(Kind::Flag))
        }
        Fill::Quoted | Fill::Kept | Fill::Strip(Layer::Quotation) => {
            (sign("█", "#"), colour(Kind::Quotation))
        }
        Fill::Placed | Fill::Strip(Layer::Annotation) => (sign("█", "#"), colour(Kind::Note)),
        Fill::Side(Side::Named) | Fill::Quotations | Fill::Reported => {
            (sign("▒", "="), colour(Kind::Quotation))
        }
        Fill::Side(Side::Unnamed) => (sign("▞", "%"), colour(Kind::Candidate)),
        Fill::Side(Side::Unclear) => (sign("░", ":"), colour(Kind::Note)),
        Fill::NotKept => (sign("░", ":"), colour(Kind::Flag)),
        Fill::Side(Side::Nowhere) | Fill::Lost => (sign("╌", "-"), theme.dim),
    }
}
