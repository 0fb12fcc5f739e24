//! How often the whole corpus flags, by category and by whose words they stand in.

use crate::cli::scan::tally::Tally;
use crate::report::Side;

/// The sides a finding can have; it always has a place.
const SIDES: [(Side, &str); 4] = [
    (Side::Own, "own"),
    (Side::Named, "named"),
    (Side::Unnamed, "unnamed"),
    (Side::Unclear, "unclear"),
];

/// Columns for a category.
const CATEGORY: usize = 20;

/// Columns for a rate: with the gaps all of it is 65 columns wide.
const RATE: usize = 7;

/// A table of flags per thousand words, a row for each category that was flagged, the commonest first. All rates
/// are per thousand words of all articles, whoever speaks them, so that rows and columns add up. Empty when nothing
/// was flagged.
pub(super) fn rates(total: &Tally) -> String {
    if total.flags() == 0 {
        return String::new();
    }
    let heads = SIDES.map(|(_, head)| head.to_owned());
    let mut table = format!("\n{}", row("flags per 1000 words", "all", &heads));
    for (category, count) in total.commonest() {
        let by_side = SIDES.map(|(side, _)| rate(total, total.flags_of(category, side)));
        table += &row(category.name(), &rate(total, count), &by_side);
    }
    let by_side = SIDES.map(|(side, _)| rate(total, total.flags_by(side)));
    table += &row("all", &rate(total, total.flags()), &by_side);
    table
}

fn rate(total: &Tally, count: usize) -> String {
    format!("{:.2}", total.rate(count))
}

fn row(name: &str, all: &str, by_side: &[String]) -> String {
    let by_side = by_side.iter().map(|rate| format!("  {rate:>RATE$}"));
    let by_side: String = by_side.collect();
    format!("{name:<CATEGORY$}  {all:>RATE$}{by_side}\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::Category;

    #[test]
    fn rows_and_columns_add_up() {
        let mut total = Tally::default();
        total.words = 400;
        assert_eq!(rates(&total), "");
        for (category, side, times) in [
            (Category::Fear, Side::Own, 2),
            (Category::Fear, Side::Unclear, 1),
            (Category::Praise, Side::Named, 1),
            (Category::NameCalling, Side::Unnamed, 4),
        ] {
            for _ in 0..times {
                total.flag(category, side);
            }
        }
        insta::assert_snapshot!(rates(&total).trim(), @"
        flags per 1000 words      all      own    named  unnamed  unclear
        name-calling            10.00     0.00     0.00    10.00     0.00
        fear                     7.50     5.00     0.00     0.00     2.50
        praise                   2.50     0.00     2.50     0.00     0.00
        all                     20.00     5.00     2.50    10.00     2.50
        ");
    }
}
