//! Names that brat takes.

use crate::report::{Code, guid};

/// The type of annotation that stands for `code`: `fear`, `tag_octopus`, `rejected_fear`.
///
/// brat takes letters, digits, `-` and `_`. A name with anything else gets a few digits made from it behind what can stay, so that two
/// codes never become one, whatever else the folder holds.
pub(super) fn type_name(code: Code) -> String {
    match code {
        Code::Category(name) => word(name),
        Code::Tag(name) => format!("tag_{}", word(name)),
        Code::Rejected(name) => format!("rejected_{}", word(name)),
        Code::Candidate(name) => format!("candidate_{}", word(name)),
        Code::Quotation | Code::Scare | Code::Note => code.name().to_owned(),
    }
}

/// `text` as one word of letters, digits, `-` and `_`.
pub(super) fn word(text: &str) -> String {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !text.is_empty() && text.chars().all(fits) {
        return text.to_owned();
    }
    let kept: String = text
        .chars()
        .map(|c| if fits(c) { c } else { '_' })
        .collect();
    let digits: String = guid("word", &[text]).simple().to_string();
    format!("{kept}_{}", digits.get(..6).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_apart() {
        assert_eq!(type_name(Code::Category("name-calling")), "name-calling");
        assert_eq!(type_name(Code::Tag("fear")), "tag_fear");
        assert_ne!(type_name(Code::Tag("a b")), type_name(Code::Tag("a_b")));
        assert_ne!(word("Анна"), word("Иван"));
        assert!(word("").starts_with('_'));
    }
}
