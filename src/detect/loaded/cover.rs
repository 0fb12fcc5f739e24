//! One passage, one finding.

use crate::detect::{Finding, Loaded, What};
use std::borrow::Borrow;

/// Leaves out findings whose words lie within those of another that shows as early and is as sure: nobody wants to answer the same
/// words twice. The quieter layer stands beside the others. `findings` are in text order.
///
/// In time linear in the findings: only so many forms stand on one word.
pub(super) fn uncovered<F: Borrow<Finding>>(findings: Vec<F>) -> Vec<F> {
    let mut kept: Vec<F> = Vec::with_capacity(findings.len());
    // The first of those that reach beyond the present one's start.
    let mut open = 0;
    for one in findings {
        let finding: &Finding = one.borrow();
        let is_past = |other: &F| other.borrow().span.end <= finding.span.start;
        while kept.get(open).is_some_and(is_past) {
            open += 1;
        }
        let others = kept.get(open..).unwrap_or_default();
        let mut others = others.iter().map(Borrow::borrow);
        if others.clone().any(|other| covers(other, finding)) {
            continue;
        }
        if let Some(at) = others.position(|other| covers(finding, other)) {
            kept.remove(open + at);
        }
        kept.push(one);
    }
    kept
}

/// Whether `one` makes `other` needless.
fn covers(one: &Finding, other: &Finding) -> bool {
    let (Some(a), Some(b)) = (loaded(one), loaded(other)) else {
        return false;
    };
    let loud = !a.category.is_quiet() && !b.category.is_quiet();
    loud && one.span.covers(other.span) && a.level <= b.level && one.score >= other.score
}

fn loaded(finding: &Finding) -> Option<&Loaded> {
    match &finding.what {
        What::Loaded(loaded) => Some(loaded),
        What::Quotation(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::{Category, Strictness, Voice};
    use crate::text::Span;

    fn finding(start: usize, end: usize, category: Category, score: f32) -> Finding {
        Finding {
            span: Span::new(start, end),
            detector: "loaded",
            rule: "test".into(),
            reason: "test".into(),
            score,
            voice: Voice::Own,
            what: What::Loaded(Loaded {
                category,
                entry: None,
                level: Strictness::Normal,
                grounds: Vec::new(),
                alternative: None,
                core: None,
            }),
        }
    }

    #[test]
    fn the_surer_of_two_on_the_same_words_stays() {
        use Category::{Emotive, Fear, Speculation};
        for (one, other, left) in [
            ((0, 9, Emotive, 0.6), (0, 9, Fear, 0.5), vec![0.6]),
            ((0, 9, Emotive, 0.5), (0, 9, Fear, 0.6), vec![0.6]),
            ((0, 9, Emotive, 0.6), (4, 9, Fear, 0.5), vec![0.6]),
            ((0, 9, Emotive, 0.5), (4, 9, Fear, 0.6), vec![0.5, 0.6]),
            ((0, 9, Emotive, 0.6), (4, 12, Fear, 0.5), vec![0.6, 0.5]),
            ((0, 9, Speculation, 0.6), (4, 9, Fear, 0.5), vec![0.6, 0.5]),
        ] {
            let make = |(start, end, category, score)| finding(start, end, category, score);
            let kept = uncovered(vec![make(one), make(other)]);
            let scores: Vec<f32> = kept.iter().map(|finding| finding.score).collect();
            assert_eq!(scores, left, "{one:?} {other:?}");
        }
    }
}
