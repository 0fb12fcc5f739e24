//! The Markdown summary as a reader of Markdown takes it: footnotes, tables, and that text stays text.

use crate::page::pages;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeStream};
use std::collections::BTreeMap;
use std::fs;

fn events(markdown: &str) -> impl Iterator<Item = Event<'_>> {
    let gfm = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_MATH;
    TextMergeStream::new(Parser::new_ext(markdown, gfm))
}

/// What is wrong with a summary, a line each.
fn problems(markdown: &str) -> Vec<String> {
    let mut problems = Vec::new();
    let mut references: BTreeMap<String, usize> = BTreeMap::new();
    let mut definitions = references.clone();
    for event in events(markdown) {
        match event {
            Event::FootnoteReference(name) => *references.entry(name.to_string()).or_default() += 1,
            Event::Start(Tag::FootnoteDefinition(name)) => {
                *definitions.entry(name.to_string()).or_default() += 1;
            }
            Event::Html(text) | Event::InlineHtml(text) => problems.push(format!("HTML: {text}")),
            Event::Start(
                tag @ (Tag::Link { .. }
                | Tag::Image { .. }
                | Tag::List(_)
                | Tag::CodeBlock(_)
                | Tag::Strikethrough
                | Tag::HtmlBlock),
            ) => problems.push(format!("{tag:?}")),
            Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::Rule
            | Event::TaskListMarker(_) => {
                problems.push(format!("{event:?}"));
            }
            Event::Text(text) if text.contains("**") || text.contains("[^") => {
                problems.push(format!("stars or brackets: {text}"));
            }
            _ => {}
        }
    }
    if references
        .values()
        .chain(definitions.values())
        .any(|n| *n != 1)
        || references != definitions
    {
        problems.push(format!(
            "references {references:?}, definitions {definitions:?}"
        ));
    }
    problems
}

/// The words of the block quotations, a line each.
fn quotations(markdown: &str) -> Vec<String> {
    let mut quotations = Vec::new();
    let mut depth = 0;
    for event in events(markdown) {
        match event {
            Event::Start(Tag::BlockQuote(_)) => {
                depth += 1;
                quotations.push(String::new());
            }
            Event::End(TagEnd::BlockQuote(_)) => depth -= 1,
            Event::Text(text) if depth > 0 => quotations.last_mut().unwrap().push_str(&text),
            _ => {}
        }
    }
    quotations
}

#[test]
fn footnotes_stand_once_and_text_stays_text() {
    let folder = pages::folder();
    for name in pages::export(folder.path(), "md") {
        let markdown = fs::read_to_string(folder.path().join(format!("{name}.md"))).unwrap();
        assert_eq!(problems(&markdown), [""; 0], "{name}\n{markdown}");
    }
}

#[test]
fn the_sentences_around_a_passage_are_those_of_the_article() {
    let folder = pages::folder();
    pages::export(folder.path(), "md");
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    let article = read("seeds/000_c6d07a3c0f466bd7.txt");
    let quotations = quotations(&read("demo.md"));
    assert_eq!(quotations.len(), 15);
    for quotation in quotations {
        for part in quotation.split('…').map(str::trim) {
            assert!(article.contains(part), "{part}");
        }
    }
}

#[test]
fn markup_would_be_noticed() {
    for (markdown, expected) in [
        ("a[^1]\n\n[^1]: b", true),
        ("a[^1] c[^1]\n\n[^1]: b", false),
        ("a[^1]", false),
        ("<b>", false),
        ("- a", false),
        ("a**“b”**c", false),
    ] {
        assert_eq!(problems(markdown).is_empty(), expected, "{markdown}");
    }
}
