//! How the words of a hit are built: how many they are, and what the last one ends in.
//!
//! Whether words push is partly a matter of their build, whatever they mean: "scandalous" does more often than "scandal", and one
//! word more often than four.

/// What a last word can end in, and what that is called; the first that fits counts.
const SHAPES: &[(&str, &[&str])] = &[
    ("able", &["able", "ible", "ably", "ibly"]),
    ("ous", &["ous", "ously"]),
    ("ful", &["ful", "fully", "less", "lessly"]),
    ("ive", &["ive", "ively", "ate", "ately"]),
    ("ic", &["ic", "ical", "ically"]),
    ("ly", &["ly"]),
    ("ist", &["ism", "isms", "ist", "ists"]),
    ("ing", &["ing"]),
    ("ed", &["ed"]),
    (
        "ness",
        &[
            "ness", "nesses", "ity", "cy", "ance", "ances", "ence", "ences", "ment", "ments",
            "tion", "tions", "sion", "sions",
        ],
    ),
    (
        "er",
        &["er", "ers", "or", "ors", "ite", "ites", "ee", "ees"],
    ),
    ("est", &["est"]),
    ("al", &["al", "ary", "ant", "ent"]),
    ("y", &["y"]),
    ("s", &["s"]),
];

/// How many shapes there are: one behind those that an ending makes, for all other words.
pub(super) const COUNT: usize = SHAPES.len() + 1;

/// So many words and more count as so many.
pub(super) const MOST: usize = 4;

/// The name of words that end in nothing of this.
const PLAIN: &str = "plain";

/// The build of a hit's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    /// What the last of them ends in: a number below [`COUNT`].
    pub(super) ending: usize,
    /// How many they are, from 1 to [`MOST`].
    pub(super) words: usize,
}

impl Shape {
    /// The build of `words`, which are folded: lower case, one space between them.
    pub(super) fn of(words: &str) -> Self {
        let last = words.rsplit(' ').next().unwrap_or_default();
        let letter = last.as_bytes().last();
        // Most endings are told by their last letter, which costs much less than comparing them.
        let ends = |end: &&str| end.as_bytes().last() == letter && last.ends_with(*end);
        let fits = |(_, endings): &(_, &[&str])| endings.iter().any(ends);
        let blanks = words.bytes().filter(|byte| *byte == b' ').count();
        Self {
            ending: SHAPES.iter().position(fits).unwrap_or(SHAPES.len()),
            words: (blanks + 1).min(MOST),
        }
    }
}

/// The name of an ending in `model.txt`.
pub(super) fn name(ending: usize) -> &'static str {
    SHAPES.get(ending).map_or(PLAIN, |(name, _)| name)
}

/// The ending called `name`.
pub(super) fn parse(called: &str) -> Option<usize> {
    (0..COUNT).find(|ending| name(*ending) == called)
}

/// What a hit whose last word ends so is told to have, for the reader.
pub(super) fn about(ending: usize) -> &'static str {
    const ABOUT: [&str; COUNT] = [
        "ends in -able, -ible or the like",
        "ends in -ous or -ously",
        "ends in -ful, -less or the like",
        "ends in -ive, -ate or the like",
        "ends in -ic, -ical or -ically",
        "ends in -ly",
        "ends in -ism or -ist",
        "ends in -ing",
        "ends in -ed",
        "ends in -ness, -ity, -ment or the like",
        "ends in -er, -or or the like",
        "ends in -est",
        "ends in -al, -ary, -ant or -ent",
        "ends in -y",
        "ends in -s",
        "is a word without a telling ending",
    ];
    ABOUT.get(ending).copied().unwrap_or_default()
}

/// What a hit of so many words is told to have, for the reader.
pub(super) fn counted(words: usize) -> &'static str {
    match words {
        ..2 => "is one word",
        2 => "is two words",
        3 => "is three words",
        _ => "is four words or more",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_and_how_many() {
        for (words, ending, count) in [
            ("scandalous", "ous", 1),
            ("utterly shameful", "ful", 2),
            ("elitist", "ist", 1),
            ("horrific", "ic", 1),
            ("massacres", "s", 1),
            ("regime", "plain", 1),
            ("in the pocket of big oil", "plain", 4),
            ("", "plain", 1),
        ] {
            let shape = Shape::of(words);
            assert_eq!(
                (name(shape.ending), shape.words),
                (ending, count),
                "{words}"
            );
        }
    }

    #[test]
    fn names_are_read_back() {
        assert!((0..COUNT).all(|ending| parse(name(ending)) == Some(ending)));
        assert_eq!(parse("colour"), None);
    }
}
