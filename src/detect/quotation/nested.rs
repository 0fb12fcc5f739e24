//! Quotations inside quotations: “He told me ‘never again’ twice.”

use crate::detect::quotation::draft::Draft;
use crate::detect::quotation::mark::marks;
use crate::detect::quotation::passage::{Passage, Quoted};
use crate::detect::quotation::ranker::Memory;
use crate::detect::quotation::rule::Rule;
use crate::detect::quotation::rules::read;
use std::ops::Range;

/// The words in marks inside the marks of `draft` that somebody is credited with there, each with the passage it is a
/// draft of.
///
/// Misses: inner marks without a credit of their own; a third level.
pub(super) fn nested<'a>(p: &Passage<'a>, draft: &Draft) -> Option<(Passage<'a>, Vec<Draft>)> {
    let Range { start, end } = draft.tokens;
    let whole = |quoted: &&Quoted| quoted.tokens.start >= start && quoted.tokens.end <= end;
    let last = || p.mark_of(end - 1).filter(whole);
    // Only marks that stand wholly in the draft: those around it would be read once for each of their drafts.
    let quoted = p.mark_of(start).filter(whole).or_else(last)?;
    let inside = quoted.mark.inside;
    if !inside.of(p.text).contains(is_sign) || marks(p.text, inside).is_empty() {
        return None;
    }
    let inner = Passage::new(p.text, inside, p.language);
    let mut drafts = read(&inner, &mut Memory::default(), &mut || None).drafts;
    drafts.retain_mut(|draft| {
        let first = inner.mark_of(draft.tokens.start);
        let marked = first.or_else(|| inner.mark_of(draft.tokens.end - 1));
        let credited = draft.speaker.is_some() && draft.cue.is_some();
        let Some(marked) = marked.filter(|_| credited) else {
            return false;
        };
        let words = marked
            .tokens
            .clone()
            .filter(|&at| inner.token(at).is_word());
        if about(draft.rule) && words.count() < SHORTEST_ABOUT {
            return false;
        }
        draft.tokens = marked.tokens.clone();
        true
    });
    Some((inner, drafts))
}

/// A name in marks ("called it ‘Big Ole’") has fewer words than this.
const SHORTEST_ABOUT: usize = 3;

/// Whether words found by a rule may only be what somebody calls something.
fn about(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::CueAbout | Rule::ReportFront | Rule::ReportBehind
    )
}

fn is_sign(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '“' | '‘' | '’' | '„' | '‚' | '«' | '»' | '‹' | '›'
    )
}
