//! All codings of a reading.

use crate::report::Reading;
use crate::report::coding::maker::Maker;
use crate::report::coding::{Author, Code, Coding, Place, guid};
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// All codings of a reading.
#[derive(Debug, Clone, PartialEq)]
pub struct Codings<'a> {
    /// The id of the article's text: the same for the same words under another name.
    pub article: Uuid,
    /// In text order, wider ones first, then reader by reader; those without a place last, reader by reader.
    pub all: Vec<Coding<'a>>,
}

impl<'a> Codings<'a> {
    /// Of `reading`: its readers' annotations and, where they are asked for, the findings that none of them answered.
    pub fn of(reading: &Reading<'a>) -> Self {
        let sha256 = reading.article.sha256();
        let mut all = Maker::new(reading, &sha256).all();
        tell_apart(&mut all);
        all.sort_by_key(|coding| {
            let span = coding.place.map(|place| place.span);
            (span.is_none(), span.map(|s| (s.start, Reverse(s.end))))
        });
        Self {
            article: guid("article", &[&sha256]),
            all,
        }
    }

    /// Those that stand somewhere in the text.
    pub fn placed(&self) -> impl Iterator<Item = (&Coding<'a>, Place)> {
        let place = |coding: &Coding<'a>| coding.place;
        self.all
            .iter()
            .filter_map(move |coding| Some((coding, place(coding)?)))
    }

    /// Everybody who says something, readers first, by name.
    pub fn authors(&self) -> BTreeSet<Author<'a>> {
        self.all.iter().map(|coding| coding.author).collect()
    }

    /// Every code that is used, by kind and name.
    pub fn codes(&self) -> BTreeSet<Code<'a>> {
        let codes = self.all.iter().flat_map(|coding| &coding.codes);
        codes.copied().collect()
    }
}

/// Ids in a notebook are unique unless somebody edited it by hand, and two notebooks may bear one name: a later coding
/// of the same id gets another.
fn tell_apart(all: &mut [Coding]) {
    let mut seen: HashMap<Uuid, usize> = HashMap::new();
    for coding in all {
        let count = seen.entry(coding.guid).or_insert(0);
        *count += 1;
        if *count > 1 {
            coding.guid = guid("again", &[&coding.guid.to_string(), &count.to_string()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::detect::{self, Own, Strictness};
    use crate::notes::{Anchor, Annotation, Codebook, Id, Notebook, Verdict};
    use crate::report::{AnchoredNotebook, Exchange};
    use crate::text::Span;

    const TEXT: &str = "👩‍👧 The vile regime fell.\n\nNobody wept, “officials” said.";

    fn said(id: &str, words: &str, flag: Option<&str>) -> (Annotation, Anchor) {
        let annotation = Annotation {
            id: Id(id.into()),
            flag: flag.map(str::to_owned),
            ..Annotation::default()
        };
        let place = TEXT
            .find(words)
            .map(|start| Span::new(start, start + words.len()));
        (
            annotation,
            place.map_or(Anchor::Lost(Vec::new()), Anchor::Found),
        )
    }

    fn rows(notes: Vec<(Annotation, Anchor)>, findings: bool) -> Vec<String> {
        let article = Article::new("a", TEXT);
        let (annotations, anchors): (Vec<_>, Vec<_>) = notes.into_iter().unzip();
        let notebook = Notebook {
            reader: "closeread".into(),
            annotations,
            ..Notebook::default()
        };
        let mut found = detect::find_for(
            &article,
            0..article.len(),
            &Own::default(),
            Strictness::Normal,
        );
        found.retain(|finding| finding.category().is_some());
        let reading = Reading {
            article: &article,
            notebooks: vec![AnchoredNotebook {
                notebook: &notebook,
                anchors: &anchors,
            }],
            findings: &found,
            codebook: &Codebook::default(),
            level: Strictness::Normal,
            date: String::new(),
            exchange: Exchange {
                findings,
                uri: None,
            },
        };
        let codings = Codings::of(&reading);
        let mut ids: Vec<Uuid> = codings.all.iter().map(|coding| coding.guid).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), codings.all.len(), "ids are unique");
        let row = |coding: &Coding| {
            let place = coding.place.map_or(String::new(), |place| {
                let Place {
                    scalars,
                    utf16,
                    paragraph,
                    last_paragraph,
                    ..
                } = place;
                format!(
                    " {}-{} {}-{} ¶{paragraph}-{last_paragraph}",
                    scalars.start, scalars.end, utf16.start, utf16.end
                )
            });
            let rule = coding.rule.as_deref().unwrap_or("-");
            let who = coding.author.kind();
            let labels: Vec<_> = coding.codes.iter().map(|code| code.label()).collect();
            format!("{who} {} {rule} {}{place}", labels.join(" "), coding.anchor)
        };
        codings.all.iter().map(row).collect()
    }

    #[test]
    fn in_text_order_with_what_has_no_place_last() {
        let notes = vec![
            said("a", "gone", Some("fear")),
            said("b", "fell.\n\nNobody", None),
            said("b", "vile", Some("emotive")),
            said("c", "vile regime", None),
        ];
        assert_eq!(
            rows(notes, false),
            [
                "reader note - found 8-19 10-21 ¶1-1",
                "reader emotive - found 8-12 10-14 ¶1-1",
                "reader note - found 20-33 22-35 ¶1-2",
                "reader fear - lost",
            ]
        );
    }

    #[test]
    fn the_machine_is_nobody_and_only_there_when_asked_for() {
        let (answer, place) = said("a", "vile", None);
        let answer = Annotation {
            finding: Some("emotive".into()),
            verdict: Some(Verdict::Rejected),
            ..answer
        };
        let notes = vec![(answer, place)];
        let rejected = "reader rejected:emotive emotive/scorn/vile found 8-12 10-14 ¶1-1";
        assert_eq!(rows(notes.clone(), false), [rejected]);
        assert_eq!(
            rows(notes, true),
            [
                rejected,
                "machine candidate:name-calling name-calling/group/regime found 13-19 15-21 ¶1-1",
                "machine candidate:emotive emotive/pity/weep found 34-38 36-40 ¶2-2",
            ]
        );
    }
}
