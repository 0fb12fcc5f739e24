//! `closeread import`: annotations of other programs as a reader's.

mod articles;
mod merging;
mod whose;

use crate::cli::complain;
use crate::cli::failure::Failure;
use crate::import::{Foreign, LIMIT, Package, Refusal, read};
use crate::store::{read_import, read_text};
use articles::Articles;
use merging::Merging;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use whose::{Share, Whose};

/// What to import and for whom.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// W3C Web Annotation or Hypothesis (JSON), brat (.ann, with its .txt beside), REFI-QDA (.qdpx)
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    whose: Whose,
    /// The article they are about [default: by the names in the file, in the workspace of the current folder]
    #[arg(long, value_name = "PATH")]
    article: Option<PathBuf>,
    /// Only annotations of this author, as the file names them
    #[arg(long, value_name = "AUTHOR")]
    by: Option<String>,
    /// Bring back what was imported before and deleted since
    #[arg(long)]
    again: bool,
    /// Say what would happen and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Imports the files, one after another. A file that cannot be read is told, and nothing of it is imported.
pub(super) fn run(options: &Options) -> Result<(), Failure> {
    options.whose.check()?;
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
    let package = package(file)?;
    let place = file.display();
    for (was, is) in &package.renamed {
        complain(&format!(
            "closeread: {place}: the tag {was:?} is called {is:?} here"
        ));
    }
    for (what, count) in &package.left_out {
        complain(&format!("closeread: {place}: left out: {count} × {what}"));
    }
    let place = place.to_string();
    let sources: BTreeSet<Vec<String>> =
        package.all.iter().map(|one| one.sources.clone()).collect();
    let by = options.by.as_deref();
    let (shares, nobodys) = options.whose.shares(package, by, &place)?;
    let mut homeless: BTreeMap<String, usize> = BTreeMap::new();
    for Share { reader, all } in shares {
        let mut by_article: BTreeMap<PathBuf, Vec<Foreign>> = BTreeMap::new();
        for foreign in all {
            match articles.of(&foreign.sources, sources.len()) {
                Some(path) => by_article.entry(path).or_default().push(foreign),
                None => *homeless.entry(foreign.sources.join(", ")).or_default() += 1,
            }
        }
        for (path, all) in &by_article {
            put(path, &reader, all, options)?;
        }
    }
    left_behind(&place, &homeless, nobodys)
}

/// Puts `all` into the notebook of `reader` on the article at `path`, and says what became of it.
fn put(path: &Path, reader: &str, all: &[Foreign], options: &Options) -> Result<(), Failure> {
    let merging = Merging::open(path, reader)?;
    let said = merging.put(all, options.again, options.dry_run)?;
    let put = writeln!(io::stdout(), "{said}");
    put.map_err(|error| Failure::io("standard output", &error))
}

/// Fails when annotations found no article (by the names they have for it) or no reader.
fn left_behind(
    place: &str,
    homeless: &BTreeMap<String, usize>,
    nobodys: usize,
) -> Result<(), Failure> {
    if nobodys > 0 {
        let what = format!("annotations that name no author were not imported: {nobodys}");
        return Err(Failure::at(
            place.to_owned(),
            what,
            "say whose they are: --reader NAME",
        ));
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
        place.to_owned(),
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
