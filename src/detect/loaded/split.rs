//! Short text parted at an ASCII character: `str::split` sets up a search that takes longer than our words are long.

/// What stands before and after the first `mark`.
pub(super) fn once(text: &str, mark: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == mark)?;
    let (before, rest) = text.split_at_checked(at)?;
    Some((before, rest.get(1..)?))
}

/// The parts between each `mark`.
pub(super) fn all(text: &str, mark: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let (part, tail) = once(text, mark).map_or((text, None), |(part, tail)| (part, Some(tail)));
        rest = tail;
        Some(part)
    })
}

/// The parts between each ` ; `.
pub(super) fn fields(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let bytes = text.as_bytes();
        let mut marks = bytes.iter().enumerate().filter(|(_, byte)| **byte == b';');
        let around = |at: usize| bytes.get(at.checked_sub(1)?..at + 2);
        let mark = marks.find(|(at, _)| around(*at) == Some(b" ; "));
        rest = mark.and_then(|(at, _)| text.get(at + 2..));
        mark.map_or(Some(text), |(at, _)| text.get(..at - 1))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_the_standard_library() {
        for text in ["", ",", "a", "a,b", ",é,", "a,,b"] {
            assert_eq!(once(text, b','), text.split_once(','));
            assert!(all(text, b',').eq(text.split(',')), "{text}");
        }
    }

    #[test]
    fn fields_are_parted_as_the_standard_library_does() {
        for text in [
            "",
            " ; ",
            "a",
            "a ; b",
            "a; b ;c ; d ; ",
            " ; ; ; ",
            ";",
            "é ; é",
        ] {
            assert!(fields(text).eq(text.split(" ; ")), "{text}");
        }
    }
}
