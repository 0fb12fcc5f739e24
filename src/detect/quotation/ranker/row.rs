//! Features in a row, each by the number of its template.

use crate::detect::quotation::ranker::weights::{Sink, TEMPLATE};

/// Gives features to a sink, each with the next number of its part.
#[derive(Debug)]
pub(super) struct Row<'s, S> {
    sink: &'s mut S,
    /// The number of the last template, as a multiple of [`TEMPLATE`].
    template: u32,
    /// How many were given.
    count: usize,
}

/// What features are about; each part has sixty-four templates.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    /// Whether a word is a cue's head at all.
    Gate,
    /// A head.
    Head,
    /// A beginning.
    Start,
    /// An end.
    End,
    /// A beginning and an end together.
    Both,
    /// A speaker.
    Speaker,
}

impl<'s, S: Sink> Row<'s, S> {
    /// A row of `part`, of one of two kinds.
    pub(super) fn new(sink: &'s mut S, part: Part, second: bool) -> Self {
        let template = (part as u32 * 2 + u32::from(second)) * 64;
        Self {
            sink,
            template: template.wrapping_mul(TEMPLATE),
            count: 0,
        }
    }

    /// The next feature.
    #[inline]
    pub(super) fn add(&mut self, first: u32, second: u32) {
        self.template = self.template.wrapping_add(TEMPLATE);
        self.sink.take(self.count, (self.template ^ first, second));
        self.count += 1;
    }

    /// Says that there are no more.
    #[inline]
    pub(super) fn end(self) {
        self.sink.end(self.count);
    }
}

/// How far apart two tokens are, coarsely.
pub(super) fn far(tokens: usize) -> u32 {
    FAR.get(tokens).copied().map_or(10, u32::from)
}

/// The same for distances that are not the farthest: distances vary, and the processor cannot foresee which way a branch goes.
const FAR: [u8; 41] = {
    let mut table = [0; 41];
    let mut tokens = 0;
    while tokens < table.len() {
        table[tokens] = match tokens {
            0..=4 => tokens as u8,
            5..=6 => 5,
            7..=9 => 6,
            10..=14 => 7,
            15..=24 => 8,
            _ => 9,
        };
        tokens += 1;
    }
    table
};
