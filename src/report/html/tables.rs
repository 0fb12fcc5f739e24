//! What can be counted, as tables whose rows have bars.

use crate::detect::{Category, Finding, Voice};
use crate::report::html::safe::line;
use crate::report::html::sheet::Sheet;
use crate::report::prose::percent;
use crate::report::sentences::{corrections, flags_sentence, unmatched_sentence};
use crate::report::verdicts::without_finding;
use crate::report::{
    AnchoredNotebook, Reading, Shares, Speaker, Tally, Verdicts, by_category, by_voice,
    flags as all_flags, shares,
};
use maud::{Markup, html};

/// Flags by category and by voice.
pub(super) fn flags(sheet: &Sheet) -> Markup {
    let flags = all_flags(sheet.reading);
    let is_own = |voice: &Option<Voice>| *voice == Some(Voice::Own);
    let own = flags.iter().filter(|flag| is_own(&flag.voice)).count();
    let categories = by_category(&flags);
    let most = categories.iter().map(|(_, n)| *n).max().unwrap_or(1);
    let voices = by_voice(&flags);
    let loudest = voices.iter().map(|(_, n)| *n).max().unwrap_or(1);
    html! {
        @if !flags.is_empty() {
            section aria-labelledby="flags" {
                h2 id="flags" { "Loaded language" }
                p { (flags_sentence(flags.len(), own)) }
                (scroll("Flags by category", html! {
                    caption { "Flags by category: filled in the article’s own voice, outlined in the words of others" }
                    thead { tr { th scope="col" { "Category" } th.bars scope="col" aria-hidden="true" {} th.n scope="col" { "Flags" } th.n scope="col" { "Own voice" } th.wide scope="col" { "What it means" } } }
                    tbody {
                        @for (name, n) in categories {
                            @let own = flags.iter().filter(|flag| flag.category == name && is_own(&flag.voice)).count();
                            tr {
                                th scope="row" { bdi { (line(name)) } }
                                td.bars aria-hidden="true" { (bar(own, n - own, most)) }
                                td.n { (n) }
                                td.n { (own) }
                                td.wide { (Category::parse(name).map_or("", Category::definition)) }
                            }
                        }
                    }
                }))
                (scroll("Flags by voice", html! {
                    caption { "Flags by voice: whose words they stand in" }
                    thead { tr { th scope="col" { "Whose words" } th.bars scope="col" aria-hidden="true" {} th.n scope="col" { "Flags" } } }
                    tbody {
                        @for (voice, n) in voices {
                            @let is_own = voice == Some(&Voice::Own);
                            tr {
                                th scope="row" { bdi { (voice.map_or_else(|| "no place in this text".to_owned(), |voice| line(&voice.words()))) } }
                                td.bars aria-hidden="true" { (bar(if is_own { n } else { 0 }, if is_own { 0 } else { n }, loudest)) }
                                td.n { (n) }
                            }
                        }
                    }
                }))
            }
        }
    }
}

/// Who is quoted, how much, and what is left for the article's own voice.
pub(super) fn quoted(sheet: &Sheet) -> Markup {
    let shares = shares(sheet.reading, &all_flags(sheet.reading));
    html! {
        @if !shares.speakers.is_empty() {
            section aria-labelledby="quoted" {
                h2 id="quoted" { "Who is quoted" }
                (scroll("Share of words by speaker", html! {
                    caption { "Share of the article’s words by speaker: filled in quotation marks, outlined in other words" }
                    thead { tr {
                        th scope="col" { "Speaker" } th.bars scope="col" aria-hidden="true" {}
                        @for head in ["Share", "Words quoted", "Other words", "Direct", "Mixed", "Indirect", "Flags"] { th.n scope="col" { (head) } }
                    } }
                    tbody {
                        @for speaker in &shares.speakers { (speaker_row(speaker, &shares)) }
                        (own_row(&shares))
                    }
                }))
                p.small {
                    "Direct, mixed and indirect count quotations: in quotation marks, in part, in other words. Words quoted stand in quotation marks; \
                     other words are the article’s account of what somebody said. Several names of one person count as one."
                    (corrections(sheet.reading))
                }
            }
        }
    }
}

fn speaker_row(speaker: &Speaker, shares: &Shares) -> Markup {
    let counts = [
        speaker.words,
        speaker.reported,
        speaker.direct,
        speaker.mixed,
        speaker.indirect,
        speaker.flags,
    ];
    html! {
        tr {
            th scope="row" {
                @match &speaker.name { Some(name) => bdi lang="" { (line(name)) }, None => i { "speaker unclear" } }
            }
            td.bars aria-hidden="true" { (bar(speaker.words, speaker.reported, longest(shares))) }
            td.n { (percent(speaker.all(), shares.words)) }
            @for count in counts { td.n { (count) } }
        }
    }
}

fn own_row(shares: &Shares) -> Markup {
    html! {
        tr.own {
            th scope="row" { i { "the article’s own voice" } }
            td.bars aria-hidden="true" { (bar(0, shares.own, longest(shares))) }
            td.n { (percent(shares.own, shares.words)) }
            td.n {} td.n { (shares.own) } td.n {} td.n {} td.n {} td.n { (shares.own_flags) }
        }
    }
}

/// The most words that anybody has.
fn longest(shares: &Shares) -> usize {
    let speakers = shares.speakers.iter().map(Speaker::all);
    speakers.chain([shares.own]).max().unwrap_or(1)
}

/// How the readers answered the findings.
pub(super) fn verdicts(sheet: &Sheet) -> Markup {
    let reading = sheet.reading;
    let several = sheet.has_several();
    let unmatched: usize = reading
        .notebooks
        .iter()
        .map(|n| without_finding(*n, reading.findings))
        .sum();
    let rules: Vec<_> = reading
        .notebooks
        .iter()
        .flat_map(|n| by_rule(*n, reading))
        .collect();
    let tallies: Vec<_> = reading
        .notebooks
        .iter()
        .flat_map(|n| tallies(*n, reading))
        .collect();
    html! {
        @if !tallies.is_empty() || unmatched > 0 {
            section aria-labelledby="verdicts" {
                h2 id="verdicts" { "Findings and verdicts" }
                (scroll("Findings and what readers made of them", html! {
                    caption { "Findings and what became of them: filled accepted, outlined rejected, the rest open" }
                    thead { tr {
                        @if several { th scope="col" { "Reader" } }
                        th scope="col" { "Findings" } th.bars scope="col" aria-hidden="true" {}
                        @for head in ["Found", "Accepted", "Rejected", "Open"] { th.n scope="col" { (head) } }
                    } }
                    tbody {
                        @for (reader, kind, tally) in &tallies {
                            tr {
                                @if several { td { bdi lang="" { (reader) } } }
                                th scope="row" { (kind) }
                                td.bars aria-hidden="true" { (bar(tally.accepted, tally.rejected, tally.found())) }
                                @for count in [tally.found(), tally.accepted, tally.rejected, tally.open] { td.n { (count) } }
                            }
                        }
                    }
                }))
                @if !rules.is_empty() { (scroll("The record of each rule", html! {
                    caption { "The record of each rule: of the findings that were answered, how many a reader kept" }
                    thead { tr {
                        @if several { th scope="col" { "Reader" } }
                        th scope="col" { "Rule" } th.bars scope="col" aria-hidden="true" {} th.n scope="col" { "Kept" } th.n scope="col" { "Of" }
                    } }
                    tbody {
                        @let most = rules.iter().map(|(_, _, tally)| tally.decided()).max().unwrap_or(1);
                        @for (reader, rule, tally) in &rules {
                            tr {
                                @if several { td { bdi lang="" { (reader) } } }
                                th scope="row" { (line(rule)) }
                                td.bars aria-hidden="true" { (bar(tally.accepted, tally.rejected, most)) }
                                td.n { (tally.accepted) } td.n { (tally.decided()) }
                            }
                        }
                    }
                })) }
                @if unmatched > 0 { p.small { (unmatched_sentence(unmatched)) } }
            }
        }
    }
}

fn by_rule<'f>(
    notebook: AnchoredNotebook<'_>,
    reading: &Reading<'f>,
) -> Vec<(String, &'f str, Tally)> {
    let reader = line(&notebook.notebook.reader);
    let rules = Verdicts::new(notebook).by_rule(reading.findings);
    rules
        .into_iter()
        .map(|(rule, tally)| (reader.clone(), rule, tally))
        .collect()
}

fn tallies(notebook: AnchoredNotebook, reading: &Reading) -> Vec<(String, &'static str, Tally)> {
    let verdicts = Verdicts::new(notebook);
    let reader = line(&notebook.notebook.reader);
    [("loaded language", true), ("quotations", false)]
        .into_iter()
        .map(|(kind, loaded)| {
            let of_kind = |finding: &&Finding| finding.category().is_some() == loaded;
            let tally = verdicts.tally(reading.findings.iter().filter(of_kind));
            (reader.clone(), kind, tally)
        })
        .filter(|(_, _, tally)| tally.found() > 0)
        .collect()
}

/// A table that scrolls by itself where the window is narrower.
fn scroll(label: &str, table: Markup) -> Markup {
    html! { div.scroll tabindex="0" role="region" aria-label=(label) { table { (table) } } }
}

/// A bar of `all`: `filled`, and behind it `outlined`.
fn bar(filled: usize, outlined: usize, all: usize) -> Markup {
    let share = |count: usize| 100.0 * count as f64 / all.max(1) as f64;
    let (first, second) = (share(filled), share(outlined));
    html! {
        svg.bar viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false" {
            @if filled > 0 { rect.filled x="0" y="0" width=(format!("{first:.1}")) height="10" {} }
            @if outlined > 0 { rect.outlined x=(format!("{first:.1}")) y="0" width=(format!("{second:.1}")) height="10" {} }
        }
    }
}
