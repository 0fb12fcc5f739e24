//! Figures as the cells of a Markdown table.

/// A table: the first column is words, the others are figures.
pub(super) fn markdown<'r>(head: &[&str], rows: impl Iterator<Item = &'r [String]>) -> String {
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
    };
    let mut text = line(&mut head.iter().copied());
    text += &line(
        &mut head
            .iter()
            .enumerate()
            .map(|(at, _)| if at == 0 { ":---" } else { "---:" }),
    );
    for cells in rows {
        text += &line(&mut cells.iter().map(String::as_str));
    }
    text
}

/// A share from 0 to 1 in per cent; a dash where there is nothing to take a share of.
pub(super) fn percent(share: f64) -> String {
    if share.is_nan() {
        return "–".to_owned();
    }
    format!("{:.1}", 100.0 * share)
}

/// An interval in per cent.
pub(super) fn range((low, high): (f64, f64)) -> String {
    if low.is_nan() {
        return "–".to_owned();
    }
    format!("{}–{}", percent(low), percent(high))
}
