//! Flags by category and by voice.

use crate::detect::{Category, Voice};
use crate::report::html::safe::line;
use crate::report::html::sheet::Sheet;
use crate::report::html::table::{Column, bar, numbers, table};
use crate::report::sentences::flags_sentence;
use crate::report::{Flag, by_category, by_voice, flags as all_flags};
use maud::{Markup, html};

/// The section; nothing where nothing is flagged.
pub(super) fn flags(sheet: &Sheet) -> Markup {
    let flags = all_flags(sheet.reading);
    let own = flags.iter().filter(|flag| is_own(flag)).count();
    html! {
        @if !flags.is_empty() {
            "\n" section aria-labelledby="flags" {
                h2 id="flags" { "Loaded language" }
                p { (flags_sentence(flags.len(), own)) }
                (categories(&flags))
                (voices(&flags))
            }
        }
    }
}

fn categories(flags: &[Flag]) -> Markup {
    let categories = by_category(flags);
    let most = categories.iter().map(|(_, n)| *n).max().unwrap_or(1);
    let own = |name: &str| {
        let own = flags.iter().filter(|flag| flag.category == name);
        own.filter(|flag| is_own(flag)).count()
    };
    let rows = html! {
        @for (name, n) in categories {
            "\n" tr {
                th scope="row" { bdi lang="" { (line(name)) } }
                (bar(own(name), n - own(name), most))
                (numbers(&[n, own(name)]))
                td { (Category::parse(name).map_or("", Category::definition)) }
            }
        }
    };
    table(
        "Flags by category",
        "Flags by category: filled in the article’s own voice, outlined in the words of others",
        &[
            Column::Words("Category"),
            Column::Bars,
            Column::Numbers("Flags"),
            Column::Numbers("Own voice"),
            Column::Words("What it means"),
        ],
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
