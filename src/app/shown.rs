//! Which of the findings the desk shows: by strictness, and by what the project silences.

use crate::app::desk::Desk;
use crate::app::item::{Kind, Source};
use crate::app::own_words::{WordsProblem, own_words};
use crate::detect::{self, Finding, Strictness};
use crate::notes::Lexicon;
use crate::report::{Tally, keeps};
use std::ops::Range;

impl Desk {
    /// How much of the findings is shown. Annotations always are, with the findings that they answer.
    pub fn strictness(&self) -> Strictness {
        self.strictness
    }

    /// Shows more or fewer findings.
    pub fn set_strictness(&mut self, level: Strictness) {
        self.strictness = level;
        self.arrange();
    }

    /// The project's own words, as their file says them.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// Takes on the project's own words; returns what is wrong with them and was not wrong before. Findings are shown by
    /// them from now on, and made anew where other words are flagged and findings were made before.
    pub fn heed(&mut self, lexicon: Lexicon) -> Vec<WordsProblem> {
        let (_, known) = own_words(&self.lexicon, &self.article.name);
        let (words, mut problems) = own_words(&lexicon, &self.article.name);
        problems.retain(|problem| !known.contains(problem));
        let others = self.words.words != words.words || self.words.never != words.never;
        (self.lexicon, self.words) = (lexicon, words);
        let is_new = others || self.outlook.is_some();
        if is_new && self.detected {
            self.look();
        } else {
            self.arrange();
        }
        problems
    }

    /// Lays on the desk what the detectors find in all of the article.
    pub fn detect(&mut self) {
        self.detect_in(0..self.article.len());
    }

    /// Lays on the desk what they find in the paragraphs of a range, in place of all other findings. Whom a voice is given to may
    /// then be said in fewer words: names are told from those of the range.
    pub fn detect_in(&mut self, range: Range<usize>) {
        let own = self.words.unsilenced();
        self.find(detect::find(&self.article, range, &own));
    }

    /// Whether a finding is shown while nobody has answered it.
    pub fn is_shown(&self, finding: &Finding) -> bool {
        finding.is_shown_at(self.strictness) && !self.words.silences(finding)
    }

    /// Whether the project silences a finding.
    pub fn is_silenced(&self, finding: &Finding) -> bool {
        self.words.silences(finding)
    }

    /// How many findings of loaded language there are at a level, but for what is silenced; as far as they were looked for.
    pub fn found_at(&self, level: Strictness) -> usize {
        if let Some(outlook) = &self.outlook {
            return outlook.survey.loaded(level);
        }
        let loaded = self
            .findings
            .iter()
            .filter(|finding| finding.category().is_some());
        loaded
            .filter(|finding| finding.is_shown_at(level) && !self.words.silences(finding))
            .count()
    }

    /// How many candidates a rule, or one entry of a rule, has made.
    pub(super) fn open_of(&self, rule: &str) -> usize {
        let candidates = self
            .items
            .iter()
            .filter(|item| item.kind == Kind::Candidate);
        candidates
            .filter_map(|item| self.finding(&item.source))
            .filter(|finding| finding.rule == rule || finding.full_rule() == rule)
            .count()
    }

    /// The candidate that begins at byte `offset`.
    pub(super) fn candidate_at(&self, offset: usize) -> Option<Source> {
        self.items
            .iter()
            .find(|item| item.kind == Kind::Candidate && item.span.start == offset)
            .map(|item| item.source.clone())
    }

    /// How the reader has answered what a rule points at.
    pub fn record(&self, rule: &str) -> Tally {
        let mut tally = Tally::default();
        for (number, finding) in self
            .findings
            .iter()
            .enumerate()
            .filter(|(_, finding)| finding.rule == rule)
        {
            match self.own_answer(number).map(|answer| keeps(finding, answer)) {
                Some(true) => tally.accepted += 1,
                Some(false) => tally.rejected += 1,
                None => tally.open += 1,
            }
        }
        tally
    }
}
