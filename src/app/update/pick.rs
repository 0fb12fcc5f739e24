//! Choosing tags, categories and commands.

use crate::app::action::Action;
use crate::app::command::{COMMANDS, Given};
use crate::app::effect::Effect;
use crate::app::input::Now;
use crate::app::key::{Code, Key};
use crate::app::mode::{Asked, Mode};
use crate::app::picker::{Choice, Picker, Purpose};
use crate::app::state::{Last, State};
use crate::app::update::annotate::{CHOOSE, commit};
use crate::app::update::subject::{Subject, subject};
use crate::app::update::{ask, update};
use crate::detect::Category;
use crate::notes::{Annotation, Verdict};
use crate::text::visible_line;
use std::collections::HashMap;

/// Recent tags that digits choose.
const RECENT: usize = 9;

/// Opens the command palette.
pub(super) fn commands(state: &mut State) {
    let choices = COMMANDS
        .iter()
        .map(|command| Choice {
            name: command.name.to_owned(),
            about: command.does.to_owned(),
            right: state.keymap.keys_of(command).join(" "),
            on: false,
        })
        .collect();
    state.mode = Mode::Picking(Box::new(Picker::new(Purpose::Command, choices, 0)));
}

/// Opens the tag picker: recent tags first, then the codebook's, then others in use.
pub(super) fn tags(state: &mut State, now: &Now) {
    let here = subject(state);
    let Some(span) = here.span() else {
        return state.tell("its words are gone: attach it first (select words, then ga)");
    };
    let annotation = here.annotation(state, now);
    let choices = tag_choices(state, &annotation);
    let recent = state.recent_tags.len().min(RECENT);
    let purpose = Purpose::Tag(Box::new(annotation), span);
    state.mode = Mode::Picking(Box::new(Picker::new(purpose, choices, recent)));
}

/// Opens the category picker.
pub(super) fn categories(state: &mut State, now: &Now) {
    let here = subject(state);
    let (Some(span), false) = (here.span(), matches!(here, Subject::Paragraph(_))) else {
        return state.tell(CHOOSE);
    };
    let mut annotation = here.annotation(state, now);
    // Flagging a finding's words answers the finding, under whatever category.
    if annotation.finding.is_none()
        && let Some(finding) = state
            .focus
            .as_ref()
            .and_then(|source| state.desk.finding(source))
        && finding.category().is_some()
        && finding.span == span
    {
        annotation.finding = Some(finding.answers_to().to_owned());
        annotation.verdict = Some(Verdict::Accepted);
    }
    let suggested = annotation.category().map(str::to_owned);
    let choices: Vec<Choice> = Category::ALL
        .into_iter()
        .map(|category| Choice {
            name: category.name().to_owned(),
            about: category.definition().to_owned(),
            right: String::new(),
            on: annotation.flag.as_deref() == Some(category.name()),
        })
        .collect();
    let mut picker = Picker::new(Purpose::Flag(Box::new(annotation), span), choices, 0);
    picker.at = picker
        .choices
        .iter()
        .position(|choice| Some(&choice.name) == suggested.as_ref())
        .unwrap_or(0);
    state.mode = Mode::Picking(Box::new(picker));
}

/// A key while something is being chosen.
pub(super) fn key(state: &mut State, key: Key, now: &Now) -> Vec<Effect> {
    let Mode::Picking(picker) = &mut state.mode else {
        return Vec::new();
    };
    let digit = key
        .typed()
        .and_then(|c| c.to_digit(10))
        .map_or(0, |digit| digit as usize);
    match (key.code, key.ctrl) {
        (Code::Esc, _) | (Code::Char('c'), true) => state.mode = Mode::Reading,
        (Code::Down, _) | (Code::Char('n'), true) => picker.step(1),
        (Code::Up, _) | (Code::Char('p'), true) => picker.step(-1),
        (Code::PageDown, _) => picker.step(5),
        (Code::PageUp, _) => picker.step(-5),
        (Code::Enter, _) => return choose(state, now),
        (Code::Tab, _) => toggle(picker),
        (Code::Backspace, _) if picker.input.is_empty() => state.mode = Mode::Reading,
        _ if digit > 0 && digit <= picker.digits && picker.input.is_empty() => {
            picker.at = digit - 1;
            return choose(state, now);
        }
        _ => {
            picker.input.press(key);
            picker.refresh();
        }
    }
    Vec::new()
}

/// Turns a tag on or off and goes on choosing.
fn toggle(picker: &mut Picker) {
    if !matches!(picker.purpose, Purpose::Tag(..)) {
        return picker.step(1);
    }
    if let (None, Some(name)) = (picker.chosen(), picker.new_name()) {
        picker.choices.insert(
            0,
            Choice {
                name,
                on: true,
                ..Choice::default()
            },
        );
        picker.input = crate::app::editor::Editor::new("", true);
        picker.digits = 0;
        return picker.refresh();
    }
    let at = picker.shown.get(picker.at).copied();
    if let Some(choice) = at.and_then(|at| picker.choices.get_mut(at)) {
        choice.on = !choice.on;
    }
}

fn choose(state: &mut State, now: &Now) -> Vec<Effect> {
    let Mode::Picking(picker) = std::mem::take(&mut state.mode) else {
        return Vec::new();
    };
    match picker.purpose.clone() {
        Purpose::Command => run(state, &picker, now),
        Purpose::Flag(annotation, span) => {
            let Some(choice) = picker.chosen() else {
                state.tell("no category is called so");
                return Vec::new();
            };
            flag(state, *annotation, span, choice.name.clone());
            Vec::new()
        }
        Purpose::Tag(annotation, span) => {
            let before = annotation.tags.clone();
            let annotation = tagged(state, *annotation, &picker);
            let what = tag_change(&before, &annotation.tags);
            commit(state, annotation, Some(span), &what)
        }
    }
}

fn flag(state: &mut State, mut annotation: Annotation, span: crate::text::Span, category: String) {
    let what = format!("flag {category}");
    let reason = annotation.reason.clone().unwrap_or_default();
    annotation.flag = Some(category);
    ask::open(
        state,
        Asked::Reason(Box::new(annotation), span, what),
        &reason,
    );
}

/// The annotation with the tags that are on. Enter alone turns the tag under the cursor on or off.
fn tagged(state: &mut State, mut annotation: Annotation, picker: &Picker) -> Annotation {
    let mut tags = annotation.tags.clone();
    let marked = picker
        .choices
        .iter()
        .any(|choice| choice.on != annotation.tags.contains(&choice.name));
    let under = picker
        .chosen()
        .map(|choice| choice.name.clone())
        .or_else(|| picker.new_name());
    if marked {
        tags.retain(|tag| {
            picker
                .choices
                .iter()
                .any(|choice| choice.on && &choice.name == tag)
        });
        for choice in picker.choices.iter().filter(|choice| choice.on) {
            if !tags.contains(&choice.name) {
                tags.push(choice.name.clone());
            }
        }
        // What is typed beside the marked ones is wanted, too.
        tags.extend(picker.new_name());
    } else if let Some(name) = under {
        match tags.iter().position(|tag| *tag == name) {
            Some(at) => {
                tags.remove(at);
            }
            None => tags.push(name),
        }
    }
    for tag in tags.iter().filter(|tag| !annotation.tags.contains(tag)) {
        state.recent_tags.retain(|recent| recent != tag);
        state.recent_tags.insert(0, tag.clone());
        state.last = Some(Last::Tag(tag.clone()));
    }
    annotation.tags = tags;
    annotation
}

fn tag_change(before: &[String], after: &[String]) -> String {
    let added = after
        .iter()
        .filter(|tag| !before.contains(tag))
        .map(|tag| format!("#{}", visible_line(tag)));
    let removed = before
        .iter()
        .filter(|tag| !after.contains(tag))
        .map(|tag| format!("not #{}", visible_line(tag)));
    format!("tag {}", added.chain(removed).collect::<Vec<_>>().join(" "))
}

fn tag_choices(state: &State, annotation: &Annotation) -> Vec<Choice> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for tag in state
        .desk
        .shelves
        .iter()
        .flat_map(|shelf| &shelf.notebook.annotations)
        .flat_map(|annotation| &annotation.tags)
    {
        *counts.entry(tag).or_default() += 1;
    }
    let mut used: Vec<&str> = counts.keys().copied().collect();
    used.sort_by_key(|tag| (std::cmp::Reverse(counts.get(tag).copied()), *tag));
    let recent = state.recent_tags.iter().take(RECENT).map(String::as_str);
    let codebook = state.desk.codebook.tags.iter().map(|tag| tag.name.as_str());
    let mut names: Vec<&str> = Vec::new();
    for name in recent
        .chain(annotation.tags.iter().map(String::as_str))
        .chain(codebook)
        .chain(used)
    {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
        .into_iter()
        .map(|name| Choice {
            name: name.to_owned(),
            about: state
                .desk
                .codebook
                .get(name)
                .and_then(|tag| tag.definition.clone())
                .unwrap_or_default(),
            right: counts
                .get(name)
                .map_or(String::new(), |count| format!("{count}×")),
            on: annotation.tags.iter().any(|tag| tag == name),
        })
        .collect()
}

/// Does the chosen command; a number goes to that paragraph.
fn run(state: &mut State, picker: &Picker, now: &Now) -> Vec<Effect> {
    let typed = picker.input.text();
    if let Ok(number) = typed.trim().parse() {
        return update(state, Action::GoTo(number), now);
    }
    let short = match typed.trim() {
        "q" | "wq" | "x" => Some("quit"),
        "q!" => Some("quit-anyway"),
        "w" => Some("save"),
        "h" => Some("help"),
        _ => None,
    };
    let name = short.or(picker.chosen().map(|choice| choice.name.as_str()));
    match COMMANDS.iter().find(|command| Some(command.name) == name) {
        Some(command) if command.keys.ends_with("<any>") => {
            state.tell(format!(
                "{} needs its letter: press {}",
                command.name, command.keys
            ));
            Vec::new()
        }
        Some(command) => update(state, (command.act)(Given::default()), now),
        None => {
            state.tell("no command is called so: : lists them all");
            Vec::new()
        }
    }
}
