//! In which language a paragraph is written, as far as its rules differ.

use crate::text::Span;

/// What the beginning of an article says of its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    /// German: each paragraph says for itself whether it is.
    German,
    /// Not German, and no paragraph is asked.
    Other,
    /// Too short to say: so many more of its function words are German than English.
    Close(i32),
}

/// By so many function words a language must be ahead in a paragraph.
const LEAD: i32 = 4;

/// The same in an article: its first words may be somebody's name or motto.
const ARTICLE_LEAD: i32 = 12;

/// So many bytes at the beginning of an article speak for it.
const BEGINNING: usize = 4096;

impl Language {
    /// Of an article's `text`, by the function words at its beginning.
    ///
    /// Misses: a German paragraph in an article of another language.
    pub(super) fn of(text: &str) -> Self {
        let start = text.get(..text.floor_char_boundary(BEGINNING));
        let lead = lead(start.unwrap_or_default(), ARTICLE_LEAD);
        if lead >= ARTICLE_LEAD {
            Self::German
        } else if lead <= -ARTICLE_LEAD {
            Self::Other
        } else {
            Self::Close(lead)
        }
    }

    /// Whether the paragraph at `span` of the article's `text` is German; where it has too few function words, it is
    /// what its article is.
    pub(super) fn is_german(self, text: &str, span: Span) -> bool {
        let own = || lead(span.of(text), LEAD);
        match self {
            Self::Other => false,
            Self::German => own() > -LEAD,
            Self::Close(all) => {
                let own = own();
                own >= LEAD || own > -LEAD && own + all > 0
            }
        }
    }
}

/// How many more function words of `text` are German than English; reads on until one language is ahead by `enough`.
fn lead(text: &str, enough: i32) -> i32 {
    let mut lead = 0;
    for word in text.split_ascii_whitespace() {
        lead += weight(word.as_bytes());
        if lead.abs() >= enough {
            break;
        }
    }
    lead
}

/// 1 for a German function word, -1 for an English one; words that are both count for neither.
fn weight(word: &[u8]) -> i32 {
    match word {
        b"der" | b"Der" | b"die" | b"Die" | b"das" | b"Das" | b"den" | b"dem" | b"des" | b"und"
        | b"ist" | b"ein" | b"eine" | b"einen" | b"einem" | b"einer" | b"nicht" | b"mit"
        | b"von" | b"vom" | b"zur" | b"zum" | b"auf" | b"auch" | b"sich" | b"sie" | b"Sie"
        | b"es" | b"Es" | b"er" | b"Er" | b"im" | b"Im" | b"sei" | b"wird" | b"wurde"
        | b"sagte" | b"dass" => 1,
        b"the" | b"The" | b"of" | b"and" | b"to" | b"a" | b"A" | b"is" | b"that" | b"for"
        | b"it" | b"It" | b"with" | b"on" | b"he" | b"He" | b"she" | b"She" | b"said" | b"by"
        | b"at" | b"as" | b"has" | b"had" | b"have" | b"be" | b"this" | b"I" | b"his" | b"her" => {
            -1
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        for (text, german) in [
            ("The bridge of the town is open, and it stays.", false),
            ("Die Brücke ist wieder offen.", true),
            ("Many of them die young.", false),
            ("„Nein“, so Ida Lund.", false),
            ("", false),
        ] {
            let whole = Span::new(0, text.len());
            assert_eq!(Language::of(text).is_german(text, whole), german, "{text}");
        }
    }

    #[test]
    fn a_short_paragraph_is_what_its_article_is() {
        let text = "Der Fluss und die Brücke sind alt.\n\n„Nein“, so Ida Lund.";
        let start = text.find('„').unwrap();
        let last = Span::new(start, text.len());
        assert!(Language::of(text).is_german(text, last));
        assert!(Language::German.is_german(text, last));
        assert!(!Language::Other.is_german(text, last));
        let english = "It was the end of the road, and he said that it was over.";
        assert!(!Language::German.is_german(english, Span::new(0, english.len())));
    }
}
