//! Tags: as chips beside notes, and with what the codebook says of them.

use crate::notes::Tag;
use crate::report::html::safe::{colour, line};
use crate::report::html::table::{Column, table};
use crate::report::{Reading, UsedTag, used_tags};
use maud::{Markup, html};
use std::collections::HashMap;

/// The tags that are used in a reading.
#[derive(Debug)]
pub(super) struct Tags<'a> {
    used: Vec<UsedTag<'a>>,
    places: HashMap<&'a str, usize>,
}

impl<'a> Tags<'a> {
    /// Of a reading.
    pub(super) fn of(reading: &Reading<'a>) -> Self {
        let used = used_tags(reading);
        let places = used.iter().enumerate().map(|(n, used)| (used.name, n + 1));
        Self {
            places: places.collect(),
            used,
        }
    }

    /// A tag beside a note; a link to what it means.
    pub(super) fn chip(&self, name: &str) -> Markup {
        let place = self.places.get(name).copied().unwrap_or_default();
        let used = self.used.get(place.wrapping_sub(1));
        let definition = used
            .and_then(|used| used.known?.definition.as_deref())
            .map(line);
        html! {
            a.tag href={ "#t" (place) } title=[definition] {
                (swatch(used.and_then(|used| used.known)))
                "#" bdi lang="" { (line(name)) }
            }
        }
    }

    /// The table of those that are used.
    pub(super) fn section(&self) -> Markup {
        html! {
            @if !self.used.is_empty() {
                (table(
                    "Tags and what they mean",
                    "The tags of this reading, and what the codebook says of them",
                    &[Column::Words("Tag"), Column::Numbers("Used"), Column::Words("What it is for")],
                    &html! { @for (n, used) in self.used.iter().enumerate() { (row(used, n + 1)) } },
                ))
            }
        }
    }
}

fn row(used: &UsedTag, number: usize) -> Markup {
    let parent = used.known.and_then(|tag| tag.parent.as_deref());
    html! {
        "\n" tr id={ "t" (number) } {
            th scope="row" { (swatch(used.known)) "#" bdi lang="" { (line(used.name)) } }
            td.n { (used.count) }
            td {
                @match used.known {
                    None => i { "not in the codebook" },
                    Some(tag) => bdi lang="" { (line(tag.definition.as_deref().unwrap_or_default())) },
                }
                @if let Some(parent) = parent { " " span.under { "under #" bdi lang="" { (line(parent)) } } }
            }
        }
    }
}

/// The codebook's colour of a tag.
fn swatch(tag: Option<&Tag>) -> Markup {
    let colour = tag.and_then(|tag| colour(tag.colour.as_deref()?));
    html! {
        @if let Some(colour) = colour {
            svg.swatch viewBox="0 0 8 8" aria-hidden="true" focusable="false" { circle cx="4" cy="4" r="4" fill=(colour) {} }
        }
    }
}
