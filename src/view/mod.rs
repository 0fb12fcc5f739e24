//! A frame as a function of the state: one file per pane. Never changes the state, not even a scroll position.

mod footer;
mod header;
mod help;
mod margin;
mod marks;
mod message;
mod palette;
mod panel;
mod paper;
mod picker;
mod put;
mod reasons;
mod summary;
mod text;
mod theme;
mod writing;

pub use palette::{Depth, Ground};
pub use paper::{foot, head, printed};
pub use text::EMPTY;
pub use theme::{Glyphs, Theme};

use crate::app::{Area, Mode, State};
use crate::text::graphemes;
use crate::view::put::{put, put_in};
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Underline kinds that a ratatui style cannot name. They travel as the blink modifiers, which this program never
/// uses for blinking; `terminal` writes them as the terminal's own kinds of underline.
pub mod underline {
    use ratatui::style::Modifier;

    /// `~~~~`
    pub const CURLY: Modifier = Modifier::UNDERLINED.union(Modifier::SLOW_BLINK);
    /// `════`
    pub const DOUBLE: Modifier = Modifier::UNDERLINED.union(Modifier::RAPID_BLINK);
    /// `┈┈┈┈`
    pub const DOTTED: Modifier = Modifier::UNDERLINED
        .union(Modifier::SLOW_BLINK)
        .union(Modifier::RAPID_BLINK);
}

/// Draws the screen.
pub fn draw(state: &State, theme: &Theme, frame: &mut Frame) {
    if let Some(cursor) = paint(state, theme, frame.buffer_mut()) {
        frame.set_cursor_position(cursor);
    }
}

/// Draws the screen on blank cells, and says where the cursor stands: column and row, from 0. Nothing is drawn on a screen of
/// another size than the state's.
pub fn paint(state: &State, theme: &Theme, buffer: &mut Buffer) -> Option<(u16, u16)> {
    let area = buffer.area;
    let screen = state.page.layout.screen;
    if (area.width, area.height) != (screen.width, screen.height) {
        return None;
    }
    header::draw(state, theme, buffer);
    let mut cursor = None;
    if let Some(summary) = &state.summary {
        summary::draw(state, summary, theme, buffer);
    } else {
        chrome(state, theme, buffer);
        text::draw(state, theme, buffer);
        margin::draw(state, theme, buffer);
        cursor = text::cursor(state);
    }
    match &state.mode {
        Mode::Picking(picker) => cursor = picker::draw(state, picker, theme, buffer),
        Mode::Writing(writing) => cursor = writing::draw(state, writing, theme, buffer),
        Mode::Helping(scroll) => {
            help::draw(state, *scroll, theme, buffer);
            cursor = None;
        }
        Mode::Asking(ask) if ask.purpose_is_help() && ask.editor.is_empty() => {
            help::draw(state, ask.scroll, theme, buffer);
        }
        Mode::Explaining(scroll) => reasons::draw(state, *scroll, theme, buffer),
        _ => {}
    }
    if let Some(at) = footer::draw(state, theme, buffer) {
        cursor = Some(at);
    }
    if theme.glyphs.ascii {
        plain_signs(buffer);
    }
    cursor.filter(|(x, y)| *x < area.width && *y < area.height)
}

/// Signs of typography as ASCII, one for one, wherever they stand; letters stay as they are.
fn plain_signs(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if let Some(plain) = plain_sign(cell.symbol()) {
            cell.set_symbol(plain);
        }
    }
}

/// The same in a text.
pub fn plain_text(text: &str) -> String {
    let clusters = graphemes(text).map(|(_, cluster)| cluster);
    clusters
        .map(|cluster| plain_sign(cluster).unwrap_or(cluster))
        .collect()
}

fn plain_sign(sign: &str) -> Option<&'static str> {
    Some(match sign {
        "“" | "”" | "„" | "«" | "»" => "\"",
        "‘" | "’" | "‚" => "'",
        "—" | "–" | "·" => "-",
        "…" => "~",
        "¶" => "P",
        "×" => "x",
        "↑" => "^",
        "↓" => "v",
        "←" => "<",
        "→" => ">",
        _ => return None,
    })
}

/// The lines between header, panes and footer.
fn chrome(state: &State, theme: &Theme, buffer: &mut Buffer) {
    let layout = &state.page.layout;
    let bar = layout.header;
    let across = theme.glyphs.across.repeat(usize::from(bar.width));
    for y in layout.rules.iter().flatten() {
        put(buffer, bar.x, *y, &across, theme.dim);
    }
    let divider = layout.divider;
    if layout.stacked {
        put(
            buffer,
            divider.x,
            divider.y,
            &theme.glyphs.across.repeat(usize::from(divider.width)),
            theme.dim,
        );
    } else {
        for y in divider.y..divider.y + divider.height {
            put(buffer, divider.x, y, theme.glyphs.down, theme.dim);
        }
        if let [Some(top), Some(bottom)] = layout.rules {
            put(buffer, divider.x, top, theme.glyphs.tee_down, theme.dim);
            put(buffer, divider.x, bottom, theme.glyphs.tee_up, theme.dim);
        }
    }
}

fn rect(area: Area) -> Rect {
    Rect::new(area.x, area.y, area.width, area.height)
}
