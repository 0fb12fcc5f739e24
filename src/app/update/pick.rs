//! Choosing tags, categories and commands.

use crate::app::action::Action;
use crate::app::command::{COMMANDS, Given, When};
use crate::app::effect::Effect;
use crate::app::input::Now;
use crate::app::key::{Code, Key};
use crate::app::mode::Mode;
use crate::app::picker::{Choice, Picker, Purpose};
use crate::app::state::State;
use crate::app::update::annotate::CHOOSE;
use crate::app::update::subject::{Subject, subject};
use crate::app::update::{reasoning, silence, speaker, summarizing, tagging, update};
use crate::detect::Category;
use crate::notes::{Annotation, Verdict};

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
        (Code::Tab, _) if matches!(picker.purpose, Purpose::Tag(..)) => tagging::toggle(picker),
        (Code::Down | Code::Tab, _) | (Code::Char('n'), true) => picker.step(1),
        (Code::Up, _) | (Code::Char('p'), true) => picker.step(-1),
        (Code::PageDown, _) => picker.step(5),
        (Code::PageUp, _) => picker.step(-5),
        (Code::Enter, _) => return choose(state, now),
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
        Purpose::Silence(lines, _) => {
            let chosen = picker.shown.get(picker.at).and_then(|at| lines.get(*at));
            let Some(line) = chosen else {
                state.tell("nothing was silenced");
                return Vec::new();
            };
            silence::chosen(state, line.clone())
        }
        Purpose::Speaker(annotation, span) => speaker::choose(state, *annotation, span, &picker),
        Purpose::Tag(annotation, span) => tagging::choose(state, &annotation, span, &picker),
    }
}

fn flag(state: &mut State, mut annotation: Annotation, span: crate::text::Span, category: String) {
    let what = format!("flag {category}");
    annotation.flag = Some(category);
    reasoning::open(state, annotation, Some(span), what);
}

/// Does the chosen command; a number goes to that paragraph.
fn run(state: &mut State, picker: &Picker, now: &Now) -> Vec<Effect> {
    let typed = picker.input.text();
    if let Ok(number) = typed.trim().parse() {
        summarizing::close(state);
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
        Some(command) => {
            // What is done in the article is to be seen there.
            if !command.when.meets(When::Summary) {
                summarizing::close(state);
            }
            update(state, (command.act)(Given::default()), now)
        }
        None => {
            state.tell("no command is called so: : lists them all");
            Vec::new()
        }
    }
}
