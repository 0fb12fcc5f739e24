//! The charts of a reading, from what `report` counts.

use crate::app::summary::bar::{Bar, Chart, Fill, Subject};
use crate::detect::Finding;
use crate::notes::Verdict;
use crate::report::{
    AnchoredNotebook, Flag, Layer, Reading, Shares, Side, Speaker, Strip, Verdicts, counted,
    crossed, flag_category, percent,
};

fn subject(chart: Chart, name: impl Into<String>) -> Subject {
    let name = name.into();
    Subject { chart, name }
}

/// Flags by category, stacked by voice.
pub(super) fn categories(flags: &[Flag]) -> Vec<Bar> {
    let bar = |one: crate::report::Crossed| {
        let parts = one.parts.iter();
        let parts = parts.map(|part| (Fill::Side(part.side), part.flags));
        Bar::of(
            subject(Chart::Categories, one.category),
            parts.collect(),
            one.passages(),
        )
    };
    crossed(flags).into_iter().map(bar).collect()
}

/// Flags by voice.
pub(super) fn voices(flags: &[Flag]) -> Vec<Bar> {
    let bar = |side: &Side| {
        let its = || {
            let flags = flags.iter();
            flags.filter(|flag| Side::of(flag.voice.as_ref()) == *side)
        };
        let count = its().count();
        (count > 0).then(|| {
            let mut bar = Bar::of(
                subject(Chart::Voices, side.words()),
                vec![(Fill::Side(*side), count)],
                its().filter_map(|flag| flag.span).collect(),
            );
            bar.words = format!("{count} ({})", percent(count, flags.len()));
            bar
        })
    };
    Side::ALL.iter().filter_map(bar).collect()
}

/// Words by who is quoted.
pub(super) fn speakers(shares: &Shares) -> Vec<Bar> {
    let bar = |speaker: &Speaker| {
        let name = speaker.name.as_deref().unwrap_or("speaker unclear");
        let parts = vec![
            (Fill::Quoted, speaker.words),
            (Fill::Reported, speaker.reported),
        ];
        let passages = speaker.passages.clone();
        let mut bar = Bar::of(subject(Chart::Speakers, name), parts, passages);
        let mut words = format!(
            "{} ({}) in {}",
            counted(speaker.all(), "word"),
            percent(speaker.all(), shares.words),
            counted(speaker.passages.len(), "quotation")
        );
        if speaker.flags > 0 {
            words = format!("{words}, {}", counted(speaker.flags, "flag"));
        }
        bar.words = words;
        bar
    };
    shares.speakers.iter().map(bar).collect()
}

/// Where flags, quotations and annotations stand.
pub(super) fn strip(strip: &Strip) -> Vec<Bar> {
    let bar = |layer: &Layer| {
        let passages: Vec<_> = strip.line(*layer).map(|mark| mark.span).collect();
        let fill = Fill::Strip(*layer);
        let parts = vec![(fill, passages.len())];
        let mut bar = Bar::of(subject(Chart::Strip, fill.words()), parts, passages);
        bar.words.clone_from(&bar.number);
        bar
    };
    Layer::ALL.iter().map(bar).collect()
}

/// Findings by each reader's answer.
pub(super) fn answers(reading: &Reading) -> Vec<Bar> {
    // What others have not even begun to answer is no news here.
    let own = reading.notebooks.iter().take(1);
    let others = reading.notebooks.iter().skip(1);
    let readers: Vec<_> = own.chain(others.filter(|one| has_answers(one))).collect();
    let mut bars = Vec::new();
    for anchored in &readers {
        let verdicts = Verdicts::new(**anchored);
        for (answer, name) in [
            (Some(Verdict::Accepted), "accepted"),
            (Some(Verdict::Rejected), "rejected"),
            (None, "open"),
        ] {
            let given = |finding: &&Finding| verdicts.verdict(finding) == answer;
            let its: Vec<&Finding> = reading.findings.iter().filter(given).collect();
            let loaded = its.iter().filter(|one| one.category().is_some()).count();
            let parts = vec![
                (Fill::Loaded, loaded),
                (Fill::Quotations, its.len() - loaded),
            ];
            let passages = its.iter().map(|one| one.span).collect();
            let name = by(readers.len(), anchored, name);
            bars.push(Bar::of(subject(Chart::Answers, name), parts, passages));
        }
    }
    bars.retain(|_| !reading.findings.is_empty());
    bars
}

/// What readers kept of each rule's findings.
pub(super) fn rules(reading: &Reading) -> Vec<Bar> {
    let readers = reading.notebooks.iter().filter(|one| has_answers(one));
    let readers: Vec<_> = readers.collect();
    let mut bars = Vec::new();
    for anchored in &readers {
        let verdicts = Verdicts::new(**anchored);
        for (rule, tally) in verdicts.by_rule(reading.findings) {
            let answered =
                |finding: &&Finding| finding.rule == rule && verdicts.of(finding).is_some();
            let its = reading.findings.iter().filter(answered);
            let parts = vec![
                (Fill::Kept, tally.accepted),
                (Fill::NotKept, tally.rejected),
            ];
            let passages = its.map(|one| one.span).collect();
            let name = by(readers.len(), anchored, rule);
            let mut bar = Bar::of(subject(Chart::Rules, name), parts, passages);
            bar.number = format!("{}/{}", tally.accepted, tally.decided());
            bar.words = format!("{} of {} kept", tally.accepted, tally.decided());
            if reading.notebooks.len() > readers.len() {
                bar.words = format!("{} by {}", bar.words, anchored.notebook.reader);
            }
            bars.push(bar);
        }
    }
    bars
}

/// Annotations by reader.
pub(super) fn readers(reading: &Reading) -> Vec<Bar> {
    let bar = |anchored: &AnchoredNotebook| {
        let all = || anchored.annotations();
        let flags = all().filter(|(one, _)| flag_category(one).is_some());
        let notes = all().filter(|(one, _)| one.note.is_some());
        let verdicts = all().filter(|(one, _)| one.verdict.is_some());
        let passages: Vec<_> = all().filter_map(|(_, anchor)| anchor.span()).collect();
        let count = anchored.notebook.annotations.len();
        let said = [
            (flags.count(), "flag"),
            (notes.count(), "note"),
            (verdicts.count(), "verdict"),
        ];
        let said = said.iter().filter(|(count, _)| *count > 0);
        let mut words: Vec<String> = said.map(|(count, noun)| counted(*count, noun)).collect();
        let lost = count - passages.len();
        if lost > 0 {
            words.push(format!("{lost} lost"));
        }
        let parts = vec![(Fill::Placed, passages.len()), (Fill::Lost, lost)];
        let name = anchored.notebook.reader.clone();
        let mut bar = Bar::of(subject(Chart::Readers, name), parts, passages);
        bar.words = format!("{count} ({})", words.join(", "));
        if words.is_empty() {
            bar.words.clone_from(&bar.number);
        }
        bar
    };
    reading.notebooks.iter().map(bar).collect()
}

/// Whether a reader has answered any finding.
fn has_answers(anchored: &AnchoredNotebook) -> bool {
    let annotations = &anchored.notebook.annotations;
    annotations.iter().any(|one| one.verdict.is_some())
}

/// A bar's name, with whose it is where there are several readers.
fn by(readers: usize, anchored: &AnchoredNotebook, name: &str) -> String {
    if readers > 1 {
        format!("{name} · {}", anchored.notebook.reader)
    } else {
        name.to_owned()
    }
}
