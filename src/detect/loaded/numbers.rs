//! Runs of numbers in the bytes of compiled lists.

use std::ops::Range;

/// Numbers of two to four bytes, the lowest byte first: as many as the greatest of them needs.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Numbers<'t> {
    bytes: &'t [u8],
    width: usize,
}

/// How many bytes each of `numbers` has, and they.
pub(super) fn written(numbers: &[u32]) -> (u8, Vec<u8>) {
    let greatest = numbers.iter().max().copied().unwrap_or_default();
    let width = (4 - greatest.leading_zeros() as usize / 8).max(2);
    let bytes = numbers.iter().flat_map(|number| {
        let bytes = number.to_le_bytes();
        bytes.into_iter().take(width)
    });
    (width as u8, bytes.collect())
}

impl<'t> Numbers<'t> {
    /// The numbers of `width` bytes that `bytes` hold.
    pub(super) fn of(bytes: &'t [u8], width: u8) -> Self {
        Self {
            bytes,
            width: width.into(),
        }
    }

    /// How many.
    pub(super) fn len(self) -> usize {
        self.bytes.len() / self.width.max(1)
    }

    /// The number at `at`.
    #[inline]
    pub(super) fn get(self, at: usize) -> Option<u32> {
        match self.width {
            2 => self.wide::<2>().get(at).map(number),
            3 => self.wide::<3>().get(at).map(number),
            _ => self.wide::<4>().get(at).map(number),
        }
    }

    /// The number at `at` and the one behind it: where something begins and ends.
    pub(super) fn range(self, at: usize) -> Range<usize> {
        match (self.get(at), self.get(at + 1)) {
            (Some(start), Some(end)) => start as usize..end as usize,
            _ => 0..0,
        }
    }

    /// The numbers from `at` on.
    pub(super) fn from(self, at: usize) -> impl Iterator<Item = u32> + use<'t> {
        self.within(at..self.len())
    }

    /// The numbers in `range`, as far as there are.
    pub(super) fn within(self, range: Range<usize>) -> impl Iterator<Item = u32> + use<'t> {
        range.map_while(move |at| self.get(at))
    }

    /// Where in `range`, in which numbers rise, `number` stands.
    pub(super) fn search(self, range: Range<usize>, number: u32) -> Option<usize> {
        match self.width {
            2 => search(self.wide::<2>(), range, number),
            3 => search(self.wide::<3>(), range, number),
            _ => search(self.wide::<4>(), range, number),
        }
    }

    fn wide<const WIDTH: usize>(self) -> &'t [[u8; WIDTH]] {
        self.bytes.as_chunks().0
    }
}

#[inline]
fn number<const WIDTH: usize>(bytes: &[u8; WIDTH]) -> u32 {
    let bytes = bytes.iter().rev();
    bytes.fold(0, |all, byte| all << 8 | u32::from(*byte))
}

fn search<const WIDTH: usize>(
    numbers: &[[u8; WIDTH]],
    range: Range<usize>,
    wanted: u32,
) -> Option<usize> {
    let start = range.start;
    let found = numbers.get(range)?.binary_search_by_key(&wanted, number);
    found.ok().map(|at| start + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading() {
        for (greatest, width) in [(256, 2), (0xffff, 2), (0x1_0000, 3), (0x100_0000, 4)] {
            let (written, bytes) = written(&[1, 3, greatest]);
            assert_eq!((usize::from(written), bytes.len()), (width, 3 * width));
            let numbers = Numbers::of(&bytes, written);
            assert_eq!(numbers.len(), 3);
            assert_eq!((numbers.get(2), numbers.get(3)), (Some(greatest), None));
            assert_eq!((numbers.range(0), numbers.range(2)), (1..3, 0..0));
            assert!(numbers.within(1..3).eq([3, greatest]));
            assert_eq!(numbers.within(3..5).count(), 0);
            assert_eq!(numbers.search(1..3, greatest), Some(2));
            assert_eq!(numbers.search(0..1, 3), None);
        }
        assert_eq!(Numbers::default().len(), 0);
        assert_eq!(Numbers::default().get(0), None);
    }
}
