//! Silencing what points at too much, and hearing it again.

use crate::app::effect::Effect;
use crate::app::fit::titled;
use crate::app::item::Kind;
use crate::app::mode::Mode;
use crate::app::picker::{Choice, Picker, Purpose};
use crate::app::silencing::{Silencing, Turn};
use crate::app::state::State;
use crate::app::update::judge::focus_finding;
use crate::app::update::{going, strictness};
use crate::article::STANDARD_INPUT;
use crate::detect::Finding;
use crate::notes::{Lexicon, LexiconEdit, Silence};
use crate::text::visible_line;
use std::cmp::Ordering;

/// Opens the picker of what to silence of the finding here.
pub(super) fn ask(state: &mut State) {
    if !focus_finding(state, |kind| kind == Kind::Candidate) {
        return;
    }
    let focus = state.focus.clone();
    let Some(finding) = focus.and_then(|source| state.desk.finding(&source)) else {
        return;
    };
    if finding.category().is_none() {
        return state.tell("x silences rules of loaded language: - rejects a quotation");
    }
    let quote = titled(finding.span.of(&state.desk.article.text), 40);
    let (names, lines): (Vec<_>, Vec<_>) =
        lines(finding, &state.desk.article.name).into_iter().unzip();
    let choices: Vec<Choice> = names
        .into_iter()
        .zip(&lines)
        .map(|(name, line)| choice(state, name, line))
        .collect();
    let digits = choices.len();
    let purpose = Purpose::Silence(lines, quote);
    state.mode = Mode::Picking(Box::new(Picker::new(purpose, choices, digits)));
}

/// What can be silenced of a finding, with a name for how much that is. What came from no list has no entry; what came
/// from standard input has no name to be known by next time.
fn lines(finding: &Finding, article: &str) -> Vec<(&'static str, Silence)> {
    let mut rules = vec![("whole rule", finding.rule.to_string())];
    if finding.full_rule() != finding.rule {
        rules.insert(0, ("this entry", finding.full_rule()));
    }
    let here = (article != STANDARD_INPUT).then(|| article.to_owned());
    let mut lines = Vec::new();
    for (name, rule) in rules {
        let line = |article| Silence {
            rule: rule.clone(),
            article,
        };
        lines.extend(here.clone().map(|here| (name, line(Some(here)))));
        lines.push((name, line(None)));
    }
    lines
}

fn choice(state: &State, name: &str, line: &Silence) -> Choice {
    let open = state.desk.open_of(&line.rule);
    Choice {
        name: format!("{name} {}", place_of(line)),
        about: format!("{open} open here: {}", line.rule),
        right: String::new(),
        on: state.desk.lexicon().silence.contains(line),
    }
}

fn place_of(line: &Silence) -> &'static str {
    if line.article.is_some() {
        "in this article"
    } else {
        "in the project"
    }
}

/// Silences what was chosen; what is silent already is heard again.
pub(super) fn chosen(state: &State, line: Silence) -> Vec<Effect> {
    let known = state.desk.lexicon().silence.contains(&line);
    let verb = if known { "hear again" } else { "silence" };
    let what = format!("{verb} {} {}", visible_line(&line.rule), place_of(&line));
    let edit = LexiconEdit::Silence(line);
    let edit = if known { edit.inverse() } else { edit };
    request(edit, what, state.cursor, Turn::First)
}

/// Asks for a change of the file.
pub(super) fn request(edit: LexiconEdit, what: String, place: usize, turn: Turn) -> Vec<Effect> {
    vec![Effect::ChangeLexicon(Box::new(Silencing {
        edit,
        what,
        place,
        turn,
    }))]
}

/// The file was changed and says `lexicon` now.
pub(super) fn changed(state: &mut State, silencing: Silencing, lexicon: Lexicon) {
    let before = state.desk.count(Kind::Candidate);
    let problems = state.desk.heed(lexicon);
    let step = silencing.step(silencing.edit.clone().inverse());
    let Silencing {
        what, place, turn, ..
    } = silencing;
    match turn {
        Turn::First => state.history.did(step),
        Turn::Undo => state.history.undid(step),
        Turn::Redo => state.history.redid(step),
    }
    if turn != Turn::First {
        let here = state.desk.candidate_at(place);
        going::go(state, place, here);
    }
    strictness::settle(state);
    let now = state.desk.count(Kind::Candidate);
    let told = if state.desk.is_part() {
        format!("{what}: looking again")
    } else {
        told(turn, &what, before, now)
    };
    match problems.first() {
        Some(problem) => state.fail(format!("{told} · {}", problem.message)),
        None => state.tell(told),
    }
}

fn told(turn: Turn, what: &str, before: usize, now: usize) -> String {
    let findings = |count: usize| match count {
        1 => "1 finding".to_owned(),
        count => format!("{count} findings"),
    };
    let became = match now.cmp(&before) {
        Ordering::Less => format!("{} gone", findings(before - now)),
        Ordering::Greater => format!("{} back", findings(now - before)),
        Ordering::Equal => "no open finding here".to_owned(),
    };
    match turn {
        Turn::First => format!("{what}: {became}; u undoes it"),
        Turn::Undo => format!("undid: {what} · {became}"),
        Turn::Redo => format!("did again: {what} · {became}"),
    }
}

/// The file could not be changed: everything is as it was, also what can be undone.
pub(super) fn refused(state: &mut State, silencing: &Silencing, why: &str) {
    let step = silencing.step(silencing.edit.clone());
    match silencing.turn {
        Turn::First => {}
        Turn::Undo => state.history.redid(step),
        Turn::Redo => state.history.undid(step),
    }
    state.fail(format!("nothing is silenced or heard again: {why}"));
}
