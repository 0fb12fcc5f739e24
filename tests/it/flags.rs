//! Loaded language made by hand.

use crate::desk::SAMPLE;
use closeread::detect::{Category, Finding, Ground, Loaded, Strictness, Voice, What};
use closeread::text::Span;

/// Loaded language made by hand: whatever the detectors find there, tests of how findings are shown do not change. The
/// first `words` of `text`, by the rule `rule` (`emotive/blow`) and an entry of it.
pub(crate) fn flag(text: &str, words: &str, rule: &str, entry: &str, level: Strictness) -> Finding {
    let start = text.find(words).unwrap();
    let (category, _) = rule.split_once('/').unwrap();
    Finding {
        span: Span::new(start, start + words.len()),
        detector: "loaded",
        rule: rule.to_owned().into(),
        reason: format!("why {rule} is flagged").into(),
        score: 0.71,
        voice: Voice::Own,
        what: What::Loaded(Loaded {
            category: Category::parse(category).unwrap(),
            entry: (!entry.is_empty()).then(|| entry.to_owned().into()),
            level,
            grounds: [
                ("an intensifier before it: utterly", 1.5),
                ("it stands in a quotation", -0.4),
            ]
            .map(|(what, weight)| Ground {
                what: what.into(),
                weight,
            })
            .to_vec(),
            alternative: None,
            core: None,
        }),
    }
}

/// Findings of every level in [`SAMPLE`]: two of one entry, one of another entry of the same rule, one of no entry.
pub(crate) fn flags() -> Vec<Finding> {
    use Strictness::{All, Few, Normal};
    vec![
        flag(SAMPLE, "storm", "emotive/blow", "storm", Few),
        flag(SAMPLE, "protest", "emotive/blow", "protest", Normal),
        flag(SAMPLE, "It is believed", "unattributed/passive", "", All),
        flag(SAMPLE, "regime", "name-calling/label", "regime", Normal),
        flag(SAMPLE, "hurt", "emotive/blow", "storm", All),
    ]
}
