//! A fingerprint of a text.

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// SHA-256 of the text's UTF-8 bytes.
pub fn digest_bytes(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

/// SHA-256 of the text's UTF-8 bytes, as 64 lower-case hexadecimal digits.
pub fn digest(text: &str) -> String {
    let mut hex = String::with_capacity(64);
    for byte in digest_bytes(text) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

#[cfg(test)]
mod tests {
    #[test]
    fn known_value() {
        assert!(super::digest("abc").starts_with("ba7816bf8f01cfea"));
    }
}
