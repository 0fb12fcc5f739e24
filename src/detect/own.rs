//! A project's own words: what to flag besides the lists, what never to flag, which rules to silence.

use crate::article::Article;
use crate::detect::{Category, Finding, PHRASE, What};
use crate::text::{Span, fold_case};
use std::collections::HashMap;

/// What a project adds to the lists and takes from them; the default adds and takes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Own {
    /// Words to flag.
    pub words: Vec<OwnWord>,
    /// Phrases within which nothing is flagged, as they stand in a text; case, kinds of dashes and of quotes do not matter.
    pub never: Vec<String>,
    /// Rules to silence: a rule ([`Finding::rule`]) or one entry of it ([`Finding::full_rule`]).
    pub silenced: Vec<String>,
}

/// Words that a project flags by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnWord {
    /// The words, in the notation of the lists: `tin-pot dictator(n)`.
    pub forms: String,
    /// Their kind.
    pub category: Category,
    /// Why, for the reader.
    pub reason: Option<String>,
    /// A neutral way to say it.
    pub instead: Option<String>,
}

impl Own {
    /// The same with nothing silenced: for who keeps every finding and shows some of them.
    pub fn unsilenced(&self) -> Self {
        Self {
            silenced: Vec::new(),
            ..self.clone()
        }
    }

    /// Whether `finding` is silenced: loaded language by a silenced rule. The rule of the words that colour a phrase silences it, too.
    pub fn silences(&self, finding: &Finding) -> bool {
        let What::Loaded(loaded) = &finding.what else {
            return false;
        };
        let of_core = finding.rule.strip_suffix(PHRASE);
        let rules = [
            Some(finding.rule.as_ref()),
            of_core.filter(|_| loaded.core.is_some()),
        ];
        let mut silenced = self.silenced.iter();
        silenced.any(|silenced| {
            let mut entries = rules
                .iter()
                .flatten()
                .filter_map(|rule| silenced.strip_prefix(rule));
            entries.any(|entry| {
                entry.is_empty()
                    || loaded.entry.is_some() && entry.strip_prefix('/') == loaded.entry.as_deref()
            })
        })
    }

    /// Leaves out of `findings`, which are those of `article`, what is silenced or never to be flagged.
    pub(super) fn silence(&self, article: &Article, findings: &mut Vec<Finding>) {
        findings.retain(|finding| !self.silences(finding));
        let phrases: Vec<String> = self.never.iter().map(|phrase| folded(phrase)).collect();
        if phrases.iter().all(String::is_empty) {
            return;
        }
        let mut innocent: HashMap<usize, Vec<Span>> = HashMap::new();
        findings.retain(|finding| {
            let index = article.paragraph_at(finding.span.start);
            let spans = innocent
                .entry(index)
                .or_insert_with(|| occurrences(article, index, &phrases));
            let words = finding.core().unwrap_or(finding.span);
            finding.category().is_none() || !spans.iter().any(|span| span.covers(words))
        });
    }
}

fn folded(phrase: &str) -> String {
    fold_case(phrase.trim()).text
}

/// Where `phrases` stand as whole words in paragraph `index`.
fn occurrences(article: &Article, index: usize, phrases: &[String]) -> Vec<Span> {
    let folded = fold_case(article.paragraph_text(index));
    let start = article.paragraph(index).start;
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let found = phrases
        .iter()
        .filter(|phrase| !phrase.is_empty())
        .flat_map(|phrase| folded.text.match_indices(phrase.as_str()));
    found
        .map(|(at, words)| Span::new(at, at + words.len()))
        .filter(|span| {
            let before = folded.text.get(..span.start).unwrap_or_default();
            let after = folded.text.get(span.end..).unwrap_or_default();
            !inside(before.chars().next_back()) && !inside(after.chars().next())
        })
        .map(|span| folded.original(span).shift(start))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::find;

    fn flagged(text: &str, never: &[&str], silenced: &[&str]) -> String {
        let article = Article::new("a", text);
        let own = Own {
            words: vec![OwnWord {
                forms: "zorblax(n)".into(),
                category: Category::Fear,
                reason: None,
                instead: None,
            }],
            never: never.iter().map(|&phrase| phrase.to_owned()).collect(),
            silenced: silenced.iter().map(|&rule| rule.to_owned()).collect(),
        };
        let found = find(&article, 0..article.len(), &own);
        let loaded = found.iter().filter(|one| one.category().is_some());
        let words: Vec<&str> = loaded.map(|one| one.span.of(&article.text)).collect();
        words.join(", ")
    }

    #[test]
    fn nothing_is_flagged_within_a_phrase_that_never_is() {
        for (text, never, found) in [
            ("A zorblax came.", "", "zorblax"),
            ("A zorblax came.", "big zorblax", "zorblax"),
            ("The “Big  Zorblax” came.", "big zorblax", ""),
            (
                "Line.\nA big zor\u{ad}blax and a zorblax.",
                " Big Zorblax",
                "zorblax",
            ),
            ("A bigger zorblax-hunt.", "zorblax—hunt", ""),
            ("An abig zorblax.", "big zorblax", "zorblax"),
            ("A big zorblaxes.", "big zorblax", "zorblaxes"),
        ] {
            assert_eq!(flagged(text, &[never], &[]), found, "{text} but {never}");
        }
    }

    #[test]
    fn a_rule_or_an_entry_is_silenced() {
        let text = "A zorblax came.";
        let article = Article::new("a", text);
        let own = Own {
            words: vec![OwnWord {
                forms: "zorblax".into(),
                category: Category::Fear,
                reason: None,
                instead: None,
            }],
            ..Own::default()
        };
        let finding = find(&article, 0..1, &own).pop().unwrap();
        let entry = |rest: &str| format!("{}{rest}", finding.full_rule());
        for other in [
            "fear",
            "",
            &entry("es"),
            &entry("/"),
            &format!("{}/", finding.rule),
        ] {
            assert_eq!(flagged(text, &[], &[other]), "zorblax", "{other}");
        }
        assert_eq!(flagged(text, &[], &[&finding.rule]), "");
        assert_eq!(flagged(text, &[], &[&finding.full_rule()]), "");
        assert_eq!(own.unsilenced(), own);
    }

    #[test]
    fn with_the_words_that_colour_it_a_phrase_goes() {
        let text = "A shameful ferry, he said.";
        let phrases = |never: &[&str], silenced: &[&str]| {
            let found = flagged(text, never, silenced);
            found.matches("ferry").count()
        };
        assert_eq!(phrases(&[], &[]), 1);
        assert_eq!(phrases(&["a shameful"], &[]), 0);
        assert_eq!(phrases(&["ferry"], &[]), 1);
        let article = Article::new("a", text);
        let found = find(&article, 0..1, &Own::default());
        let core = found
            .iter()
            .find(|one| one.category().is_some() && one.core().is_none());
        let core = core.unwrap();
        for silenced in [
            core.rule.to_string(),
            core.full_rule(),
            format!("{} phrase", core.rule),
        ] {
            assert_eq!(phrases(&[], &[&silenced]), 0, "{silenced}");
        }
        let phrase = format!("{} phrase", core.rule);
        assert_eq!(flagged(text, &[], &[&phrase]), "shameful");
    }
}
