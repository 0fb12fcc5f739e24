//! Counts from which the measures follow; they add up over articles.

use crate::cli::measure::quotes::Pair;
use crate::cli::measure::quotes::found::Found;
use crate::cli::measure::quotes::gold::Gold;
use crate::cli::measure::quotes::marks::{pairs, trimmed};
use crate::cli::measure::quotes::matched::Matched;
use crate::cli::measure::quotes::matching::{Matching, nearly_same, same, share_of_union};
use crate::cli::measure::quotes::mention::{is_person, is_same};
use crate::cli::measure::quotes::tally::{Share, Tally, number};
use crate::detect::QuotationKind;
use crate::text::Span;
use std::collections::BTreeMap;
use std::ops::AddAssign;

/// What is counted of quotations, all or those of one kind: an annotated one by its own kind, a found one by the kind it was found as.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Group {
    /// Equal spans.
    pub(super) exact: Tally,
    /// Spans with at least 0.8 in common.
    pub(super) spans: Tally,
    /// Of those whose spans match: the annotated speaker is the found one.
    pub(super) speaker: Share,
    /// Of those whose spans match: the annotated person is the found one, where the file names the person.
    pub(super) person: Share,
    /// How many have both span and speaker right; nobody is right where nobody is annotated.
    pub(super) both: f64,
    /// Of those whose spans match: the kind.
    pub(super) kind: Share,
}

/// What is counted of pairs of quotation marks: is it somebody's speech, and whose.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Marks {
    /// Pairs that are annotated or found as speech.
    pub(super) speech: Tally,
    /// Of those annotated and found: the speaker, where one is annotated.
    pub(super) speaker: Share,
    /// The person, where the file names the person.
    pub(super) person: Share,
    /// How many are speech and have the speaker right.
    pub(super) both: f64,
}

/// All counts.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Sums {
    /// All quotations; direct, mixed, indirect ones.
    pub(super) groups: [Group; 4],
    /// Crediting words that share a character.
    pub(super) cues: Tally,
    /// Pairs of quotation marks.
    pub(super) marks: Marks,
}

/// What [`Sums::groups`] are of; nothing stands for all.
pub(super) const GROUPS: [Option<QuotationKind>; 4] = [
    None,
    Some(QuotationKind::Direct),
    Some(QuotationKind::Mixed),
    Some(QuotationKind::Indirect),
];

impl Sums {
    /// Of one article.
    pub(super) fn of(pair: &Pair) -> Self {
        let gold = &pair.text.quotes;
        let found: Vec<&Found> = pair
            .found
            .iter()
            .filter(|found| found.is_speech())
            .collect();
        let mut sums = Self::default();
        let exact = Matched::new(gold, found.clone(), same);
        sums.count(&exact, |group| &mut group.exact);
        let spans = Matched::new(gold, found.clone(), nearly_same);
        sums.count(&spans, |group| &mut group.spans);
        for (gold, found) in spans.pairs() {
            sums.for_kind(gold.kind, |group| group.compare(gold, found));
        }
        sums.cues = cues(gold, &found);
        for span in pairs(&pair.text.letters) {
            let span = trimmed(&pair.text.letters, span);
            sums.marks.count(span, gold, &found);
        }
        sums
    }

    fn for_kind(&mut self, kind: QuotationKind, mut change: impl FnMut(&mut Group)) {
        for (group, of) in self.groups.iter_mut().zip(GROUPS) {
            if of.is_none_or(|of| of == kind) {
                change(group);
            }
        }
    }

    fn count(&mut self, matched: &Matched, tally: impl Fn(&mut Group) -> &mut Tally) {
        for (gold, hit) in matched.counted_gold() {
            self.for_kind(gold.kind, |group| {
                let tally = tally(group);
                tally.gold += 1.0;
                tally.hit += number(hit);
            });
        }
        for (found, right) in matched.counted_found() {
            self.for_kind(found.kind, |group| {
                let tally = tally(group);
                tally.found += 1.0;
                tally.right += number(right);
            });
        }
    }
}

impl Group {
    fn compare(&mut self, gold: &Gold, found: &Found) {
        let is_right = is_same(gold.speaker.as_ref(), found.speaker.as_ref());
        self.both += number(is_right);
        self.kind.count(gold.kind == found.kind);
        if gold.speaker.is_some() {
            self.speaker.count(is_right);
        }
        if !gold.names.is_empty() {
            self.person.count(is_person(&gold.names, found.name()));
        }
    }
}

impl Marks {
    /// Counts the pair whose trimmed inside is `span`: it is speech where at least 0.8 of it lies in a quotation.
    fn count(&mut self, span: Span, gold: &[Gold], found: &[&Found]) {
        let inside = |other: Span| is_mostly_in(span, other);
        let golds: Vec<&Gold> = gold.iter().filter(|gold| inside(gold.span)).collect();
        let counted = golds.iter().filter(|gold| !gold.is_ignored);
        let gold = counted.min_by_key(|gold| (gold.span.len(), gold.span.start));
        if span.is_empty() || gold.is_none() && !golds.is_empty() {
            return;
        }
        let found = found.iter().filter(|found| inside(found.span));
        let found = found.min_by_key(|found| (found.span.len(), found.span.start));
        self.speech.gold += number(gold.is_some());
        self.speech.found += number(found.is_some());
        let Some((gold, found)) = gold.zip(found) else {
            return;
        };
        let is_right = is_same(gold.speaker.as_ref(), found.speaker.as_ref());
        self.speech.hit += 1.0;
        self.speech.right += 1.0;
        self.both += number(is_right);
        if gold.speaker.is_some() {
            self.speaker.count(is_right);
        }
        if !gold.names.is_empty() {
            self.person.count(is_person(&gold.names, found.name()));
        }
    }
}

/// Whether at least 0.8 of `span` lies in `other`.
pub(super) fn is_mostly_in(span: Span, other: Span) -> bool {
    let common = span.intersection(other).map_or(0, Span::len);
    common as f64 >= 0.8 * span.len() as f64
}

/// Crediting words, each place once. Those of ignored quotations alone do not count, and neither do found ones that match them.
fn cues(gold: &[Gold], found: &[&Found]) -> Tally {
    let mut places: Vec<Span> = Vec::new();
    let mut ignored: BTreeMap<Span, bool> = BTreeMap::new();
    for gold in gold {
        let Some(cue) = gold.cue else { continue };
        if !ignored.contains_key(&cue) {
            places.push(cue);
        }
        let is_ignored = ignored.entry(cue).or_insert(true);
        *is_ignored &= gold.is_ignored;
    }
    let counts = |place: &usize| {
        let place = places.get(*place);
        place.is_some_and(|place| ignored.get(place) == Some(&false))
    };
    let mut founds: Vec<Span> = found.iter().filter_map(|found| found.cue).collect();
    founds.sort_unstable();
    founds.dedup();
    let matching = Matching::new(&places, &founds, share_of_union);
    let hits = matching.pairs().filter(|(gold, _)| counts(gold)).count() as f64;
    let partners = matching.of_found.iter();
    let extra = partners.filter(|partner| partner.is_none()).count() as f64;
    Tally {
        gold: (0..places.len()).filter(counts).count() as f64,
        hit: hits,
        found: hits + extra,
        right: hits,
    }
}

impl AddAssign for Sums {
    fn add_assign(&mut self, other: Self) {
        for (group, other) in self.groups.iter_mut().zip(other.groups) {
            group.exact += other.exact;
            group.spans += other.spans;
            group.speaker += other.speaker;
            group.person += other.person;
            group.both += other.both;
            group.kind += other.kind;
        }
        self.cues += other.cues;
        self.marks.speech += other.marks.speech;
        self.marks.speaker += other.marks.speaker;
        self.marks.person += other.marks.person;
        self.marks.both += other.marks.both;
    }
}
