//! Codes as a code book has them.

use crate::detect::Category;
use crate::notes::{Codebook, Tag};
use crate::report::left_out::told;
use crate::report::refi::element::Element;
use crate::report::{Coding, QUOTATION, guid};
use std::collections::{BTreeMap, BTreeSet};

/// Names of codes that are no tags.
const OWN: [&str; 3] = [QUOTATION, "scare", "note"];

/// Kinds before the name of a code that is no plain tag.
const KINDS: [&str; 5] = ["flag", "accepted", "rejected", "candidate", "tag"];

/// The name of the code for a tag: its own, unless that looks like a code of another kind.
pub(super) fn tag_name(tag: &str) -> String {
    let kind = tag.split_once(':').map(|(kind, _)| kind);
    if OWN.contains(&tag) || kind.is_some_and(|kind| KINDS.contains(&kind)) {
        return format!("tag:{tag}");
    }
    tag.to_owned()
}

/// The names of the codes of `coding`: at least one, each once.
pub(super) fn names(coding: &Coding) -> Vec<String> {
    if coding.is_machine() {
        let labels = coding.codes.iter().map(|code| code.label().into_owned());
        return labels.collect();
    }
    let flag = coding.flag.map(|flag| format!("flag:{flag}"));
    let speech = coding.speaker.map(|_| QUOTATION.to_owned());
    let tags = coding.tags.iter().map(|tag| tag_name(tag));
    let all = flag.into_iter().chain(coding.answer()).chain(speech);
    let mut names: Vec<String> = Vec::new();
    for name in all.chain(tags) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() {
        names.push("note".to_owned());
    }
    names
}

/// The id of the code called `name`: the same in every project.
pub(super) fn code_guid(name: &str) -> String {
    guid("refi code", &[name]).to_string()
}

/// The tree of codes: the code book's tags, one under another, the categories of loaded language, and whatever else of `used` there is.
/// With what cannot be held of the code book.
pub(super) fn tree(
    codebook: &Codebook,
    used: &BTreeSet<String>,
) -> (Vec<Element>, Vec<Option<String>>) {
    let mut under: BTreeMap<Option<&str>, Vec<&Tag>> = BTreeMap::new();
    let mut known = BTreeSet::new();
    for tag in &codebook.tags {
        if known.insert(tag_name(&tag.name)) {
            under.entry(parent(codebook, tag)).or_default().push(tag);
        }
    }
    let mut codes = branch(&under, None);
    for category in Category::ALL {
        let name = format!("flag:{}", category.name());
        let definition = Element::new("Description").text(category.definition());
        codes.push(code(&name).children([definition]));
        known.insert(name);
    }
    codes.extend(used.difference(&known).map(|name| code(name)));
    let odd = |tag: &&Tag| tag.colour.is_some() && colour(tag).is_none();
    let colours = codebook.tags.iter().filter(odd).count();
    let twice = codebook.tags.len() - under.values().map(Vec::len).sum::<usize>();
    let left_out = vec![
        told(colours, "colour", |it| {
            let is = it.verb("is", "are");
            format!("{is} left out, as the format takes colours of the form #ff0000 only")
        }),
        told(twice, "tag", |it| {
            let stands = it.verb("stands", "stand");
            format!(
                "{stands} in the codebook again and {} left out",
                it.verb("is", "are")
            )
        }),
    ];
    (codes, left_out)
}

/// The tag that `tag` belongs under; none where that is not agreed, or goes round in a circle.
fn parent<'c>(codebook: &'c Codebook, tag: &'c Tag) -> Option<&'c str> {
    let above = |tag: &'c Tag| codebook.get(tag.parent.as_deref()?);
    let first = above(tag)?;
    // From any tag as many steps as there are tags lead beyond the top, unless they go round.
    let mut path = std::iter::successors(Some(first), |&tag| above(tag));
    let goes_round = path.nth(codebook.tags.len()).is_some();
    (!goes_round).then_some(first.name.as_str())
}

fn branch(under: &BTreeMap<Option<&str>, Vec<&Tag>>, parent: Option<&str>) -> Vec<Element> {
    let tags = under.get(&parent).into_iter().flatten();
    let element = |tag: &&Tag| {
        let definition = tag.definition.as_deref();
        let definition = definition.map(|text| Element::new("Description").text(text));
        code(&tag_name(&tag.name))
            .with_some("color", colour(tag))
            .children(definition)
            .children(branch(under, Some(&tag.name)))
    };
    tags.map(element).collect()
}

fn code(name: &str) -> Element {
    Element::new("Code")
        .with("guid", code_guid(name))
        .with("name", name)
        .with("isCodable", "true")
}

/// The colour, if it is one of the form `#ff0000`.
fn colour(tag: &Tag) -> Option<&str> {
    let colour = tag.colour.as_deref()?;
    let digits = colour.strip_prefix('#')?;
    let is_colour = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_colour.then_some(colour)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_stand_under_their_parents_and_circles_are_broken() {
        let tag = |name: &str, parent: &str| Tag {
            name: name.into(),
            parent: Some(parent.to_owned()).filter(|parent| !parent.is_empty()),
            ..Tag::default()
        };
        let codebook = Codebook {
            tags: vec![
                tag("a", ""),
                tag("b", "a"),
                tag("c", "b"),
                tag("d", "gone"),
                tag("x", "y"),
                tag("y", "x"),
                tag("z", "z"),
                tag("a", "b"),
                tag("note", ""),
            ],
        };
        let used = BTreeSet::from(["free".to_owned(), "a".to_owned()]);
        let (codes, left_out) = tree(&codebook, &used);
        let root = Element::new("Codes").children(codes);
        let text = String::from_utf8(root.document().0).unwrap();
        let lines = text.lines().filter_map(|line| {
            let (indent, rest) = line.split_once("<Code guid=")?;
            let name = rest.split('"').nth(3)?;
            (!name.starts_with("flag:")).then(|| format!("{indent}{name}"))
        });
        let lines: Vec<String> = lines.collect();
        assert_eq!(
            lines,
            [
                " a",
                "  b",
                "   c",
                " d",
                " x",
                " y",
                " z",
                " tag:note",
                " free"
            ]
        );
        assert_eq!(
            left_out.into_iter().flatten().collect::<Vec<_>>(),
            ["1 tag stands in the codebook again and is left out"]
        );
    }
}
