//! The summary: as a golden file of the demonstration notebook, and in the odd cases.

use crate::run::{block, closeread, folder};
use closeread::article::Article;
use closeread::detect::Strictness;
use closeread::notes::{
    Anchor, Annotation, ArticleRef, At, Candidate, Codebook, Id, Notebook, Selector, Verdict,
};
use closeread::report::{AnchoredNotebook, Exchange, Reading, exporter};
use closeread::store::{NotebookFile, Workspace};
use closeread::text::Span;
use insta::assert_snapshot;
use std::fs;
use std::path::Path;

const ARTICLE: &str = "seeds/000_c6d07a3c0f466bd7.txt";
/// The formats for people, with what they make of the demonstration notebook.
const GOLDEN: [(&str, &str); 2] = [
    ("markdown", "tests/it/golden/demo.md"),
    ("html", "tests/it/golden/demo.html"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// `BLESS=1 cargo test --test it` writes the file anew; read the difference before you commit it.
#[test]
fn the_demonstration_notebook_written_up() {
    for (format, path) in GOLDEN {
        let output = closeread(root())
            .args(["export", ARTICLE, "--format", format])
            .args(["--reader", "demo", "--date", "2026-11-22"])
            .output()
            .unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
        let written = String::from_utf8(output.stdout).unwrap();
        let golden = root().join(path);
        if std::env::var_os("BLESS").is_some() {
            fs::write(&golden, &written).unwrap();
        }
        let expected = fs::read_to_string(&golden).unwrap_or_default();
        let numbered = written.lines().zip(expected.lines()).enumerate();
        for (number, (is, should)) in numbered {
            assert_eq!(is, should, "{path}:{}", number + 1);
        }
        assert_eq!(written.len(), expected.len(), "{path}");
    }
}

#[test]
fn the_demonstration_notebook_stands_on_the_words_it_quotes() {
    let path = root().join(ARTICLE);
    let article = closeread::store::read_article(&path, ARTICLE).unwrap();
    let workspace = Workspace::around(&path);
    let about = ArticleRef::default();
    let file = NotebookFile::open(&workspace.notebook_path("demo", &path), "demo", about).unwrap();
    let notebook = file.notebook();
    assert_eq!(notebook.article.sha256, article.sha256());
    assert_eq!(notebook.article.path, ARTICLE);
    let anchorer = closeread::notes::Anchorer::new(&article);
    let codebook = workspace.codebook().unwrap();
    for annotation in &notebook.annotations {
        let Anchor::Found(span) = anchorer.anchor(annotation, false) else {
            panic!("{} is not found", annotation.selector.quote);
        };
        assert_eq!(annotation.selector, Selector::of(&article, span));
        assert_eq!(annotation.at, Some(At::of(&article, span.start)));
        for tag in &annotation.tags {
            assert!(
                codebook
                    .get(tag)
                    .is_some_and(|tag| tag.definition.is_some()),
                "#{tag}"
            );
        }
    }
    let elsewhere = tempfile::tempdir().unwrap();
    let copy = elsewhere.path().join("notes/demo/a.yaml");
    let mut fresh = NotebookFile::open(&copy, "demo", ArticleRef::default()).unwrap();
    fresh.save(notebook).unwrap();
    assert_eq!(
        fs::read_to_string(&copy).unwrap(),
        fs::read_to_string(file.path()).unwrap()
    );
    let reviewed = (0..article.len()).filter(|&index| notebook.is_reviewed(&article, index));
    assert_eq!(reviewed.count(), notebook.reviewed.len());
}

#[test]
fn nothing_to_say_leaves_no_empty_sections() {
    let files = folder(&[("empty.txt", b""), ("plain.txt", b"A plain line.\n")]);
    let said = |name: &str| block(files.path(), &["export", name, "--date", "2026-01-02"], b"");
    let head = |text: String| text.split("\n## How").next().unwrap().to_owned();
    assert_snapshot!(head(said("empty.txt")), @"
    # A close reading of empty.txt

    | Article | `empty.txt` |
    | :--- | :--- |
    | Date | 2 January 2026 |
    | Length | empty |
    | Annotations | no annotations |
    | SHA-256 | `e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855` |
    ");
    assert_snapshot!(head(said("plain.txt")), @"
    # A close reading of plain.txt

    | Article | `plain.txt` |
    | :--- | :--- |
    | Date | 2 January 2026 |
    | Length | 1 paragraph, 3 words |
    | Annotations | no annotations |
    | SHA-256 | `c55d075815b305a99e72e3a4ef5e6ed8e86607135e9e22a4c8b4211d33765e01` |
    ");
}

#[test]
fn standard_input_has_no_notes() {
    let files = folder(&[]);
    let said = block(
        files.path(),
        &["export", "-", "--date", "2026-01-02"],
        b"One.\n\nTwo.\n",
    );
    assert_snapshot!(said.lines().next().unwrap(), @"# A close reading of standard input");
}

#[test]
fn the_file_is_what_standard_output_would_be() {
    let files = folder(&[("a.txt", b"A plain line.\n")]);
    let to_file = ["export", "a.txt", "--date", "2026-01-02", "-o", "a.md"];
    assert_eq!(block(files.path(), &to_file, b""), "exit 0");
    let output = closeread(files.path())
        .args(&to_file[..4])
        .output()
        .unwrap();
    assert_eq!(fs::read(files.path().join("a.md")).unwrap(), output.stdout);
}

#[test]
fn an_ending_of_no_format_is_refused_not_taken_for_the_summary() {
    let folder = folder(&[("a.txt", b"One.\n")]);
    let ran = closeread(folder.path())
        .args(["export", "a.txt", "-o", "a.semeval.tsv"])
        .output()
        .unwrap();
    assert_eq!(ran.status.code(), Some(2));
    assert_snapshot!(String::from_utf8(ran.stderr).unwrap(), @"closeread: a.semeval.tsv: no format has this ending, so nothing was written; name one with --format, or let it end in one of .md .html .json .jsonl .csv .jsonld .hypothesis.json .ann .qdpx .qdc .cas.json .doccano.jsonl .label-studio.json .si.tsv .tc.tsv .2023.tsv");
    assert!(!folder.path().join("a.semeval.tsv").exists());
}

fn annotation(id: &str, quote: &str) -> Annotation {
    Annotation {
        id: Id(id.into()),
        at: At::parse("1:1"),
        selector: Selector {
            quote: quote.into(),
            ..Selector::default()
        },
        created: Some("2026-01-02T03:04:05Z".into()),
        ..Annotation::default()
    }
}

/// Two readers, markup and control characters everywhere, anchors of every kind.
#[test]
fn two_readers_on_a_hostile_text() {
    let article = Article::new(
        "a_`b`|c.txt",
        "# *One* <b>\u{1b}[31m two\n1. Three & two.\nFour.",
    );
    let span = |words: &str| {
        let start = article.text.find(words).unwrap();
        Span::new(start, start + words.len())
    };
    let anna = Notebook {
        reader: "Anna *P*".into(),
        annotations: vec![
            Annotation {
                flag: Some("zeal|ot".into()),
                note: Some("- a list?\n1. no\n\n# plain\u{202e} text".into()),
                reason: Some("two\nlines".into()),
                tags: vec!["a_b".into()],
                ..annotation("b", "*One* <b>")
            },
            Annotation {
                note: Some("crosses".into()),
                ..annotation("c", "two\n1. Three")
            },
            Annotation {
                flag: Some("fear".into()),
                ..annotation("d", "the old words")
            },
            Annotation {
                tags: vec!["x".into()],
                ..annotation("f", "two")
            },
        ],
        ..Notebook::default()
    };
    let places = [
        Anchor::Found(span("*One* <b>")),
        Anchor::Found(span("two\n1. Three")),
        Anchor::Moved(Candidate {
            span: span("Three & two"),
            score: 0.7,
        }),
        Anchor::Ambiguous(vec![span("two\n"), span("two.")]),
    ];
    let bo = Notebook {
        reader: String::new(),
        annotations: vec![Annotation {
            finding: Some("fear".into()),
            verdict: Some(Verdict::Rejected),
            ..annotation("g", "gone")
        }],
        ..Notebook::default()
    };
    let reading = Reading {
        article: &article,
        notebooks: vec![
            AnchoredNotebook {
                notebook: &anna,
                anchors: &places,
            },
            AnchoredNotebook {
                notebook: &bo,
                anchors: &[],
            },
        ],
        findings: &[],
        codebook: &Codebook::default(),
        level: Strictness::Normal,
        date: "2026-01-02".into(),
        exchange: Exchange::default(),
    };
    let markdown = (exporter("markdown").unwrap().write)(&reading);
    let markdown = String::from_utf8(markdown.bytes).unwrap();
    assert_snapshot!(markdown.split("\n## How").next().unwrap(), @r"
    # A close reading of a\_\`b\`\|c.txt

    | Article | ``a_`b`\|c.txt`` |
    | :--- | :--- |
    | Read by | Anna \*P\* and unsigned |
    | Date | 2 January 2026 |
    | Length | 3 paragraphs, 8 words |
    | Annotations | 5, with 2 flags, 2 notes and 1 verdict |
    | SHA-256 | `0cda54626b16dbf1e7d872a5b02bd7bed6fa9d2facc9f39c93bb68d87f51d646` |

    ## Loaded language

    There are 2 flags, all in the article’s own voice.

    | Category | Flags | Own voice | What it means |
    | :--- | ---: | ---: | :--- |
    | fear | 1 | 1 | a danger to be felt rather than shown |
    | zeal\|ot | 1 | 1 |  |

    ## Annotations

    ### ¶1

    > \# **\*One\* \<b\>**[^1]␛\[31m **two**[^2]

    [^1]: “\*One\* \<b\>”

        **Flag: zeal\|ot** · own voice · #a\_b — *Anna \*P\*, 2 January 2026*

        *Reason:* two lines

        \- a list?\
        1\. no

        \# plain� text

    [^2]: “two 1. Three”

        **Note** · ¶1–2 — *Anna \*P\*, 2 January 2026*

        crosses

    ## Annotations to check

    These annotations no longer point at one certain place. They are kept here with the words they were made on.

    > the old words

    **Flag: fear** · own voice — *Anna \*P\*, 2 January 2026*

    *Moved, once in ¶1: now probably in ¶2, “Three & two”.*

    > two

    **Tagged** · #x — *Anna \*P\*, 2 January 2026*

    *Ambiguous, once in ¶1: the same words stand at 2 places in ¶1 and ¶2.*

    > gone

    **Rejected: fear** — *unsigned, 2 January 2026*

    *Lost, once in ¶1: the words are gone.*

    ## Tags

    | Tag | Used | What it is for |
    | :--- | ---: | :--- |
    | #a\_b | 1 | *not in the codebook* |
    | #x | 1 | *not in the codebook* |
    ");
}

/// What two readers say of the speakers: a correction, a mark, a disagreement.
#[test]
fn who_speaks_by_the_word_of_readers() {
    let text = "“The bridge is open,” Ida Lund said. “The vile ferry has left,” Bo Dahl said.\n\
        The keeper waits for nobody. Mayor Lund promised that the road would follow.";
    let notebook = |reader: &str, annotations: &str| {
        let head = "closeread: 1\narticle:\n  path: a.txt\nannotations:\n";
        format!("reader: {reader}\n{head}{annotations}")
    };
    let answer = |id: &str, quote: &str, says: &str| {
        format!("  - id: {id}\n    quote: {quote}\n    finding: quotation\n    {says}\n")
    };
    let ferry = "“The vile ferry has left,”";
    let anna = [
        answer(
            "a1",
            ferry,
            "verdict: accepted\n    speaker: Captain Cy Berg",
        ),
        "  - id: a2\n    quote: The keeper waits for nobody\n    speaker: Ida Lund\n".to_owned(),
        "  - id: a3\n    quote: vile\n    flag: emotive\n".to_owned(),
    ];
    let bea = answer("b1", ferry, "verdict: rejected");
    let files = folder(&[
        ("a.txt", text.as_bytes()),
        (
            "notes/anna/a.yaml",
            notebook("anna", &anna.concat()).as_bytes(),
        ),
        ("notes/bea/a.yaml", notebook("bea", &bea).as_bytes()),
    ]);
    let written = block(
        files.path(),
        &["export", "a.txt", "--date", "2026-01-02"],
        b"",
    );
    let quoted = written.split("## Who is quoted").nth(1).unwrap();
    assert_snapshot!(quoted.split("## Findings").next().unwrap(), @"
    | Speaker | Direct | Mixed | Indirect | Words quoted | Other words | Share | Flags |
    | :--- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | Ida Lund | 1 | 0 | 2 | 4 | 10 | 50 % | 0 |
    | Cy Berg | 1 | 0 | 0 | 5 | 0 | 18 % | 1 |
    | *the article’s own voice* |  |  |  |  | 9 | 32 % | 0 |

    Direct, mixed and indirect count quotations: in quotation marks, in part, in other words. Words quoted stand in quotation marks; other words are the article’s account of what somebody said. *Share* is of all words. Several names of one person count as one. The speaker of 1 quotation and 1 quotation that no rule found are from readers. Readers disagree on 1 quotation: what the first of them says counts here.
    ");
    let remarks = written.split("## Annotations").nth(1).unwrap();
    assert_snapshot!(remarks.split("## How").next().unwrap(), @"
    ### ¶1

    > … **“The vile[^3] ferry has left,”**[^1][^2] Bo Dahl said.

    [^1]: “The vile ferry has left,”

        **Accepted: quotation** · **Speaker: Captain Cy Berg** — *anna*

    [^2]: “The vile ferry has left,”

        **Rejected: quotation** — *bea*

    [^3]: “vile”

        **Flag: emotive** · in the words of Cy Berg — *anna*

    ### ¶2

    > **The keeper waits for nobody**[^4]. …

    [^4]: “The keeper waits for nobody”

        **Speaker: Ida Lund** — *anna*
    ");
}
