//! Saying who speaks.

use crate::app::effect::Effect;
use crate::app::input::Now;
use crate::app::item::{Kind, Source};
use crate::app::mode::Mode;
use crate::app::picker::{Choice, Picker, Purpose};
use crate::app::state::{Last, State};
use crate::app::update::annotate::commit;
use crate::app::update::subject::{fresh, subject};
use crate::detect::Names;
use crate::notes::{Annotation, UNCLEAR, Verdict};
use crate::report::QUOTATION;
use crate::text::{Span, visible_line};

/// The choice for a passage that is nobody's speech.
const NOBODY: &str = "nobody";

/// Most speakers that digits choose.
const DIGITS: usize = 9;

/// Opens the picker: the speakers of the article, those with most quotations first, then what is no name.
pub(super) fn ask(state: &mut State, now: &Now) {
    let Some((annotation, span)) = meant(state, now) else {
        return;
    };
    let current = current(state, &annotation, span);
    let names = names(state);
    let digits = names.len().min(DIGITS);
    let mut choices: Vec<Choice> = names
        .into_iter()
        .map(|(name, count)| Choice {
            on: Some(&name) == current.as_ref(),
            right: format!("{count}×"),
            name,
            ..Choice::default()
        })
        .collect();
    for (name, about) in [
        (UNCLEAR, "somebody says it; who cannot be made out"),
        (NOBODY, "it is no speech: rejects the quotation"),
    ] {
        choices.push(Choice {
            name: name.to_owned(),
            about: about.to_owned(),
            on: Some(name) == current.as_deref(),
            ..Choice::default()
        });
    }
    let purpose = Purpose::Speaker(Box::new(annotation), span);
    let mut picker = Picker::new(purpose, choices, digits);
    picker.at = picker
        .choices
        .iter()
        .position(|choice| choice.on)
        .unwrap_or(0);
    state.mode = Mode::Picking(Box::new(picker));
}

/// Puts the choice into the notebook.
pub(super) fn choose(
    state: &mut State,
    annotation: Annotation,
    span: Span,
    picker: &Picker,
) -> Vec<Effect> {
    let chosen = picker.chosen().map(|choice| choice.name.clone());
    let Some(name) = chosen.or_else(|| picker.new_name()) else {
        state.tell("nobody was chosen");
        return Vec::new();
    };
    state.last = Some(Last::Speaker(name.clone()));
    say(state, annotation, span, &name)
}

/// The same speaker as last, for the quotation here.
pub(super) fn again(state: &mut State, name: &str, now: &Now) -> Vec<Effect> {
    match meant(state, now) {
        Some((annotation, span)) => say(state, annotation, span, name),
        None => Vec::new(),
    }
}

fn say(state: &mut State, mut annotation: Annotation, span: Span, name: &str) -> Vec<Effect> {
    let before = annotation.clone();
    let what = if name == NOBODY {
        annotation.speaker = None;
        "nobody says".to_owned()
    } else {
        annotation.speaker = Some(name.to_owned());
        format!("speaker {} of", visible_line(name))
    };
    if annotation.finding.as_deref() == Some(QUOTATION) {
        let said = annotation.speaker.is_some();
        let verdict = if said {
            Verdict::Accepted
        } else {
            Verdict::Rejected
        };
        annotation.verdict = Some(verdict);
    }
    commit(state, &before, annotation, Some(span), &what)
}

/// The annotation that is to say who speaks, and the passage: the selection, else the quotation here. Says why there is none.
fn meant(state: &mut State, now: &Now) -> Option<(Annotation, Span)> {
    if let Mode::Selecting(selection) = state.mode {
        let span = selection.span().trim(&state.desk.article.text);
        let found = quotations(state).find(|number| span_of(state, *number) == Some(span));
        if let Some(number) = found {
            return of_finding(state, number, now);
        }
        let here = subject(state);
        return Some((here.annotation(state, now), here.span()?));
    }
    let source = match state.focused_item() {
        Some(item) => item.source.clone(),
        None => only_quotation(state)?,
    };
    of_source(state, &source, now).or_else(|| {
        state.tell("no quotation here: select its words (v, s, S), then gs says who speaks");
        None
    })
}

/// What is meant where the reader is at an item.
fn of_source(state: &State, source: &Source, now: &Now) -> Option<(Annotation, Span)> {
    let own = state
        .desk
        .annotation(source)
        .filter(|_| matches!(source, Source::Annotation(0, _)));
    let span = state
        .desk
        .anchor(source)
        .and_then(crate::notes::Anchor::span);
    if let (Some(own), Some(span)) = (own, span)
        && (own.finding.as_deref() == Some(QUOTATION) || own.speaker.is_some())
    {
        return Some((own.clone(), span));
    }
    let number = state.desk.finding_index(source);
    let is_quotation = |number: &usize| span_of(state, *number).is_some();
    if let Some(number) = number.filter(is_quotation) {
        return of_finding(state, number, now);
    }
    let item = state.desk.items.get(state.desk.item_from(source)?)?;
    if item.kind == Kind::Quotation {
        return Some((fresh(state, item.span, now), item.span));
    }
    let around = quotations(state).filter(|number| {
        span_of(state, *number).is_some_and(|span| span.covers(item.span) && !item.span.is_empty())
    });
    let innermost = around.min_by_key(|number| span_of(state, *number).map(Span::len));
    of_finding(state, innermost?, now)
}

/// The reader's answer to a found quotation, or a new one.
fn of_finding(state: &State, number: usize, now: &Now) -> Option<(Annotation, Span)> {
    let span = span_of(state, number)?;
    let mut annotation = match state.desk.own_answer(number) {
        Some(known) => known.clone(),
        None => fresh(state, span, now),
    };
    annotation.finding = Some(QUOTATION.to_owned());
    Some((annotation, span))
}

/// The quotations among the findings, by place.
fn quotations(state: &State) -> impl Iterator<Item = usize> {
    (0..state.desk.findings.len()).filter(|number| span_of(state, *number).is_some())
}

/// The passage of a finding that is a quotation.
fn span_of(state: &State, number: usize) -> Option<Span> {
    let finding = state.desk.findings.get(number)?;
    finding.quotation().map(|_| finding.span)
}

/// The only quotation of the paragraph. Says what to do where there are none or several.
fn only_quotation(state: &mut State) -> Option<Source> {
    let items = state.desk.items_of(state.paragraph());
    let here: Vec<Source> = items
        .filter_map(|item| state.desk.items.get(item))
        .filter(|item| item.kind == Kind::Quotation)
        .map(|item| item.source.clone())
        .collect();
    match here.as_slice() {
        [one] => return Some(one.clone()),
        [] => state.tell("no quotation here: select its words (v, s, S), then gs says who speaks"),
        many => state.tell(format!(
            "{} quotations in this paragraph: ]q goes to the one you mean",
            many.len()
        )),
    }
    None
}

/// Who speaks as it stands.
fn current(state: &State, annotation: &Annotation, span: Span) -> Option<String> {
    if annotation.speaker.is_some() {
        return annotation.speaker.clone();
    }
    if annotation.verdict == Some(Verdict::Rejected) {
        return Some(NOBODY.to_owned());
    }
    state.desk.voice(span).name().map(str::to_owned)
}

/// The speakers of the article under their fullest names, each with the number of quotations; most first.
fn names(state: &State) -> Vec<(String, usize)> {
    let credits = state.desk.credits.iter();
    let who: Vec<&str> = credits
        .filter_map(|credit| credit.spoken.who.as_deref())
        .collect();
    let names = Names::new(who.iter().copied());
    let mut counts: Vec<(String, usize)> = Vec::new();
    for who in who {
        let name = names.fullest(who);
        match counts.iter_mut().find(|(known, _)| known == name) {
            Some((_, count)) => *count += 1,
            None => counts.push((name.to_owned(), 1)),
        }
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}
