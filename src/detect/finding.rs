//! A passage a detector points at.

use crate::article::Article;
use crate::detect::{Category, Strictness};
use crate::text::Span;
use std::borrow::Cow;

/// A passage a detector points at. It is the machine's and is never saved; the reader's answer to it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The passage. Of a direct quotation: with its marks.
    pub span: Span,
    /// The detector's name.
    pub detector: &'static str,
    /// The rule of that detector that fired: `fear/doom`.
    pub rule: Cow<'static, str>,
    /// Why, for the reader: a sentence without a final stop.
    pub reason: Cow<'static, str>,
    /// How sure, from 0 to 1: the share of such findings that careful annotators marked, too; 1 for what a project flags by itself.
    pub score: f32,
    /// Whose words it stands in.
    pub voice: Voice,
    /// What was found.
    pub what: What,
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// Reported speech.
    Quotation(Quotation),
    /// Wording that argues.
    Loaded(Loaded),
}

/// Reported speech.
#[derive(Debug, Clone, PartialEq)]
pub struct Quotation {
    /// How it is reported.
    pub kind: QuotationKind,
    /// The words that say who is credited.
    pub speaker: Option<Span>,
    /// Who that is: the fullest name found for the speaker, without titles.
    pub resolved: Option<String>,
    /// The crediting words.
    pub cue: Option<Span>,
    /// The words for who passes it on, where somebody reports that the speaker said it: "Lund said, the Gazette reports".
    pub relay: Option<Span>,
}

/// How speech is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuotationKind {
    /// The words themselves, in quotation marks.
    Direct,
    /// The sense in other words.
    Indirect,
    /// Other words with some of the words themselves.
    Mixed,
    /// Marks that take a word back, or name a thing; nobody's speech.
    Scare,
}

impl QuotationKind {
    /// The word in files and on screen.
    pub fn word(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
            Self::Scare => "scare",
        }
    }
}

/// Wording that argues while it seems to describe.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The kind.
    pub category: Category,
    /// The entry of the rule's list, if it came from one: `catastrophe`.
    pub entry: Option<Cow<'static, str>>,
    /// The strictest level that shows it.
    pub level: Strictness,
    /// What made the score: words, features, and how much each weighs.
    pub grounds: Vec<Ground>,
    /// A neutral way to say it, where there is one.
    pub alternative: Option<Cow<'static, str>>,
    /// Of a phrase: the words in it that are flagged by themselves and colour the others.
    pub core: Option<Span>,
}

/// One of the things that made a score.
#[derive(Debug, Clone, PartialEq)]
pub struct Ground {
    /// What it is, for the reader: `an intensifier before it: utterly`.
    pub what: Cow<'static, str>,
    /// How far it moves the score: above zero up, below zero down; in log-odds.
    pub weight: f32,
}

/// Whose words a passage stands in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// The reporter's own.
    Own,
    /// Those of a named speaker.
    Speaker(String, Speech),
    /// Those of a source without a name, by the words that credit: officials.
    Unnamed(String, Speech),
    /// Those of somebody quoted; who that is was not found.
    Unclear(Speech),
}

/// Whether words are a speaker's, or somebody's account of what the speaker said: the choice of words is then still the
/// reporter's in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Speech {
    /// The speaker's, between quotation marks.
    Direct,
    /// The sense in other words.
    Indirect,
}

impl Speech {
    /// The word in files and on screen.
    pub fn word(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
        }
    }
}

impl Voice {
    /// The words on screen and in reports.
    pub fn words(&self) -> Cow<'_, str> {
        match (self.who(), self.speech()) {
            (who, None | Some(Speech::Direct)) => who,
            (who, Some(Speech::Indirect)) => match self {
                Self::Unclear(_) => "indirect speech, speaker unclear".into(),
                _ => format!("indirect speech of {who}").into(),
            },
        }
    }

    /// Who, however the words are reported.
    pub fn who(&self) -> Cow<'_, str> {
        match self {
            Self::Own => "own voice".into(),
            Self::Speaker(name, _) => name.into(),
            Self::Unnamed(words, _) => format!("unnamed source: {words}").into(),
            Self::Unclear(_) => "speaker unclear".into(),
        }
    }

    /// The name, or the words that credit; nothing for the reporter's own voice and where it is unclear.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Speaker(name, _) | Self::Unnamed(name, _) => Some(name),
            Self::Own | Self::Unclear(_) => None,
        }
    }

    /// What it is in a word, for machines.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Speaker(..) => "speaker",
            Self::Unnamed(..) => "unnamed",
            Self::Unclear(_) => "unclear",
        }
    }

    /// How the words are reported; nothing for the reporter's own.
    pub fn speech(&self) -> Option<Speech> {
        match self {
            Self::Own => None,
            Self::Speaker(_, speech) | Self::Unnamed(_, speech) | Self::Unclear(speech) => {
                Some(*speech)
            }
        }
    }
}

/// The rule, behind its category, of words that a project flags by itself.
pub(super) const OWN_WORDS: &str = "own words";

/// The end of the rule of a phrase, behind the rule of the words that colour it.
pub(super) const PHRASE: &str = " phrase";

impl Finding {
    /// How sure it is, in words: a share that was measured, or that nothing was because the project asked for it.
    ///
    /// For loaded language the share is that of two collections people annotated, partisan articles and sentences chosen for bias;
    /// in sober news it was about a third of that, and the words say so.
    pub fn surety(&self) -> String {
        if self.rule.ends_with(OWN_WORDS) {
            return "this project asks for it: not measured".to_owned();
        }
        let share = match (self.score * 10.0).round() {
            10.0 => "nearly all such are right".to_owned(),
            0.0 => "fewer than 1 in 10 such are right".to_owned(),
            1.0 => "about 1 in 10 such is right".to_owned(),
            tenths => format!("about {tenths:.0} in 10 such are right"),
        };
        match self.what {
            What::Loaded(_) => share + " in partisan texts, far fewer in sober news",
            What::Quotation(_) => share,
        }
    }

    /// The category, if it is loaded language.
    pub fn category(&self) -> Option<Category> {
        match &self.what {
            What::Loaded(loaded) => Some(loaded.category),
            What::Quotation(_) => None,
        }
    }

    /// Of a phrase: the words in it that are flagged by themselves and colour the others.
    pub fn core(&self) -> Option<Span> {
        match &self.what {
            What::Loaded(loaded) => loaded.core,
            What::Quotation(_) => None,
        }
    }

    /// The quotation, if it is one.
    pub fn quotation(&self) -> Option<&Quotation> {
        match &self.what {
            What::Quotation(quotation) => Some(quotation),
            What::Loaded(_) => None,
        }
    }

    /// Its rule and, behind `/`, the entry that it came from: `fear/doom/catastrophe`.
    pub fn full_rule(&self) -> String {
        match &self.what {
            What::Loaded(Loaded {
                entry: Some(entry), ..
            }) => format!("{}/{entry}", self.rule),
            _ => self.rule.clone().into_owned(),
        }
    }

    /// Whether it is shown at a level of strictness. Quotations always are.
    pub fn is_shown_at(&self, level: Strictness) -> bool {
        match &self.what {
            What::Loaded(loaded) => loaded.level <= level,
            What::Quotation(_) => true,
        }
    }

    /// The name under which a verdict answers it: the category, or `quotation`.
    pub fn answers_to(&self) -> &'static str {
        self.category().map_or("quotation", Category::name)
    }
}

impl Quotation {
    /// Who speaks: the resolved name, else the words that credit; nothing when nobody is credited.
    pub fn speaker_name<'a>(&'a self, article: &'a Article) -> Option<&'a str> {
        self.resolved
            .as_deref()
            .or_else(|| self.speaker.map(|span| span.of(&article.text)))
    }
}
