//! Byte offsets to Unicode scalar values and back.

/// Converts between byte offsets and scalar-value offsets of one text.
///
/// Built in one pass; keeps a mark every 256 bytes, so memory is text length / 32 bytes and a look-up
/// reads at most 256 bytes.
#[derive(Debug)]
pub struct ScalarIndex<'a> {
    text: &'a str,
    marks: Vec<usize>,
}

const STRIDE: usize = 256;

impl<'a> ScalarIndex<'a> {
    /// The index of `text`.
    pub fn new(text: &'a str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(STRIDE) {
            marks.push(count);
            count += starts(chunk);
        }
        marks.push(count);
        Self { text, marks }
    }

    /// Scalar values before byte `offset`; an offset past the end counts as the end.
    pub fn scalar(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let mark = offset / STRIDE;
        let rest = self.text.as_bytes().get(mark * STRIDE..offset);
        self.marks.get(mark).copied().unwrap_or_default() + starts(rest.unwrap_or_default())
    }

    /// Byte offset of the `scalar`-th scalar value; the text's length when there are fewer.
    pub fn byte(&self, scalar: usize) -> usize {
        let mark = self
            .marks
            .partition_point(|&count| count <= scalar)
            .saturating_sub(1);
        let mut left = scalar - self.marks.get(mark).copied().unwrap_or_default();
        let from = mark * STRIDE;
        let bytes = self.text.as_bytes().get(from..).unwrap_or_default();
        for (at, &byte) in bytes.iter().enumerate() {
            if is_start(byte) {
                if left == 0 {
                    return from + at;
                }
                left -= 1;
            }
        }
        self.text.len()
    }
}

fn is_start(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| is_start(byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let text = "é“漢🙂a".repeat(200);
        let index = ScalarIndex::new(&text);
        for (scalar, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(index.scalar(byte), scalar);
            assert_eq!(index.byte(scalar), byte);
        }
        assert_eq!(index.byte(100_000), text.len());
    }
}
