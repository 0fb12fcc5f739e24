//! `closeread import`: annotations of other programs as a reader's.

mod articles;
mod merging;

use crate::cli::complain;
use crate::cli::failure::{Failure, Message};
use crate::import::{Foreign, LIMIT, Package, Refusal, read};
use crate::store::{read_import, read_text};
use articles::Articles;
use merging::Merging;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What to import and for whom.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// W3C Web Annotation or Hypothesis (JSON), brat (.ann, with its .txt beside), REFI-QDA (.qdpx)
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The reader whose notebooks take the annotations; their own words stay as they are
    #[arg(long, value_name = "NAME")]
    reader: String,
    /// The article they are about [default: by the names in the file, in the workspace of the current folder]
    #[arg(long, value_name = "PATH")]
    article: Option<PathBuf>,
    /// Only annotations of this author, as the file names them
    #[arg(long, value_name = "AUTHOR")]
    by: Option<String>,
    /// Say what would happen and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Imports the files, one after another. A file that cannot be read is told, and nothing of it is imported.
pub(super) fn run(options: &Options) -> Result<(), Failure> {
    if options.reader.trim().is_empty() {
        return Err(message("a reader needs a name", "--reader NAME"));
    }
    let articles = Articles::new(options.article.as_deref());
    let mut wrong = false;
    for file in &options.files {
        if let Err(failure) = one(file, options, &articles) {
            let Failure::Message(message) = &failure else {
                return Err(failure);
            };
            complain(&message.to_string());
            wrong = true;
        }
    }
    if wrong { Err(Failure::Told) } else { Ok(()) }
}

fn one(file: &Path, options: &Options, articles: &Articles) -> Result<(), Failure> {
    let mut package = package(file)?;
    let place = file.display();
    for (was, is) in &package.renamed {
        complain(&format!(
            "closeread: {place}: the tag {was:?} is called {is:?} here"
        ));
    }
    for (what, count) in &package.left_out {
        complain(&format!("closeread: {place}: left out: {count} × {what}"));
    }
    let authors = authors(&package);
    if let Some(by) = &options.by {
        package
            .all
            .retain(|foreign| foreign.author.as_ref() == Some(by));
        if package.all.is_empty() {
            let what = format!("{place}: nothing by {by}");
            return Err(message(
                &what,
                &format!("there is something by {}", listed(&authors)),
            ));
        }
    } else if authors.len() > 1 {
        let (count, reader) = (authors.len(), &options.reader);
        let who = listed(&authors);
        complain(&format!(
            "closeread: {place}: {count} authors ({who}) become one reader, {reader}; --by AUTHOR takes one of them"
        ));
    }
    let mut by_article: BTreeMap<PathBuf, Vec<Foreign>> = BTreeMap::new();
    let mut homeless: BTreeMap<String, usize> = BTreeMap::new();
    let sources: BTreeSet<Vec<String>> =
        package.all.iter().map(|one| one.sources.clone()).collect();
    for foreign in package.all {
        match articles.of(&foreign.sources, sources.len()) {
            Some(path) => by_article.entry(path).or_default().push(foreign),
            None => *homeless.entry(foreign.sources.join(", ")).or_default() += 1,
        }
    }
    for (path, all) in &by_article {
        let said = Merging::open(path, &options.reader)?.put(all, options.dry_run)?;
        let put = writeln!(io::stdout(), "{said}");
        put.map_err(|error| Failure::io("standard output", &error))?;
    }
    if homeless.is_empty() {
        return Ok(());
    }
    let all = homeless
        .iter()
        .map(|(names, count)| format!("{count} about {names:?}"));
    let all: Vec<String> = all.collect();
    let what = format!(
        "annotations whose article is not here were not imported: {}",
        all.join("; ")
    );
    Err(Failure::at(
        place.to_string(),
        what,
        "name it: --article PATH",
    ))
}

fn package(file: &Path) -> Result<Package, Failure> {
    let bytes = read_import(file, LIMIT)?;
    let beside = file.with_extension("txt");
    let is_brat = file
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("ann"));
    let text = if is_brat && beside.is_file() {
        let text = read_text(&beside)?;
        Some(
            text.strip_prefix('\u{feff}')
                .map(str::to_owned)
                .unwrap_or(text),
        )
    } else {
        None
    };
    let name = file.to_string_lossy();
    let package = read(&name, &bytes, text.as_deref());
    let mut package = package.map_err(|refusal| refused(file, refusal))?;
    if is_brat {
        let name = beside.file_name().unwrap_or_default();
        let name = name.to_string_lossy();
        package
            .all
            .iter_mut()
            .for_each(|foreign| foreign.sources.push(name.to_string()));
    }
    Ok(package)
}

fn refused(file: &Path, refusal: Refusal) -> Failure {
    let file = file.display();
    let place = match refusal.place {
        Some((line, column)) => format!("{file}:{line}:{column}"),
        None => file.to_string(),
    };
    Failure::at(place, refusal.what, "nothing of it was imported")
}

fn message(what: &str, remedy: &str) -> Failure {
    Failure::Message(Message {
        place: None,
        what: what.to_owned(),
        remedy: remedy.to_owned(),
    })
}

fn authors(package: &Package) -> BTreeSet<String> {
    package
        .all
        .iter()
        .filter_map(|foreign| foreign.author.clone())
        .collect()
}

fn listed(names: &BTreeSet<String>) -> String {
    names
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(", ")
}
