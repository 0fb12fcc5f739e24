//! A project's own words: what to flag besides the lists, what never to flag, what to silence.

/// A project's own words, in the order of the file.
///
/// Categories and rules are the names that the file has; what they mean is the detectors' business.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lexicon {
    /// Words to flag.
    pub flag: Vec<FlagWords>,
    /// Phrases within which nothing is flagged.
    pub never: Vec<String>,
    /// What is silenced, and where.
    pub silence: Vec<Silence>,
}

/// Words to flag.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FlagWords {
    /// The words, in the notation of the lists: `tin-pot dictator(n)`.
    pub words: String,
    /// The name of their category.
    pub category: String,
    /// Why, for the reader.
    pub reason: Option<String>,
    /// A neutral way to say it.
    pub instead: Option<String>,
}

/// A rule that points at nothing any more. The order is that of the lines a program puts into the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Silence {
    /// The rule, or one entry of it: `emotive/blow/slam`.
    pub rule: String,
    /// The article in which it is silent; none: in all of the project.
    pub article: Option<String>,
}

/// A change of what is silenced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LexiconEdit {
    /// Silences.
    Silence(Silence),
    /// Lifts the silence.
    Lift(Silence),
}

impl LexiconEdit {
    /// What takes it back.
    pub fn inverse(self) -> Self {
        match self {
            Self::Silence(line) => Self::Lift(line),
            Self::Lift(line) => Self::Silence(line),
        }
    }

    /// Changes `lexicon`; whether anything changed. A new line stands before the first that sorts after it, so that two
    /// readers who add lines rarely add them at one place; lifting takes every line that says the same.
    pub fn apply(&self, lexicon: &mut Lexicon) -> bool {
        let lines = &mut lexicon.silence;
        let known = lines.len();
        match self {
            Self::Silence(line) if lines.contains(line) => {}
            Self::Silence(line) => {
                let next = lines.iter().position(|other| other > line);
                lines.insert(next.unwrap_or(known), line.clone());
            }
            Self::Lift(line) => lines.retain(|other| other != line),
        }
        lines.len() != known
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(rule: &str, article: Option<&str>) -> Silence {
        Silence {
            rule: rule.into(),
            article: article.map(str::to_owned),
        }
    }

    #[test]
    fn an_edit_and_its_inverse() {
        let mut lexicon = Lexicon::default();
        for (rule, article) in [
            ("fear/danger", None),
            ("emotive/blow", Some("a.txt")),
            ("fear/danger", Some("b.txt")),
        ] {
            let edit = LexiconEdit::Silence(line(rule, article));
            assert!(edit.apply(&mut lexicon));
            assert!(!edit.apply(&mut lexicon));
        }
        let sorted = [
            line("emotive/blow", Some("a.txt")),
            line("fear/danger", None),
            line("fear/danger", Some("b.txt")),
        ];
        assert_eq!(lexicon.silence, sorted);
        let lift = LexiconEdit::Silence(sorted[1].clone()).inverse();
        assert!(lift.apply(&mut lexicon));
        assert!(!lift.apply(&mut lexicon));
        assert_eq!(lexicon.silence.len(), 2);
    }
}
