//! One reading that has everything which formats stumble over.

use crate::run::folder;
use tempfile::TempDir;

/// The article's file: line ends of Windows, a mark at the beginning, characters of two UTF-16 units and of several scalar values,
/// markup, a tab, what spreadsheets take for formulas, a paragraph of two lines.
pub(super) const ARTICLE: &str = "\u{feff}👩‍👧 A mother’s cafe\u{301} 🦀 and 𝒳\r\n\r\n\
    The vile regime — a catastrophe, “sources” said — fell.\r\nNobody wept.\r\n\r\n\
    They ran. </script><b>&amp; \"quoted\"\ttabbed\r\n\r\n\
    =SUM(A1) they ran @home, -5 and +3; 🦀🦀 slogans.\r\n";

/// Overlapping, nested, paragraph-crossing, moved, ambiguous and lost annotations of a reader who writes anything.
const ANNA: &str = r#"closeread: 1
reader: Anna "A" <b>Ж</b>
article:
  path: seeds/hard.txt
  sha256: ''
annotations:
  - id: k1
    quote: vile regime
    flag: name-calling
    tags: [fear, a b, x;y, "é"]
    note: "One </script> & \"two\"\n\tthree 🦀\n\nfour"
    reason: "=HYPERLINK(\"x\")"
    created: '2026-11-22T09:11:32Z'
  - id: k2
    quote: regime
    finding: name-calling
    verdict: accepted
    created: '2026-11-22T09:12:00Z'
  - id: k3
    quote: regime — a catastrophe
    flag: fear
    created: yesterday
  - id: k4
    quote: "Nobody wept.\n\nThey ran"
    note: crosses two paragraphs
  - id: k5
    quote: "👩‍👧 A mother’s cafe\u0301 🦀"
    note: before and behind the basic plane
    tags: [fear]
  - id: k6
    quote: "cafe\u0301"
    tags: [fear]
  - id: k7
    quote: Nobody wept.
    speaker: Ida Lund
  - id: k8
    quote: catastrophe
    finding: fear
    verdict: rejected
    reason: '- it is one'
  - id: k9
    quote: ran
    flag: fear
  - id: k10
    quote: words that are gone 🦀
    flag: fear
    tags: [old]
    note: kept
  - id: k11
    quote: "=SUM(A1) they ran @home, -5 or +3;"
    before: "tabbed\n\n"
    after: ' 🦀🦀 slogans.'
    flag: doubtful
  - id: k12
    quote: 🦀🦀 slogans.
    flag: Slogans
    note: '@all'
  - id: k13
    quote: '-5'
    flag: speculation
  - id: k14
    quote: "</script><b>&amp; \"quoted\"\ttabbed"
    flag: emotive
  - id: k15
    quote: '“sources”'
    tags: [fear]
    flag: distancing
"#;

/// A second reader, with an id of the first one's and on the same words.
const BO: &str = r#"closeread: 1
reader: bo
article:
  path: seeds/hard.txt
  sha256: ''
annotations:
  - id: k1
    quote: vile regime
    flag: name-calling
  - id: b2
    quote: "fell.\nNobody wept."
    flag: euphemism
    reason: soft
  - id: b3
    quote: said
    finding: judging-cue
    verdict: rejected
"#;

const CODEBOOK: &str = r#"tags:
  - name: fear
    definition: what is said to be <feared> & "dreaded"
    colour: '#ff0000'
  - name: a b
    parent: fear
"#;

/// The folder with the reading: `seeds/hard.txt` and its notes.
pub(super) fn reading() -> TempDir {
    folder(&[
        ("seeds/hard.txt", ARTICLE.as_bytes()),
        ("notes/anna/hard.yaml", ANNA.as_bytes()),
        ("notes/bo/hard.yaml", BO.as_bytes()),
        ("notes/codebook.yaml", CODEBOOK.as_bytes()),
    ])
}
