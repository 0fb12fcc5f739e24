//! A fingerprint of a text.

use sha2::{Digest, Sha256};

/// SHA-256 of the text's UTF-8 bytes.
pub fn digest_bytes(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

/// SHA-256 of the text's UTF-8 bytes, as 64 lower-case hexadecimal digits.
pub fn digest(text: &str) -> String {
    let halves = digest_bytes(text)
        .into_iter()
        .flat_map(|byte| [byte >> 4, byte & 15]);
    halves
        .filter_map(|half| char::from_digit(u32::from(half), 16))
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn known_value() {
        let digest = super::digest("abc");
        assert_eq!(digest.len(), 64);
        assert!(digest.starts_with("ba7816bf8f01cfea"), "{digest}");
    }
}
