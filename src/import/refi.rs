//! REFI-QDA projects (`.qdpx`): codings of passages of their texts.
//!
//! The words of a coding come from the text in the package. Codings of one passage by one user are one annotation. Misses: texts
//! outside the package; programs that count a Windows line end as one character, where a text has any.

use crate::import::codes::{self, CANDIDATES};
use crate::import::xml::{Node, tree};
use crate::import::{Foreign, Hint, LIMIT, Package, Refusal};
use crate::notes::{Annotation, CONTEXT, Selector};
use crate::text::{ScalarIndex, Span};
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// More files in a package are refused.
const MEMBERS: usize = 20_000;

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// Parts of a project beside texts and codes, and what is said of them.
const PARTS: [(&str, &str); 5] = [
    ("Links", "links"),
    ("Sets", "sets"),
    ("Graphs", "graphs"),
    ("Cases", "cases"),
    ("Variables", "variables"),
];

/// Reads all codings of a project.
pub(super) fn read(bytes: &[u8]) -> Result<Package, Refusal> {
    let broken =
        |error: zip::result::ZipError| Refusal::whole(format!("not a ZIP archive: {error}"));
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if archive.len() > MEMBERS {
        return Err(Refusal::whole(format!("more than {MEMBERS} files in it")));
    }
    let mut left = LIMIT;
    let project = member(&mut archive, "project.qde", &mut left)?;
    let project = project.ok_or_else(|| Refusal::whole("no project.qde in it"))?;
    let root = tree(&project).map_err(|refusal| Refusal {
        what: format!("{} (in its project.qde)", refusal.what),
        ..refusal
    })?;
    let mut package = Package::default();
    for (part, what) in PARTS {
        let parts = root.child(part).into_iter().flat_map(|part| &part.children);
        parts.for_each(|_| package.leave(what));
    }
    let project = Project::of(&root);
    for source in root
        .child("Sources")
        .into_iter()
        .flat_map(|sources| &sources.children)
    {
        if source.name != "TextSource" {
            package.leave("sources that are no text");
            continue;
        }
        let text = match source.child("PlainTextContent") {
            Some(content) => Some(content.text.clone()),
            None => inside(source, &mut archive, &mut left)?,
        };
        match text {
            Some(text) => project.source(source, &text, &mut package),
            None => package.leave("texts that are not in the package"),
        }
    }
    Ok(package)
}

/// The text of a source that stands in the package.
fn inside(
    source: &Node,
    archive: &mut Archive,
    left: &mut usize,
) -> Result<Option<String>, Refusal> {
    let path = source.get("plainTextPath").unwrap_or_default();
    let Some(name) = path.strip_prefix("internal://") else {
        return Ok(None);
    };
    member(archive, &format!("sources/{name}"), left)
}

/// A file of the archive; of all that are read, at most `left` bytes.
fn member(archive: &mut Archive, name: &str, left: &mut usize) -> Result<Option<String>, Refusal> {
    let Ok(member) = archive.by_name(name) else {
        return Ok(None);
    };
    let mut bytes = Vec::new();
    let read = member.take(*left as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| Refusal::whole(format!("{name} in it cannot be read: {error}")))?;
    *left = left.checked_sub(bytes.len()).ok_or_else(|| {
        Refusal::whole(format!(
            "what is packed in it has more than {} MB",
            LIMIT >> 20
        ))
    })?;
    let text = String::from_utf8(bytes).ok();
    text.map(Some)
        .ok_or_else(|| Refusal::whole(format!("{name} in it is not text in UTF-8")))
}

/// What codings of a project refer to.
struct Project<'n> {
    users: HashMap<&'n str, &'n str>,
    codes: HashMap<&'n str, &'n str>,
    /// Name and text.
    notes: HashMap<&'n str, (&'n str, &'n str)>,
}

impl<'n> Project<'n> {
    fn of(root: &'n Node) -> Self {
        let named = |node: &'n Node| Some((node.get("guid")?, node.get("name")?));
        let mut codes = HashMap::new();
        let mut open: Vec<&Node> = root.child("CodeBook").into_iter().collect();
        while let Some(node) = open.pop() {
            codes.extend(
                Some(node)
                    .filter(|node| node.name == "Code")
                    .and_then(named),
            );
            open.extend(&node.children);
        }
        let notes = root
            .child("Notes")
            .into_iter()
            .flat_map(|notes| &notes.children);
        let note = |note: &'n Node| {
            let content = note
                .child("PlainTextContent")
                .or_else(|| note.child("Description"))?;
            Some((
                note.get("guid")?,
                (note.get("name").unwrap_or_default(), content.text.as_str()),
            ))
        };
        let users = root
            .child("Users")
            .into_iter()
            .flat_map(|users| &users.children);
        Self {
            users: users.filter_map(named).collect(),
            codes,
            notes: notes.filter_map(note).collect(),
        }
    }

    fn source(&self, source: &Node, text: &str, package: &mut Package) {
        source
            .all("Coding")
            .for_each(|_| package.leave("codings of a whole text"));
        source
            .all("NoteRef")
            .for_each(|_| package.leave("memos on a whole text"));
        let described = source
            .child("Description")
            .map(|node| node.text.trim().to_owned());
        let names = described
            .into_iter()
            .chain(source.get("name").map(str::to_owned));
        let sources: Vec<String> = names.filter(|name| !name.is_empty()).collect();
        let index = ScalarIndex::new(text);
        for selection in source.all("PlainTextSelection") {
            let offset = |name| selection.get(name)?.trim().parse::<usize>().ok();
            let (start, end) = (offset("startPosition"), offset("endPosition"));
            let (Some(start), Some(end)) = (start, end) else {
                package.leave("passages without a position");
                continue;
            };
            let span = (index.byte(start), index.byte(end));
            if start >= end || index.units(span.1) != end {
                package.leave("passages beyond the end of their text");
                continue;
            }
            let base = Foreign {
                hint: Some(Hint::Scalars(start)),
                sources: sources.clone(),
                annotation: Annotation {
                    selector: selector(text, Span::new(span.0, span.1)),
                    created: selection.get("creationDateTime").map(str::to_owned),
                    ..Annotation::default()
                },
                author: None,
            };
            self.selection(selection, &base, package);
        }
    }

    /// An annotation for each user who coded the passage; memos are of who selected it.
    fn selection(&self, selection: &Node, base: &Foreign, package: &mut Package) {
        let owner = selection.get("creatingUser");
        let mut users: Vec<Option<&str>> = Vec::new();
        let user_of = |coding: &'_ Node| coding.get("creatingUser").map(str::to_owned);
        let codings: Vec<(Option<String>, &Node)> = selection
            .all("Coding")
            .map(|coding| (user_of(coding), coding))
            .collect();
        for (user, _) in &codings {
            let user = user.as_deref().or(owner);
            if !users.contains(&user) {
                users.push(user);
            }
        }
        if users.is_empty() || owner.is_some() && !users.contains(&owner) {
            users.insert(0, owner);
        }
        let keeper = if users.contains(&owner) {
            owner
        } else {
            users.first().copied().flatten()
        };
        for user in users {
            let mut foreign = base.clone();
            let name = user.map(|user| self.users.get(user).copied().unwrap_or(user));
            foreign.author = name.map(str::to_owned);
            if user == keeper {
                self.memos(selection, &mut foreign.annotation);
            }
            let of_user = codings
                .iter()
                .filter(|(by, _)| by.as_deref().or(owner) == user);
            let codes = of_user.flat_map(|(_, coding)| coding.all("CodeRef"));
            let codes: Vec<&str> = codes
                .filter_map(|code| self.codes.get(code.get("targetGUID")?).copied())
                .collect();
            if codes.iter().any(|code| code.starts_with("candidate:")) {
                package.leave(CANDIDATES);
                continue;
            }
            let was_said = !foreign.annotation.is_blank() || !codes.is_empty();
            if was_said || selection.all("Coding").next().is_none() {
                coded(&codes, foreign, package);
            }
        }
    }

    /// Puts memos where they belong by their names; without any of those, the description is the note.
    fn memos(&self, selection: &Node, annotation: &mut Annotation) {
        let references = selection
            .all("NoteRef")
            .filter_map(|one| one.get("targetGUID"));
        let notes: Vec<_> = references.filter_map(|id| self.notes.get(id)).collect();
        for (name, text) in &notes {
            match *name {
                "reason" => annotation.reason = Some((*text).to_owned()),
                "speaker" => annotation.speaker = Some((*text).to_owned()),
                // The rules find it again.
                "moved from" => (*text).clone_into(&mut annotation.selector.quote),
                "rule" => {}
                _ => codes::note(annotation, text),
            }
        }
        let description = selection
            .child("Description")
            .map(|node| node.text.as_str());
        if let Some(description) = description.filter(|_| notes.is_empty()) {
            codes::note(annotation, description);
        }
    }
}

/// Takes in an annotation with its codes; those that only say what its memos say already add nothing.
fn coded(codes: &[&str], mut foreign: Foreign, package: &mut Package) {
    let annotation = &mut foreign.annotation;
    for code in codes {
        let is_implied = match *code {
            "note" => annotation.note.is_some(),
            "quotation" => annotation.speaker.is_some(),
            _ => false,
        };
        if !is_implied {
            codes::add(annotation, code, package);
        }
    }
    package.take(foreign);
}

/// The words at `span` with their surroundings, line ends as ours.
pub(super) fn selector(text: &str, span: Span) -> Selector {
    let ours = |text: &str| text.replace("\r\n", "\n");
    let before: Vec<char> = text
        .get(..span.start)
        .unwrap_or_default()
        .chars()
        .rev()
        .take(CONTEXT)
        .collect();
    let after = text.get(span.end..).unwrap_or_default();
    Selector {
        quote: ours(span.of(text)),
        before: ours(&before.into_iter().rev().collect::<String>()),
        after: ours(&after.chars().take(CONTEXT).collect::<String>()),
    }
}
