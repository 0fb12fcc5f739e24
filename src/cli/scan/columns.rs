//! What is said of every finding of a scan.

use crate::cli::detect::row::{Member, Row};
use crate::cli::detect::{Given, record};
use crate::cli::scan::Scan;
use crate::detect::Finding;

/// The columns of CSV, which are the members of the JSON objects but for the grounds; each has those that its kind of finding has.
pub(super) const COLUMNS: [Member; 28] = [
    Member::Path,
    Member::Paragraph,
    Member::Start,
    Member::End,
    Member::Text,
    Member::Detector,
    Member::Kind,
    Member::Category,
    Member::Technique,
    Member::Level,
    Member::Rule,
    Member::Reason,
    Member::Score,
    Member::Voice,
    Member::VoiceKind,
    Member::VoiceName,
    Member::VoiceSpeech,
    Member::Speaker,
    Member::SpeakerStart,
    Member::SpeakerEnd,
    Member::Resolved,
    Member::Cue,
    Member::CueStart,
    Member::CueEnd,
    Member::Relay,
    Member::RelayStart,
    Member::RelayEnd,
    Member::Alternative,
];

/// Every finding of `scan`; offsets are scalar values of the normalised text, paragraphs count from 1.
pub(super) fn found(scan: &Scan) -> impl Iterator<Item = Row<'_>> + '_ {
    let given = Given::same(&scan.article.text);
    let findings = scan.findings.iter();
    findings.map(move |finding| row(scan, finding, &given))
}

fn row<'s>(scan: &'s Scan, finding: &'s Finding, given: &Given) -> Row<'s> {
    let article = &scan.article;
    let mut row = record::row(finding, article, given);
    row.put(Member::Path, article.name.as_str());
    row.put(
        Member::Paragraph,
        article.paragraph_at(finding.span.start) + 1,
    );
    row.put(Member::Text, finding.span.of(&article.text));
    row.put(Member::Detector, finding.detector);
    row
}
