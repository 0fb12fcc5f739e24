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
}
