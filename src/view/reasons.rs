//! Why something was found: rule, reason, score.

use crate::app::{State, titled};
use crate::detect::Finding;
use crate::notes::Annotation;
use crate::text::{visible_line, wrap};
use crate::view::theme::Theme;
use crate::view::{panel, put};
use ratatui::buffer::Buffer;
use ratatui::style::Style;

/// Columns for the names of the facts.
const LABEL: usize = 10;

pub(super) fn draw(state: &State, theme: &Theme, buffer: &mut Buffer) {
    let Some((finding, own)) = focused(state) else {
        return;
    };
    let facts = facts(state, finding, own);
    let width = usize::from(panel::width(state))
        .saturating_sub(LABEL + 2)
        .min(90);
    let rows: Vec<(&str, String)> = facts
        .iter()
        .flat_map(|(name, text)| {
            wrap(text, width)
                .into_iter()
                .enumerate()
                .map(move |(at, span)| (if at == 0 { *name } else { "" }, span.of(text).to_owned()))
        })
        .collect();
    let words = finding.span.of(&state.desk.article.text);
    let title = format!("why {}", titled(words, width));
    let area = panel::beside(state, &title, rows.len() as u16, theme, buffer);
    for (line, (name, text)) in rows.iter().take(usize::from(area.height)).enumerate() {
        let y = area.y + line as u16;
        put(buffer, area.x, y, name, theme.dim);
        put(buffer, area.x + LABEL as u16, y, text, Style::new());
    }
}

fn focused(state: &State) -> Option<(&Finding, Option<&Annotation>)> {
    let number = state.desk.finding_index(state.focus.as_ref()?)?;
    Some((
        state.desk.findings.get(number)?,
        state.desk.own_answer(number),
    ))
}

fn facts(
    state: &State,
    finding: &Finding,
    own: Option<&Annotation>,
) -> Vec<(&'static str, String)> {
    let text = &state.desk.article.text;
    let mut facts = Vec::new();
    if let Some(category) = finding.category() {
        facts.push((
            "category",
            format!("{}: {}", category.name(), category.definition()),
        ));
    }
    if let Some(quotation) = finding.quotation() {
        let none = || "none found".to_owned();
        facts.push(("kind", format!("{} quotation", quotation.kind.word())));
        let mention = quotation.speaker.map(|span| visible_line(span.of(text)));
        let speaker = match (&quotation.resolved, mention) {
            (Some(name), Some(mention)) if *name != mention => {
                format!("{} (“{mention}”)", visible_line(name))
            }
            (Some(name), _) => visible_line(name),
            (None, mention) => mention.unwrap_or_else(none),
        };
        facts.push(("speaker", speaker));
        facts.push((
            "cue",
            quotation
                .cue
                .map_or_else(none, |span| visible_line(span.of(text))),
        ));
    }
    facts.push(("reason", visible_line(&finding.reason)));
    facts.push(("voice", visible_line(&state.desk.voice(finding.span))));
    facts.push((
        "rule",
        format!(
            "{}: {}",
            finding.detector,
            visible_line(&finding.full_rule())
        ),
    ));
    facts.push((
        "score",
        format!(
            "{:.2}: about {:.0} in 10 such findings are right",
            finding.score,
            finding.score * 10.0
        ),
    ));
    if let crate::detect::What::Loaded(loaded) = &finding.what
        && let Some(neutral) = &loaded.alternative
    {
        facts.push(("neutral", visible_line(neutral)));
    }
    if let Some(answer) = own {
        let verdict = answer.verdict.map_or("", crate::notes::Verdict::word);
        let reason = answer.reason.as_deref().map_or(String::new(), |reason| {
            format!(": {}", visible_line(reason))
        });
        facts.push(("you", format!("{verdict}{reason}")));
    }
    facts
}
