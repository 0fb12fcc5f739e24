//! Whose words a passage stands in.

use crate::article::Article;
use crate::detect::named::{is_named, is_pronoun};
use crate::detect::namesakes::Namesakes;
use crate::detect::{Finding, QuotationKind, Speech, Voice, marks};
use crate::text::{Overlaps, Span};
use std::sync::OnceLock;

/// A passage that somebody said.
#[derive(Debug, Clone, PartialEq)]
pub struct Spoken {
    /// The passage.
    pub span: Span,
    /// How it is reported.
    pub kind: QuotationKind,
    /// Who is credited, by name or by the words that credit; nobody where that is unclear.
    pub who: Option<String>,
}

/// The quotations of an article, ready to be asked whose words a passage is. Scare quotes are nobody's speech.
#[derive(Debug, Clone, Default)]
pub struct Voices {
    quotations: Overlaps<(QuotationKind, Option<String>)>,
    /// Made from the names of all quotations when somebody is first asked for: many articles have no flag in anybody's words.
    names: OnceLock<Namesakes>,
}

impl Spoken {
    /// What a detector found, as far as somebody said it.
    pub fn found(article: &Article, finding: &Finding) -> Option<Self> {
        let quotation = finding.quotation()?;
        let said = quotation.kind != QuotationKind::Scare;
        said.then(|| Self {
            span: finding.span,
            kind: quotation.kind,
            who: quotation.speaker_name(article).map(str::to_owned),
        })
    }
}

impl Voices {
    /// Of what was said in an article. Whoever has several names has the fullest.
    pub fn new(spoken: impl IntoIterator<Item = Spoken>) -> Self {
        let spoken = spoken.into_iter();
        Self {
            quotations: Overlaps::new(spoken.map(|one| (one.span, (one.kind, one.who)))),
            names: OnceLock::new(),
        }
    }

    /// Of the quotations among `findings`, which are those of `article`.
    pub fn found(article: &Article, findings: &[Finding]) -> Self {
        let found = findings.iter();
        Self::new(found.filter_map(|finding| Spoken::found(article, finding)))
    }

    /// Whose words the passage at `span` of `text` is: those of the innermost quotation that covers it, else the reporter's.
    pub fn at(&self, text: &str, span: Span) -> Voice {
        self.innermost(text, span, |_| true)
    }

    /// The same for what is said of a quotation as a whole, its marks for example: a quotation of exactly
    /// `span` does not count.
    pub fn around(&self, text: &str, span: Span) -> Voice {
        self.innermost(text, span, |quotation| quotation != span)
    }

    fn innermost(&self, text: &str, span: Span, counts: impl Fn(Span) -> bool) -> Voice {
        let covering = self.quotations.with(span);
        covering
            .filter(|(quotation, _)| quotation.covers(span) && counts(*quotation))
            .min_by_key(|(quotation, _)| quotation.len())
            .map_or(Voice::Own, |(quotation, (kind, who))| {
                let is_direct = match kind {
                    QuotationKind::Direct => true,
                    QuotationKind::Mixed => marks::surround(text, quotation, span),
                    QuotationKind::Indirect | QuotationKind::Scare => false,
                };
                let speech = if is_direct {
                    Speech::Direct
                } else {
                    Speech::Indirect
                };
                self.voice(who.as_deref(), speech)
            })
    }

    fn voice(&self, who: Option<&str>, speech: Speech) -> Voice {
        let Some(who) = who.filter(|who| !is_pronoun(who)) else {
            return Voice::Unclear(speech);
        };
        let names = self.names.get_or_init(|| {
            let all = self.quotations.iter();
            Namesakes::new(all.filter_map(|(_, who)| who.as_deref()))
        });
        let name = names.fullest(who).to_owned();
        if is_named(&name) {
            Voice::Speaker(name, speech)
        } else {
            Voice::Unnamed(name, speech)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(start: usize, end: usize, kind: QuotationKind, who: Option<&str>) -> Spoken {
        Spoken {
            span: Span::new(start, end),
            kind,
            who: who.map(str::to_owned),
        }
    }

    #[test]
    fn the_innermost_quotation_speaks() {
        let voices = Voices::new([
            spoken(0, 50, QuotationKind::Direct, Some("Ada")),
            spoken(10, 30, QuotationKind::Direct, None),
            spoken(60, 70, QuotationKind::Indirect, Some("officials")),
        ]);
        let ada = || Voice::Speaker("Ada".to_owned(), Speech::Direct);
        let unclear = || Voice::Unclear(Speech::Direct);
        let officials = || Voice::Unnamed("officials".to_owned(), Speech::Indirect);
        for (start, end, at, around) in [
            (5, 8, ada(), ada()),
            (12, 20, unclear(), unclear()),
            (10, 30, unclear(), ada()),
            (0, 50, ada(), Voice::Own),
            (40, 55, Voice::Own, Voice::Own),
            (62, 65, officials(), officials()),
        ] {
            let span = Span::new(start, end);
            let found = (voices.at("", span), voices.around("", span));
            assert_eq!(found, (at, around), "{span:?}");
        }
    }

    #[test]
    fn of_a_mixed_quotation_the_marks_tell_whose_words_they_are() {
        let text = "Lund said the bridge was a “vile old wreck” and had to go.";
        let voices = Voices::new([
            spoken(10, text.len(), QuotationKind::Mixed, Some("Lund")),
            spoken(0, 4, QuotationKind::Direct, Some("Mayor Ida Lund")),
        ]);
        let place = |words: &str| {
            let start = text.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        let lund = |speech| Voice::Speaker("Ida Lund".to_owned(), speech);
        for (words, speech) in [
            ("vile", Speech::Direct),
            ("“vile old wreck”", Speech::Direct),
            ("was a “vile", Speech::Indirect),
            ("had to go", Speech::Indirect),
        ] {
            assert_eq!(voices.at(text, place(words)), lund(speech), "{words}");
        }
        assert_eq!(
            lund(Speech::Indirect).words(),
            "indirect speech of Ida Lund"
        );
    }
}
