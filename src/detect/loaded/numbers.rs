//! Runs of numbers in the bytes of compiled lists.

use std::ops::Range;

/// Numbers of four bytes, the lowest byte first.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Numbers<'t>(&'t [[u8; 4]]);

impl<'t> Numbers<'t> {
    /// The numbers that `bytes` hold, and what stands behind the last whole one.
    pub(super) fn of(bytes: &'t [u8]) -> Self {
        Self(bytes.as_chunks().0)
    }

    /// How many.
    pub(super) fn len(self) -> usize {
        self.0.len()
    }

    /// The number at `at`.
    pub(super) fn get(self, at: usize) -> Option<u32> {
        self.0.get(at).map(|bytes| u32::from_le_bytes(*bytes))
    }

    /// The number at `at` and the one behind it: where something begins and ends.
    pub(super) fn range(self, at: usize) -> Range<usize> {
        match self.0.get(at..) {
            Some([start, end, ..]) => {
                u32::from_le_bytes(*start) as usize..u32::from_le_bytes(*end) as usize
            }
            _ => 0..0,
        }
    }

    /// The numbers from `at` on.
    pub(super) fn from(self, at: usize) -> impl Iterator<Item = u32> + use<'t> {
        self.within(at..self.len())
    }

    /// The numbers in `range`.
    pub(super) fn within(self, range: Range<usize>) -> impl Iterator<Item = u32> + use<'t> {
        let numbers = self.0.get(range).unwrap_or_default();
        numbers.iter().map(|bytes| u32::from_le_bytes(*bytes))
    }

    /// Where in `range`, in which numbers rise, `number` stands.
    pub(super) fn search(self, range: Range<usize>, number: u32) -> Option<usize> {
        let numbers = self.0.get(range.clone())?;
        let found = numbers.binary_search_by_key(&number, |bytes| u32::from_le_bytes(*bytes));
        found.ok().map(|at| range.start + at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading() {
        let bytes = [1, 0, 0, 0, 3, 0, 0, 0, 0, 1, 0, 0, 9];
        let numbers = Numbers::of(&bytes);
        assert_eq!(numbers.len(), 3);
        assert_eq!((numbers.get(2), numbers.get(3)), (Some(256), None));
        assert_eq!((numbers.range(0), numbers.range(2)), (1..3, 0..0));
        assert!(numbers.within(1..3).eq([3, 256]));
        assert_eq!(numbers.within(2..5).count(), 0);
        assert_eq!(numbers.search(1..3, 256), Some(2));
        assert_eq!(numbers.search(0..1, 3), None);
    }
}
