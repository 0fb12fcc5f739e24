//! Choosing tags.

use crate::app::editor::Editor;
use crate::app::effect::Effect;
use crate::app::input::Now;
use crate::app::mode::Mode;
use crate::app::picker::{Choice, Picker, Purpose};
use crate::app::state::{Last, State};
use crate::app::update::annotate::commit;
use crate::app::update::subject::subject;
use crate::notes::Annotation;
use crate::text::{Span, visible_line};
use std::collections::HashMap;

/// Recent tags that digits choose.
const RECENT: usize = 9;

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

/// Turns a tag on or off and goes on choosing.
pub(super) fn toggle(picker: &mut Picker) {
    if let (None, Some(name)) = (picker.chosen(), picker.new_name()) {
        picker.choices.insert(
            0,
            Choice {
                name,
                on: true,
                ..Choice::default()
            },
        );
        picker.input = Editor::new("", true);
        picker.digits = 0;
        return picker.refresh();
    }
    let at = picker.shown.get(picker.at).copied();
    if let Some(choice) = at.and_then(|at| picker.choices.get_mut(at)) {
        choice.on = !choice.on;
    }
    // What was typed has found its tag; left there, it would become a tag itself.
    if !picker.input.is_empty() {
        picker.input = Editor::new("", true);
        picker.refresh();
        picker.at = at.unwrap_or(0);
    }
}

/// Gives the annotation the tags that were chosen.
pub(super) fn choose(
    state: &mut State,
    before: &Annotation,
    span: Span,
    picker: &Picker,
) -> Vec<Effect> {
    let tags = chosen(before, picker);
    for tag in tags.iter().filter(|tag| !before.tags.contains(tag)) {
        state.recent_tags.retain(|recent| recent != tag);
        state.recent_tags.insert(0, tag.clone());
        state.last = Some(Last::Tag(tag.clone()));
    }
    let what = tag_change(&before.tags, &tags);
    let after = Annotation {
        tags,
        ..before.clone()
    };
    commit(state, before, after, Some(span), &what)
}

/// The tags that are on, old ones first. Enter turns the tag under the cursor on or off when nothing was turned by Tab, or
/// when something is typed since.
fn chosen(annotation: &Annotation, picker: &Picker) -> Vec<String> {
    let on = |tag: &String| {
        picker
            .choices
            .iter()
            .any(|choice| choice.on && choice.name == *tag)
    };
    let mut tags: Vec<String> = annotation
        .tags
        .iter()
        .filter(|tag| on(tag))
        .cloned()
        .collect();
    let names = picker
        .choices
        .iter()
        .filter(|choice| choice.on)
        .map(|choice| &choice.name);
    let added: Vec<String> = names.filter(|name| !tags.contains(name)).cloned().collect();
    tags.extend(added);
    if tags != annotation.tags && picker.input.is_empty() {
        return tags;
    }
    let under = picker
        .chosen()
        .map(|choice| choice.name.clone())
        .or_else(|| picker.new_name());
    if let Some(name) = under {
        match tags.iter().position(|tag| *tag == name) {
            Some(at) => {
                tags.remove(at);
            }
            None => tags.push(name),
        }
    }
    tags
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
