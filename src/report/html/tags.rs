//! Tags: as chips beside notes, and with what the codebook says of them.

use crate::notes::Tag;
use crate::report::Reading;
use crate::report::html::safe::{colour, line};
use crate::report::html::table::{Column, table};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// The tags that are used in a reading, in the order of the codebook; those that are not in it last, by name.
#[derive(Debug)]
pub(super) struct Tags<'a> {
    used: Vec<Used<'a>>,
    places: BTreeMap<&'a str, usize>,
}

#[derive(Debug)]
struct Used<'a> {
    name: &'a str,
    count: usize,
    known: Option<&'a Tag>,
}

impl<'a> Tags<'a> {
    /// Of a reading.
    pub(super) fn of(reading: &Reading<'a>) -> Self {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, annotation, _) in reading.annotations() {
            for tag in &annotation.tags {
                *counts.entry(tag).or_default() += 1;
            }
        }
        let order: BTreeMap<&str, (usize, &Tag)> = {
            let tags = reading.codebook.tags.iter().enumerate().rev();
            tags.map(|(n, tag)| (tag.name.as_str(), (n, tag))).collect()
        };
        let mut used: Vec<Used> = counts
            .into_iter()
            .map(|(name, count)| Used {
                name,
                count,
                known: order.get(name).map(|(_, tag)| *tag),
            })
            .collect();
        used.sort_by_key(|used| order.get(used.name).map_or(usize::MAX, |(n, _)| *n));
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
                "\n" section aria-labelledby="tags" {
                    h2 id="tags" { "Tags" }
                    (table(
                        "Tags and what they mean",
                        "The tags of this reading, and what the codebook says of them",
                        &[Column::Words("Tag"), Column::Numbers("Used"), Column::Words("What it is for")],
                        &html! { @for (n, used) in self.used.iter().enumerate() { (used.row(n + 1)) } },
                    ))
                }
            }
        }
    }
}

impl Used<'_> {
    fn row(&self, number: usize) -> Markup {
        let parent = self.known.and_then(|tag| tag.parent.as_deref());
        html! {
            "\n" tr id={ "t" (number) } {
                th scope="row" { (swatch(self.known)) "#" bdi lang="" { (line(self.name)) } }
                td.n { (self.count) }
                td {
                    @match self.known {
                        None => i { "not in the codebook" },
                        Some(tag) => bdi lang="" { (line(tag.definition.as_deref().unwrap_or_default())) },
                    }
                    @if let Some(parent) = parent { " " span.under { "under #" bdi lang="" { (line(parent)) } } }
                }
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
