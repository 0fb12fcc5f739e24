//! What can be counted: flags, quoted words, verdicts.

use crate::detect::{Category, Finding, Voice};
use crate::report::markdown::escape::inline;
use crate::report::markdown::table;
use crate::report::prose::{counted, is_are};
use crate::report::verdicts::without_finding;
use crate::report::{
    Reading, Speaker, Tally, Verdicts, by_category, by_voice, flags as all_flags, speakers,
};

/// Flags by category and by voice.
pub(super) fn flags(reading: &Reading) -> Option<String> {
    let flags = all_flags(reading);
    let categories: Vec<Vec<String>> = by_category(&flags)
        .into_iter()
        .map(|(name, n)| {
            let meaning = Category::parse(name).map_or("", Category::definition);
            vec![inline(name), n.to_string(), meaning.to_owned()]
        })
        .collect();
    let voices: Vec<Vec<String>> = by_voice(&flags)
        .into_iter()
        .map(|(voice, n)| vec![voice_words(voice), n.to_string()])
        .collect();
    let own = flags
        .iter()
        .filter(|flag| flag.voice == Some(Voice::Own))
        .count();
    let parts = [
        Some(flags_sentence(flags.len(), own)),
        table(
            &["Category", "Flags", "What it means"],
            &[false, true, false],
            &categories,
        ),
        // Of one voice, the sentence says it all.
        table(&["Whose words", "Flags"], &[false, true], &voices).filter(|_| own < flags.len()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!flags.is_empty()).then(|| format!("## Loaded language\n\n{}", parts.join("\n\n")))
}

fn flags_sentence(all: usize, own: usize) -> String {
    let share = match (all, own) {
        (1, 1) => "in the article’s own voice".to_owned(),
        (1, _) => "not in the article’s own voice".to_owned(),
        (_, 0) => "none of them in the article’s own voice".to_owned(),
        (all, own) if all == own => "all in the article’s own voice".to_owned(),
        (_, own) => format!("{own} of them in the article’s own voice"),
    };
    format!("There {} {}, {share}.", is_are(all), counted(all, "flag"))
}

/// Whose words a flag stands in, for a table or a line.
fn voice_words(voice: Option<&Voice>) -> String {
    match voice {
        None => "no place in this text".to_owned(),
        Some(voice) => inline(voice.words()),
    }
}

/// Who is quoted and how many words each.
pub(super) fn quoted(reading: &Reading) -> Option<String> {
    let speakers = speakers(reading);
    let reported = speakers.iter().any(|speaker| speaker.reported > 0);
    let width = if reported { 4 } else { 3 };
    let rows: Vec<Vec<String>> = speakers
        .iter()
        .map(|speaker| quoted_row(speaker).into_iter().take(width).collect())
        .collect();
    let head = ["Speaker", "Quotations", "Words quoted", "Words reported"];
    let table = table(
        head.get(..width)?,
        [false, true, true, true].get(..width)?,
        &rows,
    )?;
    let legend = "\n\nWords quoted stand in quotation marks. Words reported are the article’s account of what \
                  somebody said, wholly or in part.";
    let legend = if reported { legend } else { "" };
    Some(format!("## Who is quoted\n\n{table}{legend}"))
}

fn quoted_row(speaker: &Speaker) -> [String; 4] {
    let name = speaker.name.as_deref().map(inline);
    [
        name.unwrap_or_else(|| "*no speaker found*".to_owned()),
        speaker.quotations.to_string(),
        speaker.words.to_string(),
        speaker.reported.to_string(),
    ]
}

/// How the readers answered the findings.
pub(super) fn verdicts(reading: &Reading) -> Option<String> {
    let several = reading.notebooks.len() > 1;
    let mut rows = Vec::new();
    let mut rules = Vec::new();
    let mut unmatched = 0;
    for anchored in &reading.notebooks {
        let verdicts = Verdicts::new(*anchored);
        unmatched += without_finding(*anchored, reading.findings);
        let reader = several.then(|| inline(&anchored.notebook.reader));
        for (kind, wanted) in [("loaded language", true), ("quotations", false)] {
            let of_kind = |f: &&Finding| f.category().is_some() == wanted;
            let tally = verdicts.tally(reading.findings.iter().filter(of_kind));
            if tally.found() > 0 {
                rows.push(verdict_row(reader.clone(), kind, tally));
            }
        }
        let answered = verdicts.by_rule(reading.findings);
        rules.extend(
            answered
                .into_iter()
                .map(|(rule, tally)| rule_row(reader.clone(), rule, tally)),
        );
    }
    let head = [
        "Reader", "Findings", "Found", "Accepted", "Rejected", "Open",
    ];
    let numbers = [false, false, true, true, true, true];
    let from = usize::from(!several);
    let parts: Vec<String> = [
        table(head.get(from..)?, numbers.get(from..)?, &rows),
        table(
            ["Reader", "Rule", "Kept", "Of"].get(from..)?,
            [false, false, true, true].get(from..)?,
            &rules,
        ),
        (unmatched > 0).then(|| unmatched_sentence(unmatched)),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!parts.is_empty()).then(|| format!("## Findings and verdicts\n\n{}", parts.join("\n\n")))
}

fn verdict_row(reader: Option<String>, kind: &str, tally: Tally) -> Vec<String> {
    let counts = [tally.found(), tally.accepted, tally.rejected, tally.open];
    reader
        .into_iter()
        .chain([kind.to_owned()])
        .chain(counts.map(|count| count.to_string()))
        .collect()
}

/// How many of a rule's answered findings a reader kept.
fn rule_row(reader: Option<String>, rule: &str, tally: Tally) -> Vec<String> {
    let counts = [tally.accepted, tally.decided()].map(|count| count.to_string());
    reader
        .into_iter()
        .chain([inline(rule)])
        .chain(counts)
        .collect()
}

fn unmatched_sentence(count: usize) -> String {
    if count == 1 {
        return "1 verdict answers a finding that the rules do not make here; its annotation is listed all the same."
            .to_owned();
    }
    format!(
        "{count} verdicts answer findings that the rules do not make here; their annotations are listed all the same."
    )
}
