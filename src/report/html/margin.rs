//! What stands beside a paragraph.

use crate::article::Article;
use crate::notes::Verdict;
use crate::report::cited::{crosses, fate, paragraphs as cited};
use crate::report::html::passage::{Passage, Said, What};
use crate::report::html::safe::{line, paragraphs, short};
use crate::report::html::sheet::Sheet;
use crate::report::html::tags::Tags;
use crate::report::prose::{capital, counted, day, voice_fact};
use crate::report::{Author, QUOTATION, flag_category};
use crate::text::word_count;
use maud::{Markup, html};

/// Everything that begins in paragraph `index` (from 0), in text order.
pub(super) fn margin(sheet: &Sheet, tags: &Tags, index: usize) -> Markup {
    let article = sheet.reading.article;
    let paragraph = article.paragraph(index);
    let mut passages = sheet.on(paragraph);
    passages.retain(|passage| article.paragraph_at(passage.span.start) == index);
    html! {
        @if !passages.is_empty() {
            "\n" ul.margin aria-label={ "Notes on paragraph " (index + 1) } {
                @for passage in passages { (beside(sheet, tags, passage)) }
            }
        }
    }
}

fn beside(sheet: &Sheet, tags: &Tags, passage: &Passage) -> Markup {
    let article = sheet.reading.article;
    let text = &article.text;
    let words = passage.span.of(text);
    match &passage.what {
        What::Said(said) => {
            let place = crosses(article, passage.span).then(|| cited(article, passage.span));
            note(sheet, tags, said, words, place)
        }
        What::Open(number, finding) => html! {
            "\n" li.machine {
                a.glyph href={ "#f" (number) } aria-label="to the passage" { "?" }
                " " q dir="auto" lang="" { (short(words)) } " "
                b { (finding.answers_to()) }
                " — " bdi { (line(&finding.reason)) } "; " (finding.surety())
            }
        },
        What::Quoted(number, quoted) => html! {
            "\n" li.machine {
                a.glyph href={ "#q" (number) } aria-label="to the passage" { "“" }
                " "
                @match &quoted.spoken.who {
                    Some(who) => bdi.who lang="" { (line(who)) },
                    None => i { "speaker unclear" },
                }
                " · " (quoted.spoken.kind.word()) ", " (counted(word_count(words), "word"))
                @if quoted.said.is_some() { " · by a reader’s word" }
            }
        },
    }
}

/// A reader's note, on `words`.
pub(super) fn note(
    sheet: &Sheet,
    tags: &Tags,
    said: &Said,
    words: &str,
    place: Option<String>,
) -> Markup {
    let annotation = said.annotation;
    let reason = annotation
        .reason
        .as_deref()
        .filter(|reason| !reason.trim().is_empty());
    html! {
        "\n" li.said.flag[flag_category(annotation).is_some()] id={ "n" (said.number) } {
            p.head {
                @if said.anchor.span().is_some() {
                    a.num href={ "#m" (said.number) } aria-label={ "note " (said.number) ", to the passage" } { (said.number) }
                } @else {
                    span.num { (said.number) }
                }
                span.glyph aria-hidden="true" { (said.glyph()) }
                " " q dir="auto" lang="" { (short(words)) }
            }
            p.facts { (facts(said, tags, place)) (signature(sheet, said)) }
            @if let Some(reason) = reason { p.reason dir="auto" lang="" { (line(reason)) } }
            @for lines in paragraphs(annotation.note.as_deref().unwrap_or_default()) {
                p dir="auto" lang="" {
                    @for (n, text) in lines.iter().enumerate() { @if n > 0 { br; } (text) }
                }
            }
            (status(sheet.reading.article, said))
        }
    }
}

fn facts(said: &Said, tags: &Tags, place: Option<String>) -> Markup {
    let annotation = said.annotation;
    // Of a quotation as a whole, the voice around it would read as if it were the speaker's.
    let answers = annotation.finding.as_deref() != Some(QUOTATION);
    let tells = flag_category(annotation).is_some() || annotation.verdict.is_some() && answers;
    let voice = said.voice.as_ref().filter(|_| tells).map(voice_fact);
    html! {
        @for (n, kind) in kinds(said).iter().enumerate() {
            @if n > 0 { " · " }
            b { (line(kind)) }
        }
        @if let Some(voice) = voice { " · " bdi { (line(&voice)) } }
        @if let Some(place) = place { " · " (place) }
        @for tag in &annotation.tags { " " (tags.chip(tag)) }
    }
}

/// What it is: a flag, a verdict, a speaker, or else a note or a tagged passage.
fn kinds(said: &Said) -> Vec<String> {
    let annotation = said.annotation;
    let flag = annotation.flag.as_ref().map(|flag| format!("Flag: {flag}"));
    let verdict = annotation.verdict.map(|verdict| {
        let finding = annotation.finding.as_deref().unwrap_or("a finding");
        format!("{}: {finding}", capital(verdict.word()))
    });
    let speaker = annotation.speaker.as_ref();
    let speaker = speaker.map(|speaker| format!("Speaker: {speaker}"));
    let kinds: Vec<String> = [flag, verdict, speaker].into_iter().flatten().collect();
    if !kinds.is_empty() {
        return kinds;
    }
    vec![
        if annotation.note.is_some() {
            "Note"
        } else {
            "Tagged"
        }
        .to_owned(),
    ]
}

/// What is not certain about its place, and what the machine said that it answers.
fn status(article: &Article, said: &Said) -> Markup {
    let annotation = said.annotation;
    let quote = &annotation.selector.quote;
    let uncertain = !matches!(said.anchor, crate::notes::Anchor::Found(_));
    let answered = said.finding.filter(|finding| finding.category().is_some());
    html! {
        @if uncertain {
            p.fate {
                (line(&fate(article, annotation, said.anchor)))
                // Where it has no place, these words stand at its head.
                @if said.anchor.span().is_some() || short(quote) != line(quote) {
                    " Made on " q dir="auto" lang="" { (line(quote)) } "."
                }
            }
        }
        @if let Some(finding) = answered {
            p.rule {
                @if annotation.verdict == Some(Verdict::Rejected) { "Not kept: rule " } @else { "Found by rule " }
                code { (finding.full_rule()) } ", " bdi { (line(&finding.reason)) } "; " (finding.surety())
            }
        }
    }
}

fn signature(sheet: &Sheet, said: &Said) -> Markup {
    let created = said.annotation.created.as_deref().map(day);
    let reader = sheet
        .has_several()
        .then(|| line(Author::of(said.notebook).name()));
    html! {
        @if created.is_some() || reader.is_some() {
            // The blank stands outside: the span is kept in one piece, without blanks at its ends.
            " "
            span.by {
                "· "
                @if let Some(reader) = &reader { bdi lang="" { (reader) } }
                @if created.is_some() && reader.is_some() { ", " }
                @if let Some(created) = &created { (line(created)) }
            }
        }
    }
}
