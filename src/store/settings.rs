//! A workspace's settings.

use crate::store::StoreError;
use crate::store::yaml::{self, Problem};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use std::fmt;
use std::path::Path;

/// What `closeread.yaml` says; everything is optional, a key we do not know is an error.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The reader's name, where neither option nor environment says.
    pub reader: Option<String>,
    /// Name of the theme.
    pub theme: Option<String>,
    /// Folder with the articles, from the workspace's folder; `seeds` when absent.
    pub articles: Option<String>,
    /// Folder with the notebooks, from the workspace's folder; `notes` when absent.
    pub notes: Option<String>,
    /// Keys and the names of the commands they run, in the order of the file.
    #[serde(default, deserialize_with = "pairs")]
    pub keys: Vec<(String, String)>,
}

/// Reads `closeread.yaml` at `path`; a missing file says nothing.
///
/// Folders that lead out of the workspace are refused.
pub(super) fn read(path: &Path) -> Result<Settings, StoreError> {
    let Some(text) = yaml::read_file(path)? else {
        return Ok(Settings::default());
    };
    parse(&text).map_err(|problem| problem.in_file(path))
}

/// The settings that `text` is.
pub(super) fn parse(text: &str) -> Result<Settings, Problem> {
    let settings = yaml::parse::<Settings>(text)?.unwrap_or_default();
    for folder in [&settings.articles, &settings.notes].into_iter().flatten() {
        if !stays_inside(folder) {
            let offset = text.find(folder.as_str()).unwrap_or_default();
            let message = format!("`{folder}` leads out of the workspace; name a folder inside it");
            return Err(Problem::at(text, offset, message));
        }
    }
    Ok(settings)
}

fn stays_inside(folder: &str) -> bool {
    use std::path::Component;
    Path::new(folder)
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
}

/// A mapping as pairs in order; scalars of every kind are texts (`1: …` is the key `1`).
fn pairs<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<(String, String)>, D::Error> {
    struct Pairs;
    impl<'de> Visitor<'de> for Pairs {
        type Value = Vec<(String, String)>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("keys and the names of commands, such as `x: next-flag`")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut pairs = Vec::new();
            while let Some(pair) = map.next_entry()? {
                pairs.push(pair);
            }
            Ok(pairs)
        }
    }
    struct Given(Vec<(String, String)>);
    impl<'de> Deserialize<'de> for Given {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_map(Pairs).map(Self)
        }
    }
    Ok(Option::<Given>::deserialize(deserializer)?.map_or_else(Vec::new, |given| given.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Result<Settings, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("closeread.yaml");
        std::fs::write(&path, text).unwrap();
        read(&path).map_err(|error| {
            error
                .to_string()
                .split("closeread.yaml")
                .last()
                .unwrap()
                .to_owned()
        })
    }

    #[test]
    fn everything_is_optional() {
        for text in ["", "# nothing\n", "keys:\nreader:\n"] {
            assert_eq!(of(text).unwrap(), Settings::default(), "{text:?}");
        }
        let settings =
            of("reader: Anna\nkeys:\n  n: next-note\n  1: tag-1\n  '^x': quit\n").unwrap();
        assert_eq!(settings.reader.as_deref(), Some("Anna"));
        let keys: Vec<_> = settings
            .keys
            .iter()
            .map(|(key, command)| (key.as_str(), command.as_str()))
            .collect();
        assert_eq!(keys, [("n", "next-note"), ("1", "tag-1"), ("^x", "quit")]);
    }

    #[test]
    fn errors_name_the_line_and_what_is_known() {
        let error = of("reader: Anna\ncolour: red\n").unwrap_err();
        assert!(error.starts_with(":2:1:"), "{error}");
        assert!(
            error.contains("colour") && error.contains("`theme`"),
            "{error}"
        );
        for (text, start) in [
            ("notes: ../elsewhere\n", ":1:8: `../elsewhere` leads out"),
            ("articles: /etc\n", ":1:11: `/etc` leads out"),
            ("keys: [a]\n", ":1:"),
            ("reader: 'Anna\n", ":"),
        ] {
            let error = of(text).unwrap_err();
            assert!(error.starts_with(start), "{error}");
        }
    }
}
