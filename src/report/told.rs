//! Which findings a report tells of.

use crate::detect::Finding;
use crate::report::{AnchoredNotebook, Verdicts};

/// Leaves in `findings` those that are shown, but for phrases that an answer to their words [settles](Verdicts::settles), and those that some reader has answered: an answer is told with what it
/// answers.
pub fn retain_told(
    findings: &mut Vec<Finding>,
    notebooks: &[AnchoredNotebook],
    is_shown: impl Fn(&Finding) -> bool,
) {
    let verdicts: Vec<Verdicts> = notebooks.iter().copied().map(Verdicts::new).collect();
    let is_settled = |finding: &Finding| verdicts.iter().any(|reader| reader.settles(finding));
    findings.retain(|finding| {
        is_shown(finding) && !is_settled(finding)
            || verdicts.iter().any(|reader| reader.of(finding).is_some())
    });
}
