//! Whose words a passage stands in.

use crate::article::Article;
use crate::detect::{Finding, QuotationKind, Voice};
use crate::text::{Overlaps, Span};

/// The quotations of an article, ready to be asked whose words a passage is. Scare quotes are nobody's speech.
#[derive(Debug, Clone, Default)]
pub struct Voices(Overlaps<Voice>);

impl Voices {
    /// The quotations among `findings`, which are those of `article`.
    pub fn new(article: &Article, findings: &[Finding]) -> Self {
        Self(Overlaps::new(findings.iter().filter_map(|finding| {
            let quotation = finding.quotation()?;
            let voice = match quotation.speaker_name(article) {
                Some(name) => Voice::Speaker(name.to_owned()),
                None => Voice::Unnamed,
            };
            (quotation.kind != QuotationKind::Scare).then_some((finding.span, voice))
        })))
    }

    /// Whose words the passage at `span` is: those of the innermost quotation that covers it, else the reporter's.
    pub fn at(&self, span: Span) -> Voice {
        self.innermost(span, |_| true)
    }

    /// The same for what is said of a quotation as a whole, its marks for example: a quotation of exactly
    /// `span` does not count.
    pub fn around(&self, span: Span) -> Voice {
        self.innermost(span, |quotation| quotation != span)
    }

    fn innermost(&self, span: Span, counts: impl Fn(Span) -> bool) -> Voice {
        self.0
            .with(span)
            .filter(|(quotation, _)| quotation.covers(span) && counts(*quotation))
            .min_by_key(|(quotation, _)| quotation.len())
            .map_or(Voice::Own, |(_, voice)| voice.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::{Quotation, What};

    fn quotation(start: usize, end: usize, kind: QuotationKind, who: Option<&str>) -> Finding {
        Finding {
            span: Span::new(start, end),
            detector: "quotation",
            rule: "test".into(),
            reason: "test".into(),
            score: 1.0,
            voice: Voice::Own,
            what: What::Quotation(Quotation {
                kind,
                speaker: None,
                resolved: who.map(str::to_owned),
                cue: None,
            }),
        }
    }

    #[test]
    fn the_innermost_quotation_speaks() {
        let findings = [
            quotation(0, 50, QuotationKind::Direct, Some("Ada")),
            quotation(10, 30, QuotationKind::Direct, None),
            quotation(60, 70, QuotationKind::Scare, Some("Bo")),
        ];
        let voices = Voices::new(&Article::default(), &findings);
        let ada = || Voice::Speaker("Ada".to_owned());
        for (start, end, at, around) in [
            (5, 8, ada(), ada()),
            (12, 20, Voice::Unnamed, Voice::Unnamed),
            (10, 30, Voice::Unnamed, ada()),
            (0, 50, ada(), Voice::Own),
            (40, 55, Voice::Own, Voice::Own),
            (62, 65, Voice::Own, Voice::Own),
        ] {
            let span = Span::new(start, end);
            assert_eq!(
                (voices.at(span), voices.around(span)),
                (at, around),
                "{span:?}"
            );
        }
    }
}
