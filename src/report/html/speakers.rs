//! Who is quoted, how much, and what is left for the article's own voice.

use crate::report::html::safe::line;
use crate::report::html::sheet::Sheet;
use crate::report::html::table::{Column, bar, numbers, table};
use crate::report::prose::percent;
use crate::report::sentences::corrections;
use crate::report::{Shares, Speaker, flags, shares};
use maud::{Markup, html};

const EXPLAINED: &str = "Direct, mixed and indirect count quotations: in quotation marks, in part, in other words. Words quoted \
    stand in quotation marks; other words are the article’s account of what somebody said. Several names of one person count as one.";

/// The section; nothing where nobody is quoted.
pub(super) fn speakers(sheet: &Sheet) -> Markup {
    let shares = shares(sheet.reading, &flags(sheet.reading));
    let rows = html! {
        @for speaker in &shares.speakers { (row(speaker, &shares)) }
        (own(&shares))
    };
    html! {
        @if !shares.speakers.is_empty() {
            (table(
                "Share of words by speaker",
                "Share of the article’s words by speaker: filled in quotation marks, outlined in other words",
                &[
                    Column::Words("Speaker"),
                    Column::Bars,
                    Column::Numbers("Share"),
                    Column::Numbers("Words quoted"),
                    Column::Numbers("Other words"),
                    Column::Numbers("Direct"),
                    Column::Numbers("Mixed"),
                    Column::Numbers("Indirect"),
                    Column::Numbers("Flags"),
                ],
                &rows,
            ))
            p.small { (EXPLAINED) (corrections(sheet.reading)) }
        }
    }
}

fn row(speaker: &Speaker, shares: &Shares) -> Markup {
    let kinds = [speaker.direct, speaker.mixed, speaker.indirect];
    html! {
        "\n" tr {
            th scope="row" {
                @match &speaker.name {
                    Some(name) => bdi lang="" { (line(name)) },
                    None => i { "speaker unclear" },
                }
            }
            (bar(speaker.words, speaker.reported, most(shares)))
            td.n { (percent(speaker.all(), shares.words)) }
            (numbers(&[speaker.words, speaker.reported]))
            (numbers(&kinds))
            (numbers(&[speaker.flags]))
        }
    }
}

fn own(shares: &Shares) -> Markup {
    html! {
        "\n" tr {
            th scope="row" { i { "the article’s own voice" } }
            (bar(0, shares.own, most(shares)))
            td.n { (percent(shares.own, shares.words)) }
            td.n {} td.n { (shares.own) } td.n {} td.n {} td.n {} td.n { (shares.own_flags) }
        }
    }
}

/// The most words that anybody has.
fn most(shares: &Shares) -> usize {
    let speakers = shares.speakers.iter().map(Speaker::all);
    speakers.chain([shares.own]).max().unwrap_or(1)
}
