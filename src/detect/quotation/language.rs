//! In which language a paragraph is written, as far as its rules differ.

use crate::text::Span;

/// Whether the function words of the paragraph at `span` are German.
///
/// Reads on until one language is ahead by [`LEAD`] words; where a paragraph has too few, the beginning of the text
/// speaks for it. Misses: a lone German sentence in an article of another language.
pub(super) fn is_german(text: &str, span: Span) -> bool {
    match lead(span.of(text)) {
        Lead::German => true,
        Lead::English => false,
        Lead::Close(own) => {
            let start = text.get(..text.floor_char_boundary(BEGINNING));
            match lead(start.unwrap_or_default()) {
                Lead::German => true,
                Lead::English => false,
                Lead::Close(all) => own + all > 0,
            }
        }
    }
}

/// By so many function words a language must be ahead.
const LEAD: i32 = 4;

/// So many bytes at the beginning of a text speak for its short paragraphs.
const BEGINNING: usize = 2048;

/// The language that is ahead in a text.
enum Lead {
    German,
    English,
    /// Neither, clearly; so many more words are German than English.
    Close(i32),
}

fn lead(text: &str) -> Lead {
    let mut lead = 0;
    for word in text.split_ascii_whitespace() {
        lead += weight(word.as_bytes());
        if lead >= LEAD {
            return Lead::German;
        }
        if lead <= -LEAD {
            return Lead::English;
        }
    }
    Lead::Close(lead)
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
            assert_eq!(is_german(text, Span::new(0, text.len())), german, "{text}");
        }
        let text = "Der Fluss und die Brücke sind alt.\n\n„Nein“, so Ida Lund.";
        let start = text.find('„').unwrap();
        assert!(is_german(text, Span::new(start, text.len())));
    }
}
