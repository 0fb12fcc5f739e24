//! The readers of files, given what nobody meant: real files with bytes changed, lines moved, YAML in the wrong place.
//!
//! `cargo test` tries a few hundred of each; a million in all (five properties with 200,000 each) by
//! `PROPTEST_CASES=200000 cargo test --release --lib store::hostile`.

mod mutant;

use crate::article::Article;
use crate::notes::{Annotation, ArticleRef, Id, LexiconEdit, Notebook, Selector, Silence};
use crate::store::codebook::codebook;
use crate::store::hostile::mutant::{any_mutant, any_text_mutant};
use crate::store::{decode, settings, yaml};
use proptest::prelude::*;
use serde_yaml::{Mapping, Value};

const NOTEBOOK: &str = include_str!("../../../notes/demo/000_c6d07a3c0f466bd7.yaml");
const CODEBOOK: &str = include_str!("../../../notes/codebook.yaml");
const ARTICLE: &[u8] = include_bytes!("../../../seeds/000_c6d07a3c0f466bd7.txt");

/// YAML as people write it by hand.
const BY_HAND: &str = "\
# my notes\r
reader: \"Anna Petrova\"   # me
project: {a: [1, 'x'], ? b : c}
article: {path: seeds/a.txt, sha256: '0a1b2c'}
annotations:

    # first things first
    - id: aa
      at: 2:1              # the lead
      quote: >-
        civil
        defense
      tags:
      - fear
      # the second one
      - !!str octopus
      weight: &w {a: [1, 2]}

    # about bb
    - quote: mechanism \u{85} of
      id: bb
      note: |+
        # no comment

        two

      tags: [one, \"t\\u0077o\"]
    - {id: cc, quote: Kyiv regime, mood: bad}
    # the end

appendix: ~
reviewed: [p1-00c0ffee]
";

const LEXICON: &str = "\
# own words
flag:
  - words: tin-pot dictator(n)   # a label
    category: name-calling
    instead: ruler
never: [civil defence, 'no']
silence:
  - rule: emotive/blow
  # only there
  - {rule: fear/danger/threat, article: seeds/a.txt}
owner: {name: demo}
";

const SETTINGS: &str = "\
reader: Anna
theme: dark   # always
articles: seeds
notes: notes
keys:
  n: next-note
  1: tag-1
  '^x': quit
";

/// The first annotations of the sample notebook: small files are read oftener in the same time.
fn sample() -> &'static str {
    let at = NOTEBOOK.match_indices("\n  - id: ").nth(3);
    at.and_then(|(at, _)| NOTEBOOK.get(..=at))
        .unwrap_or(NOTEBOOK)
}

fn empty() -> Notebook {
    Notebook::new("anna", ArticleRef::default())
}

fn comments(text: &str) -> usize {
    let lines = text.lines().map(str::trim_start);
    lines.filter(|line| line.starts_with('#')).count()
}

/// What the notebook says beside what an edit was about: an annotation's `flag` and `note`, or all of it. None when
/// unknown keys stand there twice.
fn rest(text: &str, about: &Id, all: bool) -> Option<Mapping> {
    let value: Value = serde_yaml::from_str(&ended(text)).ok()?;
    let mut top = value.as_mapping().cloned().unwrap_or_default();
    let list = top.remove("annotations").unwrap_or_default();
    let mut items = list.as_sequence().cloned().unwrap_or_default();
    let is = |item: &Value| item.get("id").and_then(Value::as_str) == Some(&about.0);
    items.retain(|item| !all || !is(item));
    for item in items
        .iter_mut()
        .filter(|item| is(item))
        .filter_map(Value::as_mapping_mut)
    {
        item.remove("flag");
        item.remove("note");
    }
    top.insert("annotations".into(), items.into());
    Some(top)
}

/// The text as it is read: without a byte order mark, with a line break at its end.
fn ended(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}');
    let missing = !text.is_empty() && !text.ends_with('\n');
    text.to_owned() + if missing { "\n" } else { "" }
}

/// What own words say beside the rules that are silenced; None when unknown keys stand there twice.
fn without_silence(text: &str) -> Option<Mapping> {
    let value: Value = serde_yaml::from_str(&ended(text)).ok()?;
    let mut top = value.as_mapping().cloned().unwrap_or_default();
    top.remove("silence");
    Some(top)
}

/// A change that somebody makes: a note and a flag are said anew, an annotation comes, one goes.
fn edited(notebook: &Notebook, kind: usize, at: prop::sample::Index) -> (Notebook, Id) {
    let mut wanted = notebook.clone();
    if kind < 2 && !wanted.annotations.is_empty() {
        let index = at.index(wanted.annotations.len());
        let one = &mut wanted.annotations[index];
        let id = one.id.clone();
        one.note = Some("Two\n\n  lines: # and\nmore ".to_owned());
        one.flag = Some("no".to_owned());
        if kind == 1 {
            wanted.annotations.remove(index);
        }
        return (wanted, id);
    }
    let selector = Selector {
        quote: "12:30".to_owned(),
        ..Selector::default()
    };
    let new = Annotation {
        id: Id("a new one".to_owned()),
        selector,
        ..Annotation::default()
    };
    let index = at.index(wanted.annotations.len() + 1);
    wanted.annotations.insert(index, new);
    (wanted, Id("a new one".to_owned()))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// An article is read or refused, and shows every character that is not white space, in order.
    #[test]
    fn articles(bytes in any_mutant(vec![ARTICLE, NOTEBOOK.as_bytes()])) {
        let plain = std::str::from_utf8(&bytes).ok().map(str::to_owned);
        let Ok(text) = decode(bytes) else { return Ok(()) };
        if let Some(plain) = plain.filter(|plain| !plain.contains('\0')) {
            prop_assert_eq!(text.trim_start_matches('\u{feff}'), plain.trim_start_matches('\u{feff}'));
        }
        let article = Article::new("a", text.clone());
        let shown: String = (0..article.len()).map(|index| article.paragraph_text(index)).collect();
        let visible = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(visible(&shown), visible(text.strip_prefix('\u{feff}').unwrap_or(&text)));
        let spans: Vec<_> = article.paragraphs.iter().map(|paragraph| paragraph.span).collect();
        prop_assert!(spans.iter().all(|span| !span.is_empty()));
        prop_assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
    }

    /// A notebook is read or refused. Saved unchanged it is the same, byte for byte; a change of it is in it afterwards with
    /// everything else, or is refused.
    #[test]
    fn notebooks(text in any_text_mutant(vec![sample(), BY_HAND]), kind in 0..3usize, at: prop::sample::Index) {
        let Ok(notebook) = yaml::notebook(&text, &empty()) else { return Ok(()) };
        let (same, _) = yaml::changed(&text, &notebook, &notebook).unwrap();
        prop_assert_eq!(&same, &text);
        let (wanted, about) = edited(&notebook, kind, at);
        let Ok((new, says)) = yaml::changed(&text, &notebook, &wanted) else { return Ok(()) };
        let read = yaml::notebook(&new, &empty()).unwrap();
        prop_assert_eq!(&read, &says);
        let sorted = |notebook: &Notebook| {
            let mut all = notebook.annotations.clone();
            all.sort_by(|a, b| a.id.cmp(&b.id));
            (all, notebook.reader.clone(), notebook.article.clone(), notebook.reviewed.clone())
        };
        prop_assert_eq!(sorted(&read), sorted(&wanted), "{}", new);
        let all = wanted.annotations.len() != notebook.annotations.len();
        if let Some(kept) = rest(&text, &about, all) {
            let mut now = rest(&new, &about, all).unwrap();
            now.retain(|key, _| kept.contains_key(key));
            prop_assert_eq!(kept, now, "{}\n---\n{}", text, new);
        }
        if kind == 2 {
            prop_assert!(comments(&new) >= comments(&text), "{}\n---\n{}", text, new);
        }
    }

    /// A codebook is read or refused; merging it with another version ends.
    #[test]
    fn codebooks(text in any_text_mutant(vec![CODEBOOK]), other in any_text_mutant(vec![CODEBOOK])) {
        let _ = codebook(&text);
        let merged = yaml::merged(CODEBOOK, &text, &other, 7);
        if codebook(&text).is_ok() && codebook(&other).is_ok() && merged.contradictions.is_empty() {
            prop_assert!(codebook(&merged.text).is_ok(), "{}", merged.text);
        }
    }

    /// A project's own words are read or refused. A rule that is silenced is silenced afterwards, and all else is kept.
    #[test]
    fn lexicons(text in any_text_mutant(vec![LEXICON]), there: bool) {
        let Ok(lexicon) = yaml::lexicon(&text) else { return Ok(()) };
        let article = there.then(|| "seeds/no: #.txt".to_owned());
        let line = Silence { rule: "praise/yes".to_owned(), article };
        let edit = LexiconEdit::Silence(line.clone());
        let Ok((new, says)) = yaml::silenced(Some(&text), &lexicon, &edit) else { return Ok(()) };
        prop_assert!(says.silence.contains(&line));
        prop_assert_eq!(yaml::lexicon(&new).unwrap(), says);
        if let Some(kept) = without_silence(&text) {
            prop_assert_eq!(Some(kept), without_silence(&new), "{}\n---\n{}", text, new);
        }
        prop_assert!(comments(&new) >= comments(&text), "{}\n---\n{}", text, new);
    }

    /// Settings are read or refused; a folder in them stays inside.
    #[test]
    fn settings_files(text in any_text_mutant(vec![SETTINGS])) {
        let Ok(read) = settings::parse(&text) else { return Ok(()) };
        for folder in [read.articles, read.notes].into_iter().flatten() {
            prop_assert!(!folder.starts_with('/') && !folder.split('/').any(|part| part == ".."), "{}", folder);
        }
    }
}
