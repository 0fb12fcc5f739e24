//! What a word of another program's code book says in ours.

use crate::detect::Category;
use crate::import::{Foreign, Package};
use crate::notes::{Annotation, Verdict};

/// The tag of a passage that was marked without a word.
pub(super) const HIGHLIGHT: &str = "highlight";

/// What is said for a finding that nobody answered.
pub(super) const CANDIDATES: &str = "findings of closeread, which are no reader's words";

/// Puts a code into `annotation`: `flag:fear`, `accepted:fear`, `rejected:fear`, `speaker:Ada` as what they say, `tag:x` as the tag
/// `x`, anything else as a tag of that name.
pub(super) fn add(annotation: &mut Annotation, code: &str, package: &mut Package) {
    let (kind, name) = code.split_once(':').unwrap_or(("", code));
    let is_taken = match kind {
        _ if name.is_empty() => true,
        "flag" => annotation.flag.is_some(),
        "speaker" => annotation.speaker.is_some(),
        "accepted" | "rejected" => annotation.verdict.is_some(),
        _ => true,
    };
    match kind {
        "flag" if !is_taken => annotation.flag = Some(name.to_owned()),
        "speaker" if !is_taken => annotation.speaker = Some(name.to_owned()),
        "accepted" | "rejected" if !is_taken => {
            annotation.verdict = Verdict::parse(kind);
            annotation.finding = Some(name.to_owned()).filter(|name| name != "finding");
        }
        "tag" if !name.is_empty() => tag(annotation, name, package),
        _ => tag(annotation, code, package),
    }
}

/// Puts a class into `annotation`: one of our categories is a flag, anything else a tag.
pub(super) fn classify(annotation: &mut Annotation, class: &str, package: &mut Package) {
    if Category::parse(class).is_some() && annotation.flag.is_none() {
        annotation.flag = Some(class.to_owned());
    } else {
        tag(annotation, class, package);
    }
}

/// Puts a tag into `annotation`. White space and control characters in its name become single spaces.
pub(super) fn tag(annotation: &mut Annotation, name: &str, package: &mut Package) {
    let blank = |c: char| c.is_whitespace() || c.is_control();
    let words: Vec<&str> = name.split(blank).filter(|word| !word.is_empty()).collect();
    let tag = words.join(" ");
    if tag.is_empty() {
        return package.leave("tags without a name");
    }
    if tag != name {
        package.renamed.insert(name.to_owned(), tag.clone());
    }
    if !annotation.tags.contains(&tag) {
        annotation.tags.push(tag);
    }
}

/// Adds to the note, behind a blank line.
pub(super) fn note(annotation: &mut Annotation, text: &str) {
    if text.trim().is_empty() {
        return;
    }
    let note = annotation.note.take();
    let note = note.map_or_else(|| text.to_owned(), |note| format!("{note}\n\n{text}"));
    annotation.note = Some(note);
}

impl Package {
    /// Takes an annotation in; one that says nothing is a highlight, one without words is left out.
    pub(super) fn take(&mut self, mut foreign: Foreign) {
        if foreign.annotation.selector.quote.trim().is_empty() {
            return self.leave("annotations of a whole page, or without its words");
        }
        if foreign.annotation.is_blank() {
            foreign.annotation.tags.push(HIGHLIGHT.to_owned());
        }
        self.all.push(foreign);
    }

    /// Takes an annotation in, if there is one.
    pub(super) fn take_some(&mut self, foreign: Option<Foreign>) {
        if let Some(foreign) = foreign {
            self.take(foreign);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_codes_say() {
        let mut package = Package::default();
        let mut all = Annotation::default();
        for code in [
            "flag:fear",
            "flag:praise",
            "rejected:quotation",
            "speaker:Ada: Lee",
            "tag:note",
            "a\n b",
            "flag:",
            " \n",
            "x:y",
        ] {
            add(&mut all, code, &mut package);
        }
        assert_eq!(all.flag.as_deref(), Some("fear"));
        assert_eq!(all.verdict, Some(Verdict::Rejected));
        assert_eq!(all.finding.as_deref(), Some("quotation"));
        assert_eq!(all.speaker.as_deref(), Some("Ada: Lee"));
        assert_eq!(all.tags, ["flag:praise", "note", "a b", "flag:", "x:y"]);
        assert_eq!(package.left_out["tags without a name"], 1);
        assert_eq!(package.renamed["a\n b"], "a b");
    }
}
