//! The lists, as linguists write them.

use crate::detect::Category;

/// The lists, one per category. The build script and the program see the same files: an entry is known by its place in one.
pub(super) const LISTS: [(Category, &str); 14] = [
    (
        Category::NameCalling,
        include_str!("lists/name-calling.txt"),
    ),
    (
        Category::Dehumanising,
        include_str!("lists/dehumanising.txt"),
    ),
    (Category::Fear, include_str!("lists/fear.txt")),
    (Category::Emotive, include_str!("lists/emotive.txt")),
    (
        Category::Exaggeration,
        include_str!("lists/exaggeration.txt"),
    ),
    (Category::Minimising, include_str!("lists/minimising.txt")),
    (Category::Praise, include_str!("lists/praise.txt")),
    (Category::Certainty, include_str!("lists/certainty.txt")),
    (
        Category::Unattributed,
        include_str!("lists/unattributed.txt"),
    ),
    (Category::Speculation, include_str!("lists/speculation.txt")),
    (Category::Insinuation, include_str!("lists/insinuation.txt")),
    (Category::JudgingCue, include_str!("lists/judging-cue.txt")),
    (Category::Euphemism, include_str!("lists/euphemism.txt")),
    (Category::Distancing, include_str!("lists/distancing.txt")),
];
