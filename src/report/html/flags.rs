//! Flags by category and by voice.

use crate::detect::{Category, Voice};
use crate::report::html::safe::line;
use crate::report::html::sheet::Sheet;
use crate::report::html::table::{Column, bar, numbers, table};
use crate::report::sentences::flags_sentence;
use crate::report::{Crossed, Flag, Side, by_voice, crossed, flags as all_flags};
use maud::{Markup, html};

/// The section; nothing where nothing is flagged.
pub(super) fn flags(sheet: &Sheet) -> Markup {
    let flags = all_flags(sheet.reading);
    let own = flags.iter().filter(|flag| is_own(flag)).count();
    html! {
        @if !flags.is_empty() {
            p { (flags_sentence(flags.len(), own)) }
            (categories(&flags))
            (voices(&flags))
        }
    }
}

fn categories(flags: &[Flag]) -> Markup {
    let bars = crossed(flags);
    let most = bars.iter().map(Crossed::flags).max().unwrap_or(1);
    let of = |bar: &Crossed, side| {
        let part = bar.parts.iter().find(|part| part.side == side);
        part.map_or(0, |part| part.flags)
    };
    let mut sides = Side::ALL.to_vec();
    sides.retain(|side| bars.iter().any(|bar| of(bar, *side) > 0));
    let rows = html! {
        @for one in &bars {
            @let own = of(one, Side::Own);
            "\n" tr {
                th scope="row" { bdi lang="" { (line(one.category)) } }
                (bar(own, one.flags() - own, most))
                (numbers(&[one.flags()]))
                @for side in &sides { (numbers(&[of(one, *side)])) }
                td { (Category::parse(one.category).map_or("", Category::definition)) }
            }
        }
    };
    let mut head = vec![
        Column::Words("Category"),
        Column::Bars,
        Column::Numbers("Flags"),
    ];
    head.extend(sides.iter().map(|side| Column::Numbers(side.words())));
    head.push(Column::Words("What it means"));
    table(
        "Flags by category",
        "Flags by category and voice: filled in the article’s own voice, outlined in the words of others",
        &head,
        &rows,
    )
}

fn voices(flags: &[Flag]) -> Markup {
    let voices = by_voice(flags);
    let most = voices.iter().map(|(_, n)| *n).max().unwrap_or(1);
    let name = |voice: Option<&Voice>| match voice {
        Some(voice) => line(&voice.words()),
        None => "no place in this text".to_owned(),
    };
    let rows = html! {
        @for (voice, n) in voices {
            @let own = if voice == Some(&Voice::Own) { n } else { 0 };
            "\n" tr {
                th scope="row" { bdi { (name(voice)) } }
                (bar(own, n - own, most))
                (numbers(&[n]))
            }
        }
    };
    table(
        "Flags by voice",
        "Flags by voice: whose words they stand in",
        &[
            Column::Words("Whose words"),
            Column::Bars,
            Column::Numbers("Flags"),
        ],
        &rows,
    )
}

fn is_own(flag: &Flag) -> bool {
    flag.voice == Some(Voice::Own)
}
