//! The codebook's file.

use crate::notes::{Codebook, Tag};
use crate::store::StoreError;
use crate::store::yaml::{self, Problem};
use serde::Deserialize;
use std::collections::HashSet;
use std::path::Path;

#[derive(Deserialize)]
struct RawCodebook {
    tags: Option<Vec<RawTag>>,
}

#[derive(Deserialize)]
struct RawTag {
    name: String,
    definition: Option<String>,
    parent: Option<String>,
    #[serde(alias = "color")]
    colour: Option<String>,
}

/// Reads `codebook.yaml` at `path`; a missing file has no tags.
///
/// Its shape is `tags:` with a list of `name`, `definition`, `parent`, `colour`; other keys are passed over.
pub(super) fn read(path: &Path) -> Result<Codebook, StoreError> {
    let Some(text) = yaml::read_file(path)? else {
        return Ok(Codebook::default());
    };
    codebook(&text).map_err(|problem| problem.in_file(path))
}

/// The codebook that `text` is.
pub(super) fn codebook(text: &str) -> Result<Codebook, Problem> {
    let raw = yaml::parse::<RawCodebook>(text)?;
    let tags = raw.and_then(|raw| raw.tags).unwrap_or_default();
    let mut known = HashSet::new();
    for tag in &tags {
        if !known.insert(tag.name.clone()) {
            let offset = text.rfind(tag.name.as_str()).unwrap_or_default();
            let message = format!("the tag `{}` is defined twice; merge the two", tag.name);
            return Err(Problem::at(text, offset, message));
        }
    }
    Ok(Codebook {
        tags: tags.into_iter().map(tag).collect(),
    })
}

fn tag(raw: RawTag) -> Tag {
    Tag {
        name: raw.name,
        definition: raw.definition,
        parent: raw.parent,
        colour: raw.colour,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_codebook_keeps_its_order() {
        let text = "tags:\n  - name: fear\n    definition: Makes afraid.\n  - {name: octopus, parent: fear, color: red}\n";
        let codebook = codebook(text).unwrap();
        let names: Vec<_> = codebook.tags.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["fear", "octopus"]);
        let octopus = codebook.get("octopus").unwrap();
        assert_eq!(octopus.parent.as_deref(), Some("fear"));
        assert_eq!(octopus.colour.as_deref(), Some("red"));
    }

    #[test]
    fn a_tag_is_defined_once() {
        let problem = codebook("tags:\n  - name: a\n  - name: a\n").unwrap_err();
        assert_eq!((problem.line, problem.column), (3, 11));
        assert!(codebook("# nothing\n").unwrap().tags.is_empty());
        assert!(codebook("tags:\n").unwrap().tags.is_empty());
    }
}
