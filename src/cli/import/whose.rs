//! Whose notebooks take what a file holds.

use crate::cli::complain;
use crate::cli::failure::{Failure, Message};
use crate::import::{Foreign, Package};
use crate::store::reader_slug;
use crate::text::visible_line;
use std::collections::{BTreeMap, BTreeSet};

/// Whose notebooks take the annotations.
#[derive(Debug, Clone, clap::Args)]
#[group(required = true, multiple = false)]
pub(super) struct Whose {
    /// The reader whose notebooks take the annotations; their own words stay as they are
    #[arg(long, value_name = "NAME")]
    reader: Option<String>,
    /// Each author of the file is a reader of that name
    #[arg(long)]
    authors: bool,
}

/// What a reader gets.
#[derive(Debug)]
pub(super) struct Share {
    /// The reader's name.
    pub(super) reader: String,
    /// What is put into the notebooks of that reader.
    pub(super) all: Vec<Foreign>,
}

impl Whose {
    /// Fails when the reader's name is blank.
    pub(super) fn check(&self) -> Result<(), Failure> {
        let is_blank = |name: &String| name.trim().is_empty();
        if self.reader.as_ref().is_some_and(is_blank) {
            return Err(message("a reader needs a name", "--reader NAME"));
        }
        Ok(())
    }

    /// Divides what `package` holds, or what is `by` one author of it, among readers; and how many annotations are nobody's, as they name no author.
    /// What a user should know of that is told about the file at `place`.
    pub(super) fn shares(
        &self,
        package: Package,
        by: Option<&str>,
        place: &str,
    ) -> Result<(Vec<Share>, usize), Failure> {
        let authors = authors(&package.all);
        let mut all = package.all;
        if let Some(by) = by {
            all.retain(|foreign| foreign.author.as_deref() == Some(by));
            if all.is_empty() {
                return Err(nothing_by(by, &authors, place));
            }
        }
        let Some(reader) = &self.reader else {
            return Ok(by_author(all, place));
        };
        if by.is_none() && authors.len() > 1 {
            let (count, who) = (authors.len(), listed(&authors));
            complain(&format!(
                "closeread: {place}: {count} authors ({who}) become one reader, {reader}; --authors instead of --reader keeps them apart, --by AUTHOR takes one of them"
            ));
        }
        let reader = reader.clone();
        Ok((vec![Share { reader, all }], 0))
    }
}

/// A share for each author. Authors whose notebooks would be the same files are one reader, by the first one's name.
fn by_author(all: Vec<Foreign>, place: &str) -> (Vec<Share>, usize) {
    let mut shares: BTreeMap<String, Share> = BTreeMap::new();
    let mut alike: BTreeSet<(String, String)> = BTreeSet::new();
    let mut nobodys = 0;
    for foreign in all {
        let author = foreign.author.as_deref().map(reader_name);
        let Some(author) = author.filter(|name| !name.is_empty()) else {
            nobodys += 1;
            continue;
        };
        let share = shares.entry(reader_slug(&author)).or_insert_with(|| Share {
            reader: author.clone(),
            all: Vec::new(),
        });
        if share.reader != author {
            alike.insert((author, share.reader.clone()));
        }
        share.all.push(foreign);
    }
    for (author, reader) in alike {
        complain(&format!(
            "closeread: {place}: {author} and {reader} would have the same notebook; they become one reader, {reader}; --by AUTHOR with --reader NAME keeps them apart"
        ));
    }
    (shares.into_values().collect(), nobodys)
}

/// What a reader is called who is the author `name` elsewhere: an account of Hypothesis without what says that it is one.
fn reader_name(name: &str) -> String {
    visible_line(name.strip_prefix("acct:").unwrap_or(name))
}

fn nothing_by(by: &str, authors: &BTreeSet<String>, place: &str) -> Failure {
    let remedy = if authors.is_empty() {
        "no author is named in it".to_owned()
    } else {
        format!("there is something by {}", listed(authors))
    };
    message(&format!("{place}: nothing by {by}"), &remedy)
}

fn message(what: &str, remedy: &str) -> Failure {
    Failure::Message(Message {
        place: None,
        what: what.to_owned(),
        remedy: remedy.to_owned(),
    })
}

fn authors(all: &[Foreign]) -> BTreeSet<String> {
    all.iter()
        .filter_map(|foreign| foreign.author.clone())
        .collect()
}

fn listed(names: &BTreeSet<String>) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.join(", ")
}
