//! The file that the Hypothesis client exports and imports (JSON).
//!
//! Hypothesis knows quotes, tags and a text in Markdown. Tags stand as they are; what else there is in a word is a tag with its kind:
//! `flag:fear`, `accepted:fear`, `rejected:fear`, `candidate:fear`, `speaker:Ada`. The text is the note, then the reason behind
//! `Reason: `. Words are not escaped, so that they come back as they were. An annotation without a place keeps its old words: there it is an orphan.
//! A position, in UTF-16 units of our text, is only given when the article itself is annotated: a page on the web has other text around it.

use crate::report::left_out::{moved, told, undated, written};
use crate::report::published::{iri, utc};
use crate::report::{Author, Code, Coding, Codings, Exporter, Many, Reading, Written};
use serde::Serialize;

/// The exporter.
pub(super) const EXPORTER: Exporter = Exporter {
    name: "hypothesis",
    extension: "hypothesis.json",
    about: "to import into Hypothesis; --uri says on which page",
    write,
    many: Many::Files,
};

#[derive(Serialize)]
struct Export<'a> {
    #[serde(rename = "export_date")]
    date: &'a str,
    #[serde(rename = "export_userid")]
    user: String,
    client_version: &'static str,
    annotations: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<&'a str>,
    user: String,
    user_info: UserInfo<'a>,
    uri: &'a str,
    text: String,
    tags: Vec<String>,
    group: &'static str,
    permissions: Permissions,
    references: [&'static str; 0],
    document: Document<'a>,
    target: [Target<'a>; 1],
}

#[derive(Serialize)]
struct UserInfo<'a> {
    display_name: &'a str,
}

#[derive(Serialize)]
struct Permissions {
    read: [String; 1],
}

#[derive(Serialize)]
struct Document<'a> {
    title: [&'a str; 1],
}

#[derive(Serialize)]
struct Target<'a> {
    source: &'a str,
    selector: Vec<Selector<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector<'a> {
    TextQuoteSelector {
        exact: &'a str,
        prefix: &'a str,
        suffix: &'a str,
    },
    TextPositionSelector {
        start: usize,
        end: usize,
    },
}

fn write(reading: &Reading) -> Written {
    let codings = Codings::of(reading);
    let uri = iri(reading);
    let items = codings.all.iter().map(|coding| item(reading, coding, &uri));
    let first = codings.authors().into_iter().next();
    let export = Export {
        date: &reading.date,
        user: first.map_or_else(String::new, account),
        client_version: "closeread",
        annotations: items.collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&export).unwrap_or_default();
    bytes.push(b'\n');
    let missing = usize::from(reading.exchange.uri.is_none());
    let codings = &codings.all;
    written(
        bytes,
        [
            moved(codings),
            undated(codings),
            told(missing, "address", |it| {
                format!(
                    "{} missing: --uri says on which page Hypothesis is to put the annotations",
                    it.verb("is", "are")
                )
            }),
        ],
    )
}

fn item<'a>(reading: &'a Reading, coding: &'a Coding, uri: &'a str) -> Item<'a> {
    let user = account(coding.author);
    Item {
        id: coding.guid.to_string(),
        created: coding.created.and_then(utc),
        user: user.clone(),
        user_info: UserInfo {
            display_name: coding.author.name(),
        },
        uri,
        text: text(coding),
        tags: tags(coding),
        group: "__world__",
        permissions: Permissions { read: [user] },
        references: [],
        document: Document {
            title: [&reading.article.name],
        },
        target: [Target {
            source: uri,
            selector: selectors(coding, reading.exchange.uri.is_none()),
        }],
    }
}

/// An account's name; Hypothesis takes letters, digits, `.` and `_`. A name with anything else gets a few digits made from it.
fn account(author: Author) -> String {
    let letter = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let mut name: String = author.name().chars().map(letter).collect();
    if name != author.name() || author == Author::Machine {
        let digits = author.guid().simple().to_string();
        name = format!("{name}_{}", digits.get(..6).unwrap_or_default());
    }
    format!("acct:{name}@closeread")
}

fn text(coding: &Coding) -> String {
    let reason = coding.reason.map(|reason| format!("Reason: {reason}"));
    let parts = coding.note.map(str::to_owned).into_iter().chain(reason);
    parts.collect::<Vec<_>>().join("\n\n")
}

fn tags(coding: &Coding) -> Vec<String> {
    let mut tags = Vec::new();
    tags.extend(coding.flag.map(|flag| format!("flag:{flag}")));
    tags.extend(coding.answer());
    let candidates = coding
        .codes
        .iter()
        .filter(|code| matches!(code, Code::Candidate(_)));
    tags.extend(candidates.map(|code| code.label().into_owned()));
    let speaker = coding.speaker;
    tags.extend(speaker.map(|speaker| format!("speaker:{speaker}")));
    tags.extend(coding.tags.iter().cloned());
    tags
}

fn selectors<'a>(coding: &'a Coding, is_own_text: bool) -> Vec<Selector<'a>> {
    let quote = Selector::TextQuoteSelector {
        exact: &coding.selector.quote,
        prefix: &coding.selector.before,
        suffix: &coding.selector.after,
    };
    let place = coding.place.filter(|_| is_own_text);
    let position = place.map(|place| Selector::TextPositionSelector {
        start: place.utf16.start,
        end: place.utf16.end,
    });
    std::iter::once(quote).chain(position).collect()
}
