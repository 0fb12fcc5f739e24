//! The rules by name, with how sure each is and what it tells the reader.

use std::borrow::Cow;

/// The rule that found a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// “Words,” X said.
    CueAfter,
    /// “Words,” said X.
    CueInverted,
    /// X said: “words.”
    CueBefore,
    /// X said that words.
    CueThat,
    /// X said words.
    CueBare,
    /// X vowed to words.
    CueTo,
    /// X criticised words; X called it “words”.
    CueAbout,
    /// Words, X said.
    ClauseAfter,
    /// Words, said X.
    ClauseInverted,
    /// According to X, words.
    AccordingTo,
    /// “A,” said X, “words.”
    Split,
    /// “A,” said X. “Words.”
    Continued,
    /// X: words.
    Colon,
    /// Words in the German subjunctive of reported speech.
    Subjunctive,
    /// “Words.” — X
    Dash,
    /// X said: and the words stand in the next paragraph.
    Announced,
    /// “Words.” at the beginning of a paragraph, behind one that ends with somebody's words; or behind a sentence of these.
    Alone,
    /// “Words.” in a sentence of its own that no speaker is near.
    Unclear,
    /// Many words in marks inside a sentence that credits nobody.
    Long,
    /// Words that a cue reports, in front of it, as the ranker bounds them.
    ReportFront,
    /// The same behind it.
    ReportBehind,
    /// Marks around a name, a title or a nickname.
    Name,
    /// Marks around a few words that nobody is said to have spoken.
    Scare,
}

impl Rule {
    /// Its name in findings.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::CueAfter => "cue-after",
            Self::CueInverted => "cue-inverted",
            Self::CueBefore => "cue-before",
            Self::CueThat => "cue-that",
            Self::CueBare => "cue-bare",
            Self::CueTo => "cue-to",
            Self::CueAbout => "cue-about",
            Self::ClauseAfter => "clause-after",
            Self::ClauseInverted => "clause-inverted",
            Self::AccordingTo => "according-to",
            Self::Split => "split",
            Self::Continued => "continued",
            Self::Colon => "colon",
            Self::Subjunctive => "subjunctive",
            Self::Dash => "dash",
            Self::Announced => "announced",
            Self::Alone => "alone",
            Self::Unclear => "unclear",
            Self::Long => "long",
            Self::ReportFront => "report-front",
            Self::ReportBehind => "report-behind",
            Self::Name => "name",
            Self::Scare => "scare",
        }
    }

    /// The share of its findings whose words and speaker are both right, measured on annotated news (`PolNeAR`,
    /// train, by `closeread measure quotes --by rule`; the subjunctive on German news). Of rules that credit nobody: the share whose words are right to be, or not to be, speech.
    pub(super) fn score(self) -> f32 {
        match self {
            Self::CueAfter | Self::CueInverted => 0.97,
            Self::Continued => 0.95,
            Self::Dash | Self::ClauseInverted => 0.9,
            Self::ClauseAfter => 0.89,
            Self::Split => 0.85,
            Self::CueBare => 0.81,
            Self::CueBefore | Self::AccordingTo | Self::CueThat => 0.79,
            Self::Announced | Self::Name => 0.77,
            Self::CueTo => 0.74,
            Self::Unclear => 0.71,
            Self::CueAbout | Self::Alone | Self::ReportFront | Self::ReportBehind => 0.67,
            Self::Scare => 0.65,
            Self::Colon => 0.54,
            Self::Long => 0.46,
            Self::Subjunctive => 0.39,
        }
    }

    /// Why, for the reader.
    pub(super) fn reason(self, cue: Option<&str>, speaker: Option<&str>) -> Cow<'static, str> {
        let who = speaker.unwrap_or("somebody who is not named");
        match (self, cue) {
            (Self::Name, _) => {
                "marks around a title or a name; nobody is said to have spoken it".into()
            }
            (Self::Scare, _) => "marks around words that nobody here is said to have spoken".into(),
            (Self::Unclear, _) => "a sentence in marks; who spoke it is unclear".into(),
            (Self::Long, _) => "many words in marks; who spoke them is unclear".into(),
            (Self::Alone, _) => {
                format!("a sentence in marks that goes on the words of {who}").into()
            }
            (Self::Announced, _) => {
                format!("the colon at the end of the paragraph before announces words of {who}")
                    .into()
            }
            (Self::Subjunctive, Some(cue)) => format!(
                "“{cue}” is the subjunctive of reported speech; the words are those of {who}"
            )
            .into(),
            (Self::Dash, _) => {
                format!("the name behind the dash credits these words to {who}").into()
            }
            (Self::Colon, _) => format!("the colon credits these words to {who}").into(),
            (Self::Continued | Self::Split, Some(cue)) => {
                format!("these words go on what “{cue}” credits to {who}").into()
            }
            (Self::ReportFront | Self::ReportBehind, Some(cue)) => {
                format!("“{cue}” credits these words to {who}, as in news that people annotated")
                    .into()
            }
            (_, Some(cue)) => format!("“{cue}” credits these words to {who}").into(),
            (_, None) => format!("these words are credited to {who}").into(),
        }
    }
}
