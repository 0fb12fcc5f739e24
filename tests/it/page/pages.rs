//! The pages that are looked at: the demonstration, a long article, an empty one, two readers, and a hostile text.

use crate::run::closeread;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Pages with the articles they are made from.
const PAGES: [(&str, &str); 5] = [
    ("demo", "seeds/000_c6d07a3c0f466bd7.txt"),
    ("long", "seeds/long.txt"),
    ("empty", "seeds/empty.txt"),
    ("two", "seeds/two.txt"),
    ("hostile", HOSTILE_NAME),
];

const HOSTILE_NAME: &str = "seeds/a\"><img src=x onerror=alert(1)>.txt";

const HOSTILE: &str = "</style></title><script>document.title = 'x'</script> says “<b>bold</b>, the vile regime”.\n\n\
    \"><img src=https://example.org/x.png onerror=alert(1)> and \u{1b}[31m red \u{202e} backwards \u{7} bell.\n\n\
    العنوان الأول هنا <!-- --> ]]> &lt;i&gt; &#60;u&#62; {{x}} ${y} 👩‍🔬 e\u{301}\n";

/// A new workspace with all of them.
pub(crate) fn folder() -> tempfile::TempDir {
    let long = long();
    let two =
        "The vile regime fell, and the people cheered loudly.\n\n“It is over,” Ida Lund said.\n";
    let hostile_notes = hostile_notes();
    let anna = notebook(
        "anna",
        "seeds/two.txt",
        &[
            (
                "a1",
                "vile regime",
                "    flag: name-calling\n    reason: a label\n",
            ),
            (
                "a2",
                "regime fell, and the people",
                "    note: |-\n      Crosses the other.\n\n      Two paragraphs.\n    tags: [agency]\n",
            ),
            (
                "a3",
                "words that are gone",
                "    flag: fear\n    note: kept\n",
            ),
        ],
    );
    let bo = notebook(
        "Bo Berg",
        "seeds/two.txt",
        &[
            ("b1", "The vile regime fell", "    flag: fear\n"),
            ("b2", "the people cheered", "    tags: [agency, odd]\n"),
        ],
    );
    let folder = crate::run::folder(&[
        ("notes/codebook.yaml", b"tags:\n  - name: agency\n    definition: Who acts.\n    colour: '#a03050'\n  - name: \"<i>\"\n    definition: \"</td><script>\"\n    colour: 'red\" onload=\"x'\n"),
        ("seeds/empty.txt", b""),
        ("seeds/long.txt", long.0.as_bytes()),
        ("notes/demo/long.yaml", long.1.as_bytes()),
        ("seeds/two.txt", two.as_bytes()),
        ("notes/anna/two.yaml", anna.as_bytes()),
        ("notes/bo-berg/two.yaml", bo.as_bytes()),
        (HOSTILE_NAME, HOSTILE.as_bytes()),
        ("notes/demo/a\"><img src=x onerror=alert(1)>.yaml", hostile_notes.as_bytes()),
    ]);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in [
        "seeds/000_c6d07a3c0f466bd7.txt",
        "notes/demo/000_c6d07a3c0f466bd7.yaml",
    ] {
        fs::copy(root.join(file), folder.path().join(file)).unwrap();
    }
    folder
}

/// Writes every page with that ending and gives their names.
pub(crate) fn export(folder: &Path, ending: &str) -> [&'static str; 5] {
    PAGES.map(|(name, article)| {
        let output = closeread(folder)
            .args([
                "export",
                article,
                "--date",
                "2026-11-22",
                "--uri",
                "javascript:alert(1)",
            ])
            .args(["-o", &format!("{name}.{ending}")])
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        name
    })
}

/// Thirty paragraphs with two notes each, of which many overlap.
fn long() -> (String, String) {
    let mut text = String::new();
    let mut notes = Vec::new();
    for n in 1..=30 {
        let _ = write!(
            text,
            "Paragraph {n} begins here{n} and goes on with one{n} two{n} three{n} four{n} five{n} until it ends, as officials said.\n\n"
        );
        notes.push((
            format!("a{n}"),
            format!("one{n} two{n} three{n}"),
            "    flag: fear\n    reason: because it is said and not shown\n".to_owned(),
        ));
        notes.push((
            format!("b{n}"),
            format!("two{n} three{n} four{n}"),
            format!(
                "    tags: [agency]\n    note: {}\n",
                "A remark of some length. ".repeat(1 + n % 7).trim()
            ),
        ));
    }
    let notes: Vec<(&str, &str, &str)> = notes
        .iter()
        .map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str()))
        .collect();
    let notes = notebook("demo", "seeds/long.txt", &notes);
    (text, notes)
}

fn hostile_notes() -> String {
    let evil = "'\"><script>alert(1)</script><svg onload=alert(1)>'";
    let all = format!(
        "    flag: {evil}\n    reason: {evil}\n    note: {evil}\n    speaker: {evil}\n    tags: [{evil}, '<i>', 'javascript:alert(1)']\n    created: {evil}\n"
    );
    notebook(
        "\"</bdi><iframe src=https://example.org>\\u202e\"",
        "'seeds/a\"><img src=x onerror=alert(1)>.txt'",
        &[
            ("h1", "vile regime", &all),
            ("h2", "'</style></title><script>'", &all),
            ("h3", "gone '<u>' \u{2014} gone", &all),
        ],
    )
}

/// A notebook; each annotation with its id, its quote and the rest of its lines.
fn notebook(reader: &str, path: &str, annotations: &[(&str, &str, &str)]) -> String {
    let mut text =
        format!("closeread: 1\nreader: {reader}\narticle:\n  path: {path}\nannotations:\n");
    for (id, quote, rest) in annotations {
        let _ = write!(text, "  - id: {id}\n    quote: {quote}\n{rest}");
    }
    text
}
