//! Why something was found: rule, reason, score and what made it, and what the reader made of it.

use crate::app::{Source, State, titled};
use crate::detect::{Finding, Loaded, Quotation, Strictness, What};
use crate::notes::Verdict;
use crate::text::{Span, visible_line, word_count, wrap};
use crate::view::theme::Theme;
use crate::view::{panel, put};
use ratatui::buffer::Buffer;
use ratatui::style::Style;

/// Columns for the names of the facts.
const LABEL: usize = 10;

/// A fact: its name, and what it is.
type Fact = (&'static str, String);

/// Draws the reasons, from row `scroll` on as far as there are more than fit.
pub(super) fn draw(state: &State, scroll: usize, theme: &Theme, buffer: &mut Buffer) {
    let focus = state.focus.as_ref();
    let Some(number) = focus.and_then(|source| state.desk.finding_index(source)) else {
        return;
    };
    let Some(finding) = state.desk.findings.get(number) else {
        return;
    };
    let facts = facts(state, finding, number);
    let mut rows = folded(&facts, panel::width(state));
    let beside = panel::fits_beside(state, rows.len() as u16);
    if !beside {
        rows = folded(&facts, state.page.layout.header.width);
    }
    let words = finding.span.of(&state.desk.article.text);
    let title = format!("why {}", titled(words, 60));
    let height = rows.len() as u16;
    let area = if beside {
        panel::beside(state, &title, height, theme, buffer)
    } else {
        panel::lower(state, &title, height, theme, buffer)
    };
    let room = usize::from(area.height);
    let skip = scroll.min(rows.len().saturating_sub(room));
    let rest = rows.len().saturating_sub(skip + room);
    for (line, (name, text)) in rows.iter().skip(skip).take(room).enumerate() {
        let y = area.y + line as u16;
        if rest > 0 && line + 1 == room {
            let more = format!("… {} more rows: ↓", rest + 1);
            put(buffer, area.x, y, &more, theme.dim);
        } else {
            put(buffer, area.x, y, name, theme.dim);
            put(buffer, area.x + LABEL as u16, y, text, Style::new());
        }
    }
}

/// The rows of the facts in a panel of so many columns; each fact has its name on its first row.
fn folded(facts: &[Fact], columns: u16) -> Vec<(&'static str, String)> {
    let width = usize::from(columns).saturating_sub(LABEL + 2).min(90);
    let mut rows = Vec::new();
    for (name, text) in facts {
        for (at, row) in wrap(text, width).into_iter().enumerate() {
            let name = if at == 0 { *name } else { "" };
            rows.push((name, row.of(text).to_owned()));
        }
    }
    rows
}

fn facts(state: &State, finding: &Finding, number: usize) -> Vec<Fact> {
    let mut facts = match &finding.what {
        What::Loaded(loaded) => vec![category(loaded)],
        What::Quotation(quotation) => speech(state, quotation, finding.span),
    };
    facts.push(("reason", visible_line(&finding.reason)));
    facts.push((
        "voice",
        visible_line(&state.desk.voice(finding.span).words()),
    ));
    if let What::Loaded(loaded) = &finding.what {
        let neutral = loaded.alternative.as_deref();
        facts.extend(neutral.map(|words| ("plainly", visible_line(words))));
    }
    let rule = visible_line(&finding.full_rule());
    facts.push(("rule", format!("{}: {rule}", finding.detector)));
    facts.push(("score", score(finding)));
    if let What::Loaded(loaded) = &finding.what {
        facts.extend(grounds(loaded));
        facts.push(("level", level(state, finding, loaded.level)));
    }
    facts.extend(record(state, finding));
    facts.extend(answer(state, number));
    facts
}

fn category(loaded: &Loaded) -> Fact {
    let category = loaded.category;
    let text = format!("{}: {}", category.name(), category.definition());
    ("category", text)
}

fn speech(state: &State, quotation: &Quotation, span: Span) -> Vec<Fact> {
    let text = &state.desk.article.text;
    let none = || "none found".to_owned();
    let mention = quotation.speaker.map(|span| place(state, span));
    let speaker = match (&quotation.resolved, mention) {
        (Some(name), Some(mention)) => format!("{}, by {mention}", visible_line(name)),
        (Some(name), None) => visible_line(name),
        (None, mention) => mention.unwrap_or_else(none),
    };
    let count = word_count(span.of(text));
    let plural = if count == 1 { "" } else { "s" };
    let mut facts = vec![
        (
            "kind",
            format!("{} quotation, {count} word{plural}", quotation.kind.word()),
        ),
        ("speaker", speaker),
    ];
    facts.extend(corrected(state, quotation));
    facts.push((
        "cue",
        quotation.cue.map_or_else(none, |span| place(state, span)),
    ));
    facts.extend(
        quotation
            .relay
            .map(|span| ("passed on", format!("by {}", place(state, span)))),
    );
    facts
}

/// Words of the article with their paragraph.
fn place(state: &State, span: Span) -> String {
    let article = &state.desk.article;
    let paragraph = article.paragraph_at(span.start) + 1;
    format!("{} ¶{paragraph}", titled(span.of(&article.text), 60))
}

/// Who speaks by a reader's word.
fn corrected(state: &State, quotation: &Quotation) -> Option<Fact> {
    let credit = state.desk.credit(state.focus.as_ref()?)?;
    let (shelf, id) = credit.said.as_ref()?;
    let author = state.desk.author(&Source::Annotation(*shelf, id.clone()));
    let by = if *shelf == 0 { "you" } else { author };
    let who = credit.spoken.who.as_deref().unwrap_or("unclear who speaks");
    let words = match *shelf {
        _ if quotation.resolved.as_deref() == Some(who) => format!("confirmed by {by}"),
        0 => format!("{who}: so you say"),
        _ => format!("{who}: so {by} says"),
    };
    Some(("", visible_line(&words)))
}

fn score(finding: &Finding) -> String {
    format!("{:.2}: {}", finding.score, finding.surety())
}

/// What made the score: `+` what raises it, `-` what lowers it.
fn grounds(loaded: &Loaded) -> Vec<Fact> {
    let mut grounds = Vec::new();
    for ground in &loaded.grounds {
        let sign = match ground.weight {
            weight if weight > 0.0 => "+",
            weight if weight < 0.0 => "-",
            _ => "·",
        };
        let name = if grounds.is_empty() { "because" } else { "" };
        grounds.push((name, format!("{sign} {}", visible_line(&ground.what))));
    }
    grounds
}

fn level(state: &State, finding: &Finding, level: Strictness) -> String {
    if state.desk.is_silenced(finding) {
        return "silenced by the project’s lexicon.yaml".to_owned();
    }
    let shown = match level {
        Strictness::Few => "shown at every level",
        Strictness::Normal => "not shown at few",
        Strictness::All => "shown only where everything is",
    };
    format!("{}: {shown}", level.name())
}

/// What this reader made of the rule so far.
fn record(state: &State, finding: &Finding) -> Option<Fact> {
    let tally = state.desk.record(&finding.rule);
    let rule = visible_line(&finding.rule);
    let text = format!(
        "you kept {} of {} by {rule} {}",
        tally.accepted,
        tally.decided(),
        if state.desk.is_part() {
            "near here"
        } else {
            "in this article"
        }
    );
    (tally.decided() > 0).then_some(("record", text))
}

fn answer(state: &State, number: usize) -> Option<Fact> {
    let answer = state.desk.own_answer(number)?;
    let verdict = answer.verdict.map_or("", Verdict::word);
    let reason = answer.reason.as_deref().map_or(String::new(), |reason| {
        format!(": {}", visible_line(reason))
    });
    Some(("you", format!("{verdict}{reason}")))
}
