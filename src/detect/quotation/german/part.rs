//! What a German word can be, as bit sets.

use crate::detect::quotation::german::lists::LISTS;
use crate::detect::quotation::lexicon::Table;

/// A set of word classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Part(u32);

impl Part {
    /// Reports a clause or words in marks: sagte.
    pub(super) const REPORT: Self = Self(1);
    /// Gives a name or description: nannte, bezeichnete.
    pub(super) const NAMING: Self = Self(1 << 1);
    /// Credits a few words in marks, no clause: lobte, begründete.
    pub(super) const JUDGE: Self = Self(1 << 2);
    /// The participle of a verb that credits: gesagt.
    pub(super) const DONE: Self = Self(1 << 3);
    /// Credits only with its particle: teilte … mit.
    pub(super) const SPLIT: Self = Self(1 << 4);
    /// A particle that makes a verb credit: mit, bekannt.
    pub(super) const PARTICLE: Self = Self(1 << 5);
    /// A subjunctive of reported speech: sei, habe.
    pub(super) const SUBJUNCTIVE: Self = Self(1 << 6);
    /// A subjunctive that is also used otherwise: wäre, könnte.
    pub(super) const UNREAL: Self = Self(1 << 7);
    /// Another finite verb: ist, hat, wird.
    pub(super) const FINITE: Self = Self(1 << 8);
    /// A form of haben: hat … gesagt.
    pub(super) const HAVE: Self = Self(1 << 9);
    /// A form of werden, of the passive: wurde … genannt.
    pub(super) const PASSIVE: Self = Self(1 << 10);
    /// Opens a noun phrase that can be a subject.
    pub(super) const DETERMINER: Self = Self(1 << 11);
    /// Opens a noun phrase that cannot be a subject: dem, des.
    pub(super) const OBLIQUE: Self = Self(1 << 12);
    /// A pronoun that can be a subject: er, sie.
    pub(super) const PRONOUN: Self = Self(1 << 13);
    /// Another pronoun: ihm, sich.
    pub(super) const OBJECT: Self = Self(1 << 14);
    /// A preposition.
    pub(super) const PREPOSITION: Self = Self(1 << 15);
    /// A preposition that ties a noun to the one before it: von, für.
    pub(super) const LINK: Self = Self(1 << 16);
    /// Opens a subordinate clause: dass, weil.
    pub(super) const SUBORDINATOR: Self = Self(1 << 17);
    /// Opens a clause that can be reported: dass, ob.
    pub(super) const OPENER: Self = Self(1 << 18);
    /// Joins clauses or phrases: und, aber.
    pub(super) const CONJUNCTION: Self = Self(1 << 19);
    /// An adverb or particle.
    pub(super) const ADVERB: Self = Self(1 << 20);
    /// An adverb that leaves the subject where it is: auch.
    pub(super) const FOCUS: Self = Self(1 << 21);
    /// A noun for what somebody says: Angaben, Ansicht.
    pub(super) const SOURCE: Self = Self(1 << 22);
    /// A noun or participle behind which marks hold a name: Zeitung, Film, genannt.
    pub(super) const NAMED: Self = Self(1 << 23);
    /// A noun behind which marks hold spoken or written words: Parole, Frage.
    pub(super) const SPOKEN: Self = Self(1 << 24);
    /// A verb form that is its infinitive too: sagen.
    pub(super) const INFINITIVE: Self = Self(1 << 25);
    /// "sogenannt": marks behind it quote nobody.
    pub(super) const SO_CALLED: Self = Self(1 << 26);
    /// A word of time.
    pub(super) const TIME: Self = Self(1 << 27);
    /// A verb of views, which credits only behind „als“ or „für“: hält … für „…“.
    pub(super) const VIEW: Self = Self(1 << 28);
    /// A verb that words are the subject of: lautet, heißt es.
    pub(super) const RUNS: Self = Self(1 << 29);
    /// A noun whose clause is reported: die Behauptung, dass ….
    pub(super) const SAYING: Self = Self(1 << 30);

    /// Both sets together.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two share a class.
    pub(super) const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    /// What `word` can be, whatever its case.
    pub(super) fn of(word: &str) -> Self {
        Self(TABLE.bits(word))
    }
}

static TABLE: Table = build();

const fn build() -> Table {
    let mut table = Table::new();
    let mut at = 0;
    while at < LISTS.len() {
        let (Part(bits), words) = LISTS[at];
        table = table.with(bits, bits, words);
        at += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_word_is_found() {
        for (part, word) in LISTS
            .iter()
            .flat_map(|(part, words)| words.split(' ').map(move |word| (*part, word)))
        {
            assert!(Part::of(word).any(part), "{word:?}");
            assert_eq!(word, word.to_lowercase());
        }
        assert!(Part::of("Über").any(Part::PREPOSITION));
        assert_eq!(Part::of("Brücke"), Part::default());
    }
}
