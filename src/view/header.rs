//! The top row: what is read, where the reader is, counts.

use crate::app::{State, Totals};
use crate::text::{columns, visible_line};
use crate::view::put::{put, put_in};
use crate::view::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};

pub(super) fn draw(state: &State, theme: &Theme, buffer: &mut Buffer) {
    let area = state.page.layout.header;
    if area.is_empty() {
        return;
    }
    let room = usize::from(area.width).saturating_sub(2);
    let name = visible_line(&state.desk.article.name);
    let short = name.rsplit('/').next().unwrap_or_default().to_owned();
    let mut counts = counts(state);
    // What matters least gives way first: the reader's name, then the counts from the right.
    while counts.len() > 1 && columns(&counts.join("  ")) + 12 > room {
        counts.pop();
    }
    let counts = counts.join("  ");
    let left = room.saturating_sub(columns(&counts) + 2);
    let mut x = area.x + 1;
    if left > columns(&short) + 12 {
        x = put(buffer, x, area.y, "closeread  ", theme.dim);
    }
    let title = crate::app::cut(&short, left.saturating_sub(usize::from(x - area.x) - 1));
    put(
        buffer,
        x,
        area.y,
        &title,
        Style::new().add_modifier(Modifier::BOLD),
    );
    let start = area.x + area.width.saturating_sub(columns(&counts) as u16 + 1);
    put_in(buffer, start, area.y, &counts, theme.dim, area.width);
}

fn counts(state: &State) -> Vec<String> {
    let desk = &state.desk;
    if desk.is_beginning() {
        return vec!["reading …".to_owned()];
    }
    if desk.article.is_empty() {
        return vec!["nothing to read".to_owned()];
    }
    let totals = Totals::on(desk);
    let mut counts = vec![format!("¶{}/{}", state.paragraph() + 1, desk.article.len())];
    counts.extend(totals.words(desk.strictness()));
    if let Some(share) = desk.looking() {
        for count in counts.iter_mut().skip(1).filter(|_| share < 100) {
            if count.contains("quote") || count.contains("open") {
                *count = format!("≥ {count}");
            }
        }
        counts.insert(
            1,
            match share {
                100 => "looking".to_owned(),
                share => format!("looking {share} %"),
            },
        );
    }
    if totals.lost > 0 {
        counts.insert(1, format!("{} lost", totals.lost));
    }
    if state.unsaved {
        counts.insert(1, "NOT SAVED".to_owned());
    }
    if let Some(own) = desk.own() {
        counts.push(visible_line(&own.reader));
    }
    counts
}
