//! The rules of the source tree: which module may import which, which package has its home where, how long a file
//! may be. A message names file, line and rule.

mod paths;

use paths::{UsedPath, used_paths};
use std::fs;
use std::path::{Path, PathBuf};

/// Modules in reading order, each with those it may import.
const MODULES: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("article", &["text"]),
    ("notes", &["text", "article"]),
    ("detect", &["text", "article"]),
    ("report", &["text", "article", "notes", "detect"]),
    ("import", &["text", "article", "notes", "detect"]),
    ("app", &["text", "article", "notes", "detect", "report"]),
    (
        "view",
        &["text", "article", "notes", "detect", "report", "app"],
    ),
    ("store", &["text", "article", "notes"]),
    (
        "terminal",
        &[
            "text", "article", "notes", "detect", "report", "app", "view", "store",
        ],
    ),
    (
        "cli",
        &[
            "text", "article", "notes", "detect", "report", "import", "app", "store", "terminal",
        ],
    ),
];

/// Packages, each with the modules it may be named in. A package without a line here fails the test.
const HOMES: &[(&str, &[&str])] = &[
    ("textwrap", &["text"]),
    ("unicode_segmentation", &["text"]),
    ("unicode_width", &["text"]),
    ("unicode_normalization", &["text", "detect", "store"]),
    ("sha2", &["text"]),
    ("regex", &["detect"]),
    ("memchr", &["detect", "store"]),
    ("nucleo_matcher", &["app"]),
    ("ratatui", &["view", "terminal"]),
    ("ratatui_textarea", &["app", "view"]),
    ("crossterm", &["terminal"]),
    ("termina", &["terminal"]),
    ("signal_hook", &["terminal"]),
    ("rustix", &["terminal", "store"]),
    ("serde", &["report", "store", "cli"]),
    ("serde_yaml", &["store"]),
    ("yaml_edit", &["store"]),
    ("granit_parser", &["store"]),
    ("diffy", &["store"]),
    ("tempfile", &["store"]),
    ("notify", &["store"]),
    ("etcetera", &["store"]),
    ("encoding_rs", &["store"]),
    ("chardetng", &["store"]),
    ("serde_json", &["report", "import", "store", "cli"]),
    ("jiff", &["terminal", "cli"]),
    ("clap", &["cli"]),
    ("rayon", &["cli"]),
    ("glob", &["store"]),
    ("indicatif", &["cli"]),
    ("csv", &["report", "cli"]),
    ("uuid", &["report"]),
    ("percent_encoding", &["report", "import"]),
    ("zip", &["report", "import"]),
    ("quick_xml", &["report", "import"]),
    ("maud", &["report"]),
    ("base64", &["report"]),
    ("thiserror", &["store", "cli"]),
];

/// Modules without clock, file, environment, process or terminal.
const PURE: &[&str] = &[
    "text", "article", "notes", "detect", "report", "import", "app", "view",
];

/// What a pure module may not name.
const IMPURE: &[&[&str]] = &[
    &["std", "fs"],
    &["std", "env"],
    &["std", "process"],
    &["std", "thread"],
    &["std", "net"],
    &["std", "time", "SystemTime"],
    &["std", "time", "Instant"],
];

/// Files that name what has its home elsewhere, each with its reason: (file, what, why).
const STRANGERS: &[(&str, &str, &str)] = &[
    (
        "src/terminal/input.rs",
        "std::fs",
        "/dev/tty is the terminal, not a file of the reader's",
    ),
    (
        "src/terminal/editor.rs",
        "std::fs",
        "the copy for $EDITOR lives for one call and is nobody's notes",
    ),
    (
        "src/terminal/editor.rs",
        "tempfile",
        "the copy for $EDITOR lives for one call and is nobody's notes",
    ),
];

/// The build script's folder, whose files are no module of the program: it reads files of `detect` as modules of its own.
const BUILD: &str = "build";

/// Longest file, its tests included. A file of nothing but tests may be longer.
const LONGEST: usize = 300;

/// Files that may be longer, each with its reason. The list holds nothing that is not needed.
const LONG: &[(&str, &str)] = &[
    (
        "src/detect/quotation/cues.rs",
        "a table: one row per verb of saying",
    ),
    (
        "src/detect/quotation/phrase.rs",
        "a noun phrase grows to the left and to the right by the same tests of its words",
    ),
];

#[test]
fn the_source_keeps_its_rules() {
    let broken: Vec<String> = sources().iter().flat_map(broken).collect();
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn every_package_has_a_home() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let homeless: Vec<&str> = manifest
        .lines()
        .skip_while(|line| *line != "[dependencies]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| Some(line.split_once('=')?.0.trim()))
        .filter(|name| !name.starts_with('#'))
        .filter(|name| {
            HOMES
                .iter()
                .all(|(known, _)| *known != name.replace('-', "_"))
        })
        .collect();
    assert_eq!(homeless, [""; 0], "give each a line in HOMES");
}

#[test]
fn no_exception_is_left_over() {
    for (file, reason) in LONG {
        let text = fs::read_to_string(root().join(file)).unwrap_or_default();
        assert!(
            text.lines().count() > LONGEST,
            "{file} ({reason}) need not be in LONG"
        );
    }
    for (file, what, reason) in STRANGERS {
        let text = fs::read_to_string(root().join(file)).unwrap_or_default();
        assert!(
            used_paths(&text)
                .iter()
                .any(|path| is_stranger(file, what, file, path)),
            "{file} {what} ({reason}) need not be in STRANGERS"
        );
    }
}

#[test]
fn the_rules_catch_what_they_should() {
    for (file, text, expected) in [
        (
            "src/text/a.rs",
            "use crate::notes::Id;",
            "src/text/a.rs:1: `text` may not import `notes`",
        ),
        (
            "src/notes/a.rs",
            "\nuse crate::{text::Span, view};",
            "src/notes/a.rs:2: `notes` may not import `view`",
        ),
        (
            "src/view/a.rs",
            "fn f() { crate::store::x() }",
            "src/view/a.rs:1: `view` may not import `store`",
        ),
        (
            "src/app/a.rs",
            "use ratatui::Frame;",
            "src/app/a.rs:1: `ratatui` has its home in view, terminal",
        ),
        (
            "src/app/a.rs",
            "use std::{io, fs as f};",
            "src/app/a.rs:1: `std::fs`: `app` is pure",
        ),
        (
            "src/view/a.rs",
            "std::time::Instant::now()",
            "src/view/a.rs:1: `std::time::Instant`: `view` is pure",
        ),
        (
            "src/cli/a.rs",
            "std::fs::read(x)",
            "src/cli/a.rs:1: `std::fs`: files are the business of `store`",
        ),
        (
            "src/cli/a.rs",
            "use super::b;",
            "src/cli/a.rs:1: `super::` outside tests; write `crate::…`",
        ),
        (
            "src/odd/a.rs",
            "",
            "src/odd/a.rs:1: `odd` is not in the table of modules",
        ),
        (
            "src/text/a.rs",
            "// use crate::notes\nfn f() { \"crate::notes\"; }",
            "",
        ),
        (
            "src/text/a.rs",
            "use crate::text::Span; pub(super) fn f() {}",
            "",
        ),
        (
            "src/text/a.rs",
            "#[cfg(test)]\nmod tests { use super::*; use std::fs; }",
            "",
        ),
        ("src/store/a.rs", "use std::fs;", ""),
        ("src/build/main.rs", "use std::{env, fs};", ""),
        ("src/terminal/input.rs", "use std::fs::File;", ""),
    ] {
        let source = Source {
            file: file.to_owned(),
            text: text.to_owned(),
        };
        assert_eq!(broken(&source).join("\n"), expected, "{text}");
    }
    let long = Source {
        file: "src/text/long.rs".to_owned(),
        text: "\n".repeat(LONGEST + 1),
    };
    assert_eq!(
        broken(&long),
        ["src/text/long.rs:301: longer than 300 lines; look for the second noun in it"]
    );
}

struct Source {
    /// Path from the root of the project, with `/`.
    file: String,
    text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        let mut entries: Vec<PathBuf> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let file = path
                    .strip_prefix(root())
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/");
                let text = fs::read_to_string(&path).unwrap();
                found.push(Source { file, text });
            }
        }
    }
    found
}

/// The rules that `source` breaks.
fn broken(source: &Source) -> Vec<String> {
    let inside = source.file.strip_prefix("src/").unwrap_or(&source.file);
    let module = inside
        .split('/')
        .next()
        .unwrap_or(inside)
        .trim_end_matches(".rs");
    let say = |line: usize, rule: String| format!("{}:{line}: {rule}", source.file);
    let mut found = Vec::new();
    let lines = source.text.lines().count();
    let tests = inside.ends_with("tests.rs");
    if lines > LONGEST && !tests && LONG.iter().all(|(file, _)| *file != source.file) {
        found.push(say(
            lines,
            format!("longer than {LONGEST} lines; look for the second noun in it"),
        ));
    }
    if ["lib", "main", BUILD].contains(&module) || tests {
        return found;
    }
    let Some((_, imports)) = MODULES.iter().find(|(name, _)| *name == module) else {
        found.push(say(1, format!("`{module}` is not in the table of modules")));
        return found;
    };
    for path in used_paths(&source.text) {
        if STRANGERS
            .iter()
            .any(|(file, what, _)| is_stranger(file, what, &source.file, &path))
        {
            continue;
        }
        let rules = [
            import(module, imports, &path),
            home(module, &path),
            impure(module, &path),
            relative(&path),
        ];
        found.extend(rules.into_iter().flatten().map(|rule| say(path.line, rule)));
    }
    found
}

/// Whether the exception of `file` for `what` covers `path` in the file `here`.
fn is_stranger(file: &str, what: &str, here: &str, path: &UsedPath) -> bool {
    let what: Vec<&str> = what.split("::").collect();
    file == here && path.names.len() > 1 && path.starts_with(&what)
}

fn import(module: &str, imports: &[&str], path: &UsedPath) -> Option<String> {
    let [first, second, ..] = path.names.as_slice() else {
        return None;
    };
    let other = MODULES.iter().any(|(name, _)| name == second) && second != module;
    (first == "crate" && other && !imports.contains(&second.as_str()))
        .then(|| format!("`{module}` may not import `{second}`"))
}

fn home(module: &str, path: &UsedPath) -> Option<String> {
    let (package, homes) = HOMES
        .iter()
        .find(|(package, _)| path.starts_with(&[package]))?;
    (path.names.len() > 1 && !homes.contains(&module))
        .then(|| format!("`{package}` has its home in {}", homes.join(", ")))
}

fn impure(module: &str, path: &UsedPath) -> Option<String> {
    if PURE.contains(&module) {
        let named = IMPURE.iter().find(|impure| path.starts_with(impure))?;
        return Some(format!("`{}`: `{module}` is pure", named.join("::")));
    }
    (path.starts_with(&["std", "fs"]) && module != "store")
        .then(|| "`std::fs`: files are the business of `store`".to_owned())
}

fn relative(path: &UsedPath) -> Option<String> {
    (path.starts_with(&["super"]) && path.names.len() > 1)
        .then(|| "`super::` outside tests; write `crate::…`".to_owned())
}
