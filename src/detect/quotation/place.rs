//! Names of places, bodies and things: nobody says he for them.

use crate::detect::quotation::token::Token;

/// Words that end the names of places, bodies and things, and of hardly anybody.
const NO_SURNAMES: &[&str] = &[
    "academy",
    "accord",
    "act",
    "affairs",
    "airlines",
    "airport",
    "alliance",
    "assembly",
    "avenue",
    "awards",
    "boulevard",
    "brigade",
    "canal",
    "chamber",
    "championship",
    "city",
    "coalition",
    "coast",
    "college",
    "constitution",
    "corridor",
    "county",
    "crisis",
    "cup",
    "defence",
    "defense",
    "desert",
    "district",
    "education",
    "empire",
    "energy",
    "exchange",
    "festival",
    "forces",
    "front",
    "games",
    "gulf",
    "health",
    "highway",
    "hospital",
    "hotel",
    "industries",
    "initiative",
    "interior",
    "island",
    "islands",
    "kingdom",
    "league",
    "library",
    "market",
    "mountains",
    "movement",
    "museum",
    "nations",
    "navy",
    "ocean",
    "peninsula",
    "prison",
    "prize",
    "programme",
    "province",
    "region",
    "republic",
    "revolution",
    "rights",
    "river",
    "road",
    "school",
    "sea",
    "security",
    "square",
    "stadium",
    "state",
    "states",
    "strait",
    "street",
    "systems",
    "technologies",
    "territory",
    "theatre",
    "today",
    "tower",
    "town",
    "treasury",
    "treaty",
    "trophy",
    "united",
    "valley",
    "village",
    "war",
    "zone",
];

/// Words that begin the names of places, and of nobody.
const NO_GIVEN_NAMES: &[&str] = &[
    "central", "east", "eastern", "greater", "lower", "mount", "new", "north", "northern", "room",
    "section", "south", "southern", "united", "upper", "west", "western", "zone",
];

/// Whether a name is one of a place, a body or a thing.
pub(super) fn is_place(text: &str, name: &[Token]) -> bool {
    let ends = name.last().is_some_and(|last| {
        let word = last.span.of(text);
        is_one_of(NO_SURNAMES, word.strip_suffix("'s").unwrap_or(word))
    });
    let begins = name
        .first()
        .is_some_and(|first| is_one_of(NO_GIVEN_NAMES, first.span.of(text)));
    ends || begins && name.len() > 1
}

/// Whether a word ends such a name.
pub(super) fn ends_place(word: &str) -> bool {
    is_one_of(NO_SURNAMES, word)
}

fn is_one_of(list: &[&str], word: &str) -> bool {
    list.iter().any(|one| one.eq_ignore_ascii_case(word))
}
