//! The exports of all articles of a folder.

use crate::cli::export::files::Files;
use crate::cli::export::material::Material;
use crate::cli::export::{Job, stdout};
use crate::cli::failure::Failure;
use crate::cli::folder::{articles_folder, listed, taken};
use crate::report::{Many, Name, Reading, Written};
use crate::store::make_folder;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Writes up every article in `folder`: a file each in the folder `output`, or all as one where the format can.
///
/// An article that cannot be written up is told and left out, and the exit code is then 2.
pub(super) fn run(job: &Job, folder: &Path, output: Option<&Path>) -> Result<(), Failure> {
    if job.exchange.uri.is_some() {
        return Err(refused(
            "--uri is the address of one article",
            "name that article",
        ));
    }
    let folder = articles_folder(folder);
    let (paths, mut wrong) = listed(&folder);
    if paths.is_empty() && wrong == 0 {
        let place = folder.display().to_string();
        return Err(Failure::at(
            place,
            "no articles here",
            "name a text file, or another folder",
        ));
    }
    let done = match output {
        Some(path) if is_folder(path) => each(job, &folder, &paths, path),
        output => one(job, &paths, output),
    };
    wrong += done?;
    if wrong > 0 {
        Err(Failure::Told)
    } else {
        Ok(())
    }
}

/// Whether `output` means a folder: it is one, or is written like one, with `/` behind it or without an ending.
fn is_folder(output: &Path) -> bool {
    let is_written_so = output.to_string_lossy().ends_with('/');
    output.is_dir() || is_written_so || output.extension().is_none()
}

/// A file for each article, in folders as theirs. How many could not be written up.
fn each(job: &Job, folder: &Path, paths: &[PathBuf], output: &Path) -> Result<usize, Failure> {
    let mut kept = Vec::new();
    let mut wrong = 0;
    for path in paths {
        let Some(material) = taken(job.material(path)) else {
            wrong += 1;
            continue;
        };
        let target = target(job, folder, path, output);
        let mut written = (job.exporter.write)(&job.reading(&material));
        let name = material.opened.article.name.clone();
        if matches!(job.exporter.many, Many::Sharing(_)) {
            written
                .beside
                .retain(|beside| matches!(beside.name, Name::Ending(_)));
            kept.push(material);
        }
        if let Some(parent) = target.parent() {
            make_folder(parent)?;
        }
        let put = Files::new(job.force, Some(path)).put(&target, &written);
        if taken(put).is_some() {
            job.tell(Some(&name), &written);
        } else {
            wrong += 1;
        }
    }
    if let Many::Sharing(shared) = job.exporter.many {
        let readings: Vec<Reading> = kept.iter().map(|material| job.reading(material)).collect();
        let files = Files::new(job.force, None);
        files.put_beside(&output.join("any"), &shared(&readings))?;
    }
    Ok(wrong)
}

/// Where the export of the article at `path` goes: `.txt` gives way to the format's ending, other endings stay before it.
fn target(job: &Job, folder: &Path, path: &Path, output: &Path) -> PathBuf {
    let inside = path.strip_prefix(folder).unwrap_or(path);
    let mut target = output.join(inside);
    if target.extension() == Some(OsStr::new("txt")) {
        target.set_extension("");
    }
    target
        .as_mut_os_string()
        .push(format!(".{}", job.exporter.extension));
    target
}

/// All articles as one file, or on standard output. How many could not be written up.
fn one(job: &Job, paths: &[PathBuf], output: Option<&Path>) -> Result<usize, Failure> {
    let name = job.exporter.name;
    let materials = || paths.iter().filter_map(|path| taken(job.material(path)));
    let (written, count) = match job.exporter.many {
        Many::Files | Many::Sharing(_) => {
            let what = format!("{name} makes a file for each article");
            return Err(refused(&what, "name a folder for them: -o FOLDER/"));
        }
        Many::Lines { head } => {
            return lines(job, materials(), head, output).map(|count| paths.len() - count);
        }
        Many::Together(write) => {
            let all: Vec<Material> = materials().collect();
            let readings: Vec<Reading> = all.iter().map(|material| job.reading(material)).collect();
            (write(&readings), all.len())
        }
    };
    job.tell(None, &written);
    match output {
        None => {
            job.tell_beside(&written);
            stdout(&written.bytes)?;
        }
        Some(path) => Files::new(job.force, None).put(path, &written)?,
    }
    Ok(paths.len() - count)
}

fn refused(what: &str, remedy: &str) -> Failure {
    Failure::Message(crate::cli::failure::Message {
        place: None,
        what: what.to_owned(),
        remedy: remedy.to_owned(),
    })
}

/// One export behind another; on standard output as soon as each is made. How many there were.
fn lines(
    job: &Job,
    materials: impl Iterator<Item = Material>,
    head: usize,
    output: Option<&Path>,
) -> Result<usize, Failure> {
    let mut all = Written::default();
    let mut count = 0;
    for material in materials {
        let mut written = (job.exporter.write)(&job.reading(&material));
        job.tell(Some(&material.opened.article.name), &written);
        let skipped = if count == 0 { 0 } else { head };
        let rest = without_lines(&written.bytes, skipped);
        count += 1;
        if output.is_none() {
            stdout(rest)?;
            written
                .beside
                .iter_mut()
                .for_each(|beside| beside.bytes.clear());
        } else {
            all.bytes.extend_from_slice(rest);
        }
        all.beside.extend(written.beside);
    }
    match output {
        None => job.tell_beside(&all),
        Some(path) => Files::new(job.force, None).put(path, &all)?,
    }
    Ok(count)
}

/// What follows the first `count` lines.
fn without_lines(bytes: &[u8], count: usize) -> &[u8] {
    let mut rest = bytes;
    for _ in 0..count {
        let end = rest.iter().position(|&byte| byte == b'\n');
        rest = end.and_then(|end| rest.get(end + 1..)).unwrap_or_default();
    }
    rest
}
