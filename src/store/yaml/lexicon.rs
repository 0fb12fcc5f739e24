//! A project's own words as YAML.

use crate::notes::{FlagWords, Lexicon, Silence};
use crate::store::yaml::scalar::scalar;
use crate::store::yaml::{Problem, parse};
use serde::Deserialize;
use std::fmt::Write;

/// What stands at the head of a new file.
const HEAD: &str =
    "# This project's own words. Edit freely: comments, order and unknown keys are kept.\n";

#[derive(Deserialize)]
#[serde(expecting = "the keys `flag:`, `never:` and `silence:`")]
struct RawLexicon {
    flag: Option<Vec<RawFlag>>,
    never: Option<Vec<String>>,
    silence: Option<Vec<RawSilence>>,
}

#[derive(Deserialize)]
#[serde(expecting = "`words:` and `category:`, and if wanted `reason:` and `instead:`")]
struct RawFlag {
    words: String,
    category: String,
    reason: Option<String>,
    instead: Option<String>,
}

#[derive(Deserialize)]
#[serde(expecting = "`rule:` with a rule such as emotive/blow, and `article:` if only there")]
struct RawSilence {
    rule: String,
    article: Option<String>,
}

/// Reads `lexicon.yaml`. Everything is optional, unknown keys are passed over.
pub(in crate::store) fn lexicon(text: &str) -> Result<Lexicon, Problem> {
    let Some(raw) = parse::<RawLexicon>(text)? else {
        return Ok(Lexicon::default());
    };
    let flags = raw.flag.unwrap_or_default().into_iter();
    let silences = raw.silence.unwrap_or_default().into_iter();
    Ok(Lexicon {
        flag: flags.map(RawFlag::read).collect(),
        never: raw.never.unwrap_or_default(),
        silence: silences.map(RawSilence::read).collect(),
    })
}

impl RawFlag {
    fn read(self) -> FlagWords {
        FlagWords {
            words: self.words,
            category: self.category,
            reason: self.reason,
            instead: self.instead,
        }
    }
}

impl RawSilence {
    fn read(self) -> Silence {
        Silence {
            rule: self.rule,
            article: self.article,
        }
    }
}

/// A new file that silences one thing.
pub(super) fn whole(line: &Silence) -> String {
    format!("{HEAD}{}", field(line))
}

/// The `silence:` field with one thing in it.
pub(super) fn field(line: &Silence) -> String {
    format!("silence:\n{}", item(line, 2))
}

/// One thing silenced, as an item of a list whose dashes stand `indent` columns in.
pub(super) fn item(line: &Silence, indent: usize) -> String {
    let pad = " ".repeat(indent);
    let mut text = format!("{pad}- rule: {}\n", scalar(&line.rule));
    if let Some(article) = &line.article {
        let _ = writeln!(text, "{pad}  article: {}", scalar(article));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_optional_and_unknown_keys_are_passed_over() {
        for text in [
            "",
            "# nothing\n",
            "flag:\nnever:\nsilence: ~\n",
            "team: Ankara\n",
            "silence: []\n",
        ] {
            assert_eq!(lexicon(text).unwrap(), Lexicon::default(), "{text:?}");
        }
        let read = lexicon(
            "flag:\n  - {words: tin-pot dictator(n), category: name-calling, by: anna}\nnever: [civil defence]\nsilence:\n  - rule: emotive/blow\n    since: 2026\n",
        );
        let read = read.unwrap();
        assert_eq!(read.flag[0].words, "tin-pot dictator(n)");
        assert_eq!(read.flag[0].reason, None);
        assert_eq!(read.never, ["civil defence"]);
        assert_eq!(read.silence[0].rule, "emotive/blow");
    }

    #[test]
    fn an_error_names_the_place_and_what_should_stand_there() {
        for (text, line, part) in [
            (
                "flag:\n  - words: a\n    reason: b\n",
                2,
                "missing field `category`",
            ),
            ("never: civil defence\n", 1, "expected a sequence"),
            ("silence:\n  - emotive/blow\n", 2, "expected `rule:`"),
            ("silence:\n  - rule: [a]\n", 2, "expected a string"),
            ("- a\n", 1, "expected the keys"),
            ("never: ['a\n", 1, "correct the file"),
            ("<<<<<<< HEAD\n", 1, "git left a conflict"),
        ] {
            let problem = lexicon(text).unwrap_err();
            assert!(problem.message.contains(part), "{text:?}: {problem:?}");
            assert!(problem.line >= line, "{text:?}: {problem:?}");
        }
    }
}
