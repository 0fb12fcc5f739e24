//! Byte offsets to Unicode scalar values or UTF-16 units, and back.

/// Converts between byte offsets of one text and offsets in units of which a character outside the Basic Multilingual
/// Plane has `WIDE` and every other one has one.
///
/// Built in one pass; keeps a mark every 256 bytes, so memory is text length / 32 bytes and a look-up
/// reads at most 256 bytes.
#[derive(Debug)]
pub struct UnitIndex<'a, const WIDE: usize> {
    text: &'a str,
    marks: Vec<usize>,
}

/// Offsets in Unicode scalar values: those of all our files, and of Python's strings.
pub type ScalarIndex<'a> = UnitIndex<'a, 1>;

/// Offsets in UTF-16 code units: those of browsers and of Java.
pub type Utf16Index<'a> = UnitIndex<'a, 2>;

const STRIDE: usize = 256;

/// No sum of the sizes of so many bytes is more than a byte holds.
const BLOCK: usize = 64;

impl<'a, const WIDE: usize> UnitIndex<'a, WIDE> {
    /// The index of `text`.
    pub fn new(text: &'a str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(STRIDE) {
            marks.push(count);
            count += Self::count(chunk);
        }
        marks.push(count);
        Self { text, marks }
    }

    /// Units before byte `offset`; an offset past the end counts as the end.
    pub fn units(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let mark = offset / STRIDE;
        let rest = self.text.as_bytes().get(mark * STRIDE..offset);
        self.marks.get(mark).copied().unwrap_or_default() + Self::count(rest.unwrap_or_default())
    }

    /// Byte offset of the character that holds the unit at `offset`, from 0; the text's length when there are fewer.
    pub fn byte(&self, offset: usize) -> usize {
        let mark = self
            .marks
            .partition_point(|&count| count <= offset)
            .saturating_sub(1);
        let mut left = offset - self.marks.get(mark).copied().unwrap_or_default();
        let from = mark * STRIDE;
        let bytes = self.text.as_bytes().get(from..).unwrap_or_default();
        for (at, &byte) in bytes.iter().enumerate() {
            let size = Self::size(byte);
            if left < size {
                return from + at;
            }
            left -= size;
        }
        self.text.len()
    }

    fn count(bytes: &[u8]) -> usize {
        let (blocks, rest) = bytes.as_chunks::<BLOCK>();
        // Sums of one byte: the compiler adds many at a time.
        let block = |block: &[u8; BLOCK]| block.iter().map(|&byte| Self::size(byte) as u8).sum();
        let blocks = blocks.iter().map(block).map(|sum: u8| usize::from(sum));
        blocks.sum::<usize>() + rest.iter().map(|&byte| Self::size(byte)).sum::<usize>()
    }

    /// Units of the character that begins with `byte`; none when no character begins with it.
    fn size(byte: u8) -> usize {
        let is_start = byte & 0b1100_0000 != 0b1000_0000;
        let is_wide = byte >= 0b1111_0000;
        usize::from(is_start) + usize::from(is_wide) * (WIDE - 1)
    }
}

impl ScalarIndex<'_> {
    /// Scalar values before byte `offset`; an offset past the end counts as the end.
    pub fn scalar(&self, offset: usize) -> usize {
        self.units(offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let text = "é“漢🙂a".repeat(200);
        let index = ScalarIndex::new(&text);
        let utf16 = Utf16Index::new(&text);
        let mut units = 0;
        for (scalar, (byte, c)) in text.char_indices().enumerate() {
            assert_eq!(index.scalar(byte), scalar);
            assert_eq!(index.byte(scalar), byte);
            assert_eq!(utf16.units(byte), units);
            for unit in 0..c.len_utf16() {
                assert_eq!(utf16.byte(units + unit), byte);
            }
            units += c.len_utf16();
        }
        assert_eq!(index.byte(100_000), text.len());
        assert_eq!(utf16.units(text.len()), text.encode_utf16().count());
        assert_eq!(utf16.byte(100_000), text.len());
    }
}
