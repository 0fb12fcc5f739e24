//! Kinds of bytes.

/// Whether a folded byte belongs to a letter or digit.
pub(super) fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// Whether a folded byte belongs to a word.
pub(super) fn in_word(byte: u8) -> bool {
    IN_WORD.get(usize::from(byte)).is_some_and(|is| *is)
}

/// The bytes of words: letters, digits and apostrophes.
const IN_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] =
            (byte as u8).is_ascii_alphanumeric() || byte >= 0x80 || byte == b'\'' as usize;
        byte += 1;
    }
    table
};

/// Whether a byte of a text needs more folding than lower case, wherever it stands.
pub(super) fn folds(byte: u8) -> bool {
    FOLDS.get(usize::from(byte)).is_none_or(|folds| *folds)
}

/// The bytes that need more folding than lower case, wherever they stand.
const FOLDS: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        let plain = (byte as u8).is_ascii_graphic() || byte == b' ' as usize;
        table[byte] = !plain || byte == b'-' as usize || byte == b'`' as usize;
        byte += 1;
    }
    table
};

/// How many bytes at the head of `bytes` are as wanted.
pub(super) fn run(bytes: &[u8], mut is_wanted: impl FnMut(u8) -> bool) -> usize {
    let end = bytes.iter().position(|&byte| !is_wanted(byte));
    end.unwrap_or(bytes.len())
}
