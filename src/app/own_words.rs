//! A project's own words for one article, as the detectors take them.

use crate::detect::{Category, Own, OwnWord};
use crate::notes::{FlagWords, Lexicon};

/// Something wrong with words to flag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordsProblem {
    /// The words, as they stand in the file.
    pub words: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// What `lexicon` says for the article called `article`, and what is wrong with it. Words that cannot be understood are
/// left out.
pub fn own_words(lexicon: &Lexicon, article: &str) -> (Own, Vec<WordsProblem>) {
    let mut own = Own {
        never: lexicon.never.clone(),
        ..Own::default()
    };
    let mut problems = Vec::new();
    for word in &lexicon.flag {
        match own_word(word) {
            Ok(word) => own.words.push(word),
            Err(problem) => problems.push(problem),
        }
    }
    let here = lexicon
        .silence
        .iter()
        .filter(|line| line.article.as_deref().is_none_or(|only| only == article));
    own.silenced = here.map(|line| line.rule.clone()).collect();
    (own, problems)
}

fn own_word(word: &FlagWords) -> Result<OwnWord, WordsProblem> {
    let wrong = |what: String| WordsProblem {
        words: word.words.clone(),
        message: format!("flag “{}”: {what}", word.words),
    };
    let category = Category::parse(&word.category).ok_or_else(|| {
        let known: Vec<&str> = Category::ALL.into_iter().map(Category::name).collect();
        wrong(format!(
            "no category is called “{}”; write one of {}",
            word.category,
            known.join(", ")
        ))
    })?;
    if !braces_close(&word.words) {
        return Err(wrong(
            "a brace is not closed; write endings as in slam{,s,med}".to_owned(),
        ));
    }
    Ok(OwnWord {
        forms: word.words.clone(),
        category,
        reason: word.reason.clone(),
        instead: word.instead.clone(),
    })
}

fn braces_close(words: &str) -> bool {
    let mut open = 0;
    words.chars().all(|c| {
        open += match c {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        open >= 0
    }) && open == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::Silence;

    fn flag(words: &str, category: &str) -> FlagWords {
        FlagWords {
            words: words.into(),
            category: category.into(),
            reason: Some("a label".into()),
            instead: None,
        }
    }

    #[test]
    fn what_cannot_be_understood_is_left_out_and_said() {
        let lexicon = Lexicon {
            flag: vec![
                flag("tin-pot dictator(n)", "name-calling"),
                flag("zeal", "labels"),
                flag("slam{,s", "emotive"),
            ],
            never: vec!["civil defence".into()],
            silence: [
                ("fear/danger", None),
                ("emotive/blow", Some("a.txt")),
                ("praise/skill", Some("b.txt")),
            ]
            .map(|(rule, article)| Silence {
                rule: rule.into(),
                article: article.map(str::to_owned),
            })
            .to_vec(),
        };
        let (own, problems) = own_words(&lexicon, "a.txt");
        let forms: Vec<&str> = own.words.iter().map(|word| word.forms.as_str()).collect();
        assert_eq!(forms, ["tin-pot dictator(n)"]);
        assert_eq!(own.never, ["civil defence"]);
        assert_eq!(own.silenced, ["fear/danger", "emotive/blow"]);
        assert_eq!(problems.len(), 2);
        assert!(problems[0].message.starts_with(
            "flag “zeal”: no category is called “labels”; write one of name-calling, "
        ));
        assert!(problems[1].message.contains("“slam{,s”: a brace"));
    }
}
