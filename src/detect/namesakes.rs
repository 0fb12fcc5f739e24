//! Names by their last word, compared with each other only when somebody asks for one.

use crate::detect::Names;
use crate::detect::named::unowned;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The names of an article, in any order; answers as [`Names`] of all of them do.
///
/// Whoever has several names has them with the same last word, unless one is made of initials: so only those with the last word of the
/// name that is asked for are taken apart, and all of them where one of these may be initials.
#[derive(Debug, Clone, Default)]
pub(super) struct Namesakes {
    names: Vec<String>,
    /// By last word, in lower case.
    groups: HashMap<String, Group>,
    all: OnceLock<Names>,
}

/// Names with the same last word.
#[derive(Debug, Clone, Default)]
struct Group {
    /// Their places.
    places: Vec<usize>,
    /// Whether one of them may be initials.
    has_initials: bool,
    names: OnceLock<Names>,
}

impl Namesakes {
    /// Those that come first decide how a name is written.
    pub(super) fn new<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let mut namesakes = Self::default();
        for (place, name) in names.into_iter().enumerate() {
            let last = last_word(name);
            let group = namesakes.groups.entry(last.to_lowercase()).or_default();
            group.places.push(place);
            group.has_initials |= last.chars().count() > 1 && last.chars().all(char::is_uppercase);
            namesakes.names.push(name.to_owned());
        }
        namesakes
    }

    /// The fullest name of whoever `name` means; `name` itself where nothing fuller is known.
    pub(super) fn fullest<'n>(&'n self, name: &'n str) -> &'n str {
        let Some(group) = self.groups.get(&last_word(name).to_lowercase()) else {
            return name;
        };
        let names = |places: &[usize]| {
            let names = places.iter().filter_map(|place| self.names.get(*place));
            Names::new(names.map(String::as_str))
        };
        let names = if group.has_initials {
            let all = || Names::new(self.names.iter().map(String::as_str));
            self.all.get_or_init(all)
        } else {
            group.names.get_or_init(|| names(&group.places))
        };
        names.fullest(name)
    }
}

/// The last word of a name, up to a comma or bracket.
fn last_word(name: &str) -> &str {
    let head = name.split([',', '(']).next().unwrap_or(name);
    unowned(head.split_whitespace().next_back().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_same_as_all_names(
            names in prop::collection::vec("(the |Mr\\. |General )?((Ida|Bo|O\\.) )?(Lund|Berg|lund|OTS|Nato|of Old States|Old Town States)(’s|, a baker)?", 1..12),
        ) {
            let all = Names::new(names.iter().map(String::as_str));
            let namesakes = Namesakes::new(names.iter().map(String::as_str));
            for name in &names {
                prop_assert_eq!(namesakes.fullest(name), all.fullest(name));
            }
        }
    }
}
