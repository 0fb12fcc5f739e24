//! Runs the case files of `cases/`, one per category, and checks the lists themselves.
//!
//! A case is a line. What the category must find stands in [brackets], also where a finding of another category covers it; nothing
//! else of that category may be found in it, and in a line without brackets nothing at all. `#` begins a comment.

use crate::article::Article;
use crate::detect::loaded::lexicon::Lexicon;
use crate::detect::loaded::lists::LISTS;
use crate::detect::loaded::model::model;
use crate::detect::loaded::page::Page;
use crate::detect::loaded::{element, list, notation, on_page, page, rules};
use crate::detect::{Category, Finding};
use std::collections::HashMap;

const CASES: [(Category, &str); 14] = [
    (
        Category::NameCalling,
        include_str!("cases/name-calling.txt"),
    ),
    (
        Category::Dehumanising,
        include_str!("cases/dehumanising.txt"),
    ),
    (Category::Fear, include_str!("cases/fear.txt")),
    (Category::Emotive, include_str!("cases/emotive.txt")),
    (
        Category::Exaggeration,
        include_str!("cases/exaggeration.txt"),
    ),
    (Category::Minimising, include_str!("cases/minimising.txt")),
    (Category::Praise, include_str!("cases/praise.txt")),
    (Category::Certainty, include_str!("cases/certainty.txt")),
    (
        Category::Unattributed,
        include_str!("cases/unattributed.txt"),
    ),
    (Category::Speculation, include_str!("cases/speculation.txt")),
    (Category::Insinuation, include_str!("cases/insinuation.txt")),
    (Category::JudgingCue, include_str!("cases/judging-cue.txt")),
    (Category::Euphemism, include_str!("cases/euphemism.txt")),
    (Category::Distancing, include_str!("cases/distancing.txt")),
];

/// The line with what `category` finds in brackets.
fn marked(category: Category, line: &str) -> String {
    let article = Article::new("case", line);
    let mut marked = article.text.clone();
    let own = Lexicon::default();
    let found = (0..article.len()).flat_map(|at| {
        let page = Page::new(article.paragraph_text(at));
        let placed = on_page(&page, article.paragraph(at).start, &own, model());
        placed
            .into_iter()
            .map(|one| one.finding)
            .collect::<Vec<_>>()
    });
    let found: Vec<Finding> = found.collect();
    for finding in found.iter().rev() {
        if finding.category() == Some(category) {
            marked.insert(finding.span.end, ']');
            marked.insert(finding.span.start, '[');
        }
    }
    marked
}

#[test]
fn every_case_is_marked_as_written() {
    let mut wrong = Vec::new();
    for (category, file) in CASES {
        let cases: Vec<&str> = file
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .collect();
        let hits = cases.iter().filter(|case| case.contains('[')).count();
        let twins = cases.len() - hits;
        assert!(
            hits >= 5 && twins >= 5,
            "{}: too few cases",
            category.name()
        );
        for case in cases {
            let found = marked(category, &case.replace(['[', ']'], ""));
            if found != case {
                wrong.push(format!(
                    "{}\n  want {case}\n  have {found}",
                    category.name()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_list_reads_without_complaint() {
    for (category, file) in LISTS {
        let list = list::parse(category, file);
        assert_eq!(list.problems, [], "{}", category.name());
        assert!(list.entries.len() >= 8, "{}", category.name());
        let unclear = list.entries.iter().find(|entry| !entry.is_clear());
        assert_eq!(unclear, None, "a field is reason:, instead: or not:");
    }
}

#[test]
fn every_entry_is_folded_known_and_listed_once() {
    let mut wrong = Vec::new();
    for (category, file) in LISTS {
        let mut seen = HashMap::new();
        for entry in list::parse(category, file).entries {
            let at = format!("{}:{}: {}", category.name(), entry.line, entry.forms);
            let forms = notation::expand(entry.forms);
            let known = forms.iter().all(|form| element::elements(form).is_some());
            if forms.is_empty() || !known || !entry.innocent().all(reads) {
                wrong.push(format!("{at}: cannot be read"));
            }
            if !entry.forms.is_ascii() || entry.forms != entry.forms.to_lowercase() {
                wrong.push(format!("{at}: not in plain lower case"));
            }
            for form in forms {
                if let Some(first) = seen.insert(form.clone(), entry.line) {
                    wrong.push(format!("{at}: {form:?} is also in line {first}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn reads(context: &str) -> bool {
    let forms = notation::expand(context);
    !forms.is_empty()
        && forms.iter().all(|form| {
            form.starts_with('~')
                || form.split_once('_').is_some_and(|(before, after)| {
                    element::elements(before).is_some() && element::elements(after).is_some()
                })
        })
}

#[test]
fn reasons_are_sentences_without_a_stop() {
    let listed = LISTS.iter().flat_map(|(category, file)| {
        let entries = list::parse(*category, file).entries;
        entries.into_iter().map(|entry| entry.reason())
    });
    for reason in listed.chain(rules::RULES.iter().map(|rule| rule.reason)) {
        assert!(reason.split(' ').count() >= 4, "{reason}");
        assert!(
            !reason.ends_with('.') && page::fold(reason).is_ascii(),
            "{reason}"
        );
    }
}
