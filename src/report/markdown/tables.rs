//! What can be counted: flags, quoted words, verdicts.

use crate::detect::{Category, Finding, Voice};
use crate::report::markdown::escape::inline;
use crate::report::markdown::table;
use crate::report::prose::percent;
use crate::report::sentences::{corrections, flags_sentence, unmatched_sentence};
use crate::report::verdicts::without_finding;
use crate::report::{
    Flag, Reading, Speaker, Tally, UsedTag, Verdicts, by_category, by_voice, flags as all_flags,
    shares, used_tags,
};

/// Flags by category and by voice.
pub(super) fn flags(reading: &Reading) -> Option<String> {
    let flags = all_flags(reading);
    let is_own = |flag: &&Flag| flag.voice == Some(Voice::Own);
    let own_of = |name: &str| {
        let own = flags.iter().filter(|flag| flag.category == name);
        own.filter(is_own).count()
    };
    let categories: Vec<Vec<String>> = by_category(&flags)
        .into_iter()
        .map(|(name, n)| {
            let meaning = Category::parse(name).map_or("", Category::definition);
            let counts = [n, own_of(name)].map(|count| count.to_string());
            let [n, own] = counts;
            vec![inline(name), n, own, meaning.to_owned()]
        })
        .collect();
    let voices: Vec<Vec<String>> = by_voice(&flags)
        .into_iter()
        .map(|(voice, n)| vec![voice_words(voice), n.to_string()])
        .collect();
    let own = flags.iter().filter(is_own).count();
    let parts = [
        Some(flags_sentence(flags.len(), own)),
        table(
            &["Category", "Flags", "Own voice", "What it means"],
            &[false, true, true, false],
            &categories,
        ),
        // Of one voice, the sentence says it all.
        table(&["Whose words", "Flags"], &[false, true], &voices).filter(|_| own < flags.len()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!flags.is_empty()).then(|| format!("## Loaded language\n\n{}", parts.join("\n\n")))
}

/// Whose words a flag stands in, for a table or a line.
fn voice_words(voice: Option<&Voice>) -> String {
    match voice {
        None => "no place in this text".to_owned(),
        Some(voice) => inline(&voice.words()),
    }
}

/// The tags that are used, with what the codebook says of them.
pub(super) fn tags(reading: &Reading) -> Option<String> {
    let row = |used: UsedTag| {
        let meaning = match used.known {
            None => "*not in the codebook*".to_owned(),
            Some(tag) => inline(tag.definition.as_deref().unwrap_or_default()),
        };
        vec![
            format!("#{}", inline(used.name)),
            used.count.to_string(),
            meaning,
        ]
    };
    let rows: Vec<Vec<String>> = used_tags(reading).into_iter().map(row).collect();
    let table = table(
        &["Tag", "Used", "What it is for"],
        &[false, true, false],
        &rows,
    )?;
    Some(format!("## Tags\n\n{table}"))
}

/// Who is quoted, how much, and what is left for the article's own voice.
pub(super) fn quoted(reading: &Reading) -> Option<String> {
    let flags = all_flags(reading);
    let shares = shares(reading, &flags);
    if shares.speakers.is_empty() {
        return None;
    }
    let share = |words: usize| percent(words, shares.words);
    let own = vec![
        "*the article’s own voice*".to_owned(),
        String::new(),
        String::new(),
        String::new(),
        String::new(),
        shares.own.to_string(),
        share(shares.own),
        shares.own_flags.to_string(),
    ];
    let speakers = shares.speakers.iter();
    let rows: Vec<Vec<String>> = speakers
        .map(|speaker| quoted_row(speaker, share(speaker.all())))
        .chain([own])
        .collect();
    let head = [
        "Speaker",
        "Direct",
        "Mixed",
        "Indirect",
        "Words quoted",
        "Other words",
        "Share",
        "Flags",
    ];
    let numbers = [false, true, true, true, true, true, true, true];
    let table = table(&head, &numbers, &rows)?;
    Some(format!(
        "## Who is quoted\n\n{table}\n\n\
         Direct, mixed and indirect count quotations: in quotation marks, in part, in other words. Words quoted stand in quotation \
         marks; other words are the article’s account of what somebody said. *Share* is of all words. Several names of one \
         person count as one.{}",
        corrections(reading)
    ))
}

fn quoted_row(speaker: &Speaker, share: String) -> Vec<String> {
    let name = speaker.name.as_deref().map(inline);
    let counts = [
        speaker.direct,
        speaker.mixed,
        speaker.indirect,
        speaker.words,
        speaker.reported,
    ];
    let name = name.unwrap_or_else(|| "*speaker unclear*".to_owned());
    let counts = counts.iter().map(ToString::to_string);
    let last = [share, speaker.flags.to_string()];
    std::iter::once(name).chain(counts).chain(last).collect()
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
