//! Places jumped from.

/// Places jumped from, back and forward.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Jumps {
    back: Vec<usize>,
    forward: Vec<usize>,
}

impl Jumps {
    /// Remembers byte offset `from` before a jump.
    pub fn leave(&mut self, from: usize) {
        self.back.retain(|place| *place != from);
        self.back.push(from);
        self.forward.clear();
    }

    /// The place to go back to from byte offset `here`.
    pub fn back(&mut self, here: usize) -> Option<usize> {
        let place = self.back.pop()?;
        self.forward.push(here);
        Some(place)
    }

    /// The place to go forward to again from byte offset `here`.
    pub fn forward(&mut self, here: usize) -> Option<usize> {
        let place = self.forward.pop()?;
        self.back.push(here);
        Some(place)
    }

    /// The text changed: byte offset `from` is `to(from)` now.
    pub fn shift(&mut self, to: impl Fn(usize) -> usize) {
        for place in self.back.iter_mut().chain(&mut self.forward) {
            *place = to(*place);
        }
    }

    /// The place jumped from last.
    pub fn last(&self) -> Option<usize> {
        self.back.last().copied()
    }
}
