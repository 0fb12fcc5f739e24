//! Where entries are looked for: at one word, or where two stand together.

use crate::detect::loaded::look::{Look, Looks};
use std::collections::{BTreeMap, HashMap};

/// What is found by an anchor: by the word that must stand beside it, and whatever stands there.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// By the word before it.
    pub(super) left: BTreeMap<u32, Vec<Look>>,
    /// By the word behind it.
    pub(super) right: BTreeMap<u32, Vec<Look>>,
    /// Whatever stands beside it.
    pub(super) alone: Vec<Look>,
}

/// What is found by anchors, as [`Tables`](crate::detect::loaded::tables::Tables) has it.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// Where the pairs of each anchor begin.
    pub(super) sides: Vec<u32>,
    /// The other word of each pair.
    pub(super) others: Vec<u32>,
    /// What to look at for each pair, then for each anchor.
    pub(super) looks: Vec<u32>,
    /// Several things to look at, one behind the other.
    pub(super) more: Vec<u32>,
    /// Where several looks stand in `more`.
    known: HashMap<Vec<Look>, u32>,
}

impl Pairs {
    /// For what is found by each anchor, in order.
    pub(super) fn new(found: &[Found]) -> Self {
        let mut pairs = Self::default();
        for side in found.iter().flat_map(|found| [&found.left, &found.right]) {
            pairs.sides.push(pairs.others.len() as u32);
            for (other, looks) in side {
                pairs.others.push(*other);
                pairs.put(looks);
            }
        }
        pairs.sides.push(pairs.others.len() as u32);
        for found in found {
            pairs.put(&found.alone);
        }
        pairs
    }

    fn put(&mut self, looks: &[Look]) {
        let looks = match looks {
            [] => Looks::Nothing,
            [look] => Looks::One(*look),
            several => Looks::Several(self.several(several)),
        };
        self.looks.push(looks.number());
    }

    fn several(&mut self, looks: &[Look]) -> u32 {
        if let Some(at) = self.known.get(looks) {
            return *at;
        }
        let at = self.more.len() as u32;
        let last = looks.len() - 1;
        let numbers = looks.iter().enumerate();
        self.more
            .extend(numbers.map(|(number, look)| look.number(number == last)));
        self.known.insert(looks.to_vec(), at);
        at
    }
}
