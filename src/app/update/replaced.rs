//! An article that changed while it is read.

use crate::app::item::{Kind, Source};
use crate::app::mode::{Asked, Mode};
use crate::app::picker::Purpose;
use crate::app::places::Places;
use crate::app::search::Search;
use crate::app::selection::Selection;
use crate::app::state::State;
use crate::app::update::arriving::counted;
use crate::article::Article;
use crate::notes::{Anchorer, Annotation};
use crate::text::Span;
use std::borrow::Cow;

/// Goes on reading in the new text, at the same words as far as they are there. Every note is found anew by its words. Says
/// what became of the reader's.
pub(super) fn article(state: &mut State, new: Article) -> String {
    let old = std::mem::take(&mut state.desk.article);
    let old = old.as_ref();
    let places = Places::new(old, &new);
    let to = |offset: usize| places.map(offset);
    let top = old.paragraph(state.page.top.paragraph).start;
    state.cursor = to(state.cursor);
    (state.seek, state.arriving, state.pursuit) = (None, None, None);
    state.history.shift(to);
    state.jumps.shift(to);
    for place in state.marks.values_mut() {
        *place = to(*place);
    }
    state.page.top.paragraph = new.paragraph_at(to(top));
    let mode = std::mem::take(&mut state.mode);
    let (mode, said) = moved(mode, old, &new, &places);
    keeping_focus(state, |state| state.desk.replace_article(new));
    state.mode = mode;
    if let Some(search) = &state.search {
        let again = Search::new(&state.desk.article, &search.words, search.direction);
        state.search = Some(again);
    }
    let layout = state.page.layout;
    state.page.forget();
    state.page.lay_out(&state.desk.article, layout);
    let row = state.page.row_at(&state.desk.article, state.cursor);
    state.page.settle(&state.desk.article);
    state.show(row, false);
    told(state) + &said
}

/// Changes the findings while the reader stays at theirs: one of the same rule at the same words, or at words as near as any.
pub(super) fn keeping_focus(state: &mut State, change: impl FnOnce(&mut State)) {
    let before = state.focus.as_ref().and_then(|source| match source {
        Source::Finding(_) => state.desk.finding(source).cloned(),
        Source::Annotation(..) => None,
    });
    let words = |finding: &crate::detect::Finding, text: &str| finding.span.of(text).to_owned();
    let quote = before
        .as_ref()
        .map(|finding| words(finding, &state.desk.article.text));
    change(state);
    if let (Some(before), Some(quote)) = (before, quote) {
        let same = |finding: &crate::detect::Finding| {
            finding.rule == before.rule && words(finding, &state.desk.article.text) == quote
        };
        let found = state
            .desk
            .findings
            .iter()
            .enumerate()
            .filter(|(_, finding)| same(finding));
        let nearest = found.min_by_key(|(_, finding)| finding.span.start.abs_diff(state.cursor));
        state.focus = nearest.map(|(at, _)| Source::Finding(at));
    }
}

fn told(state: &State) -> String {
    let own = state.desk.items.iter().filter(|item| item.is_own());
    let (mut all, mut moved, mut lost) = (0, 0, 0);
    for item in own {
        all += 1;
        lost += usize::from(item.kind == Kind::Lost);
        moved += usize::from(item.moved && item.kind != Kind::Lost);
    }
    let became = match (all, moved, lost) {
        (0, ..) => String::new(),
        (1, 0, 0) => ": your note found its words again".to_owned(),
        (all, 0, 0) => format!(": your {all} notes found their words again"),
        (all, moved, lost) => format!(
            ": of your {}, {moved} moved and {lost} lost; ]o goes there",
            counted(all, "note")
        ),
    };
    format!("the article changed on disk{became}")
}

/// What was being done, in the new text; and what is to be said where that cannot go on.
fn moved(mode: Mode, old: &Article, new: &Article, places: &Places) -> (Mode, Cow<'static, str>) {
    let went = |annotation: &Annotation| Anchorer::new(new).anchor(annotation, false).span();
    let again = "; its words are gone, choose others";
    match mode {
        Mode::Selecting(selection) => match moved_selection(selection, old, new, places) {
            Some(selection) => (Mode::Selecting(selection), "".into()),
            None => (Mode::Reading, "; the words you selected are gone".into()),
        },
        Mode::Asking(mut ask) => {
            match &mut ask.purpose {
                Asked::Search(_, from) => *from = places.map(*from),
                Asked::Reason(annotation, span, _) => *span = went(annotation),
                Asked::Filter(_) | Asked::Export | Asked::Overwrite(_) => {}
            }
            (Mode::Asking(ask), "".into())
        }
        Mode::Picking(mut picker) => match &mut picker.purpose {
            Purpose::Tag(annotation, span)
            | Purpose::Flag(annotation, span)
            | Purpose::Speaker(annotation, span) => {
                match went(annotation) {
                    Some(now) => *span = now,
                    None => return (Mode::Reading, again.into()),
                }
                (Mode::Picking(picker), "".into())
            }
            Purpose::Silence(..) | Purpose::Command => (Mode::Picking(picker), "".into()),
        },
        Mode::Writing(mut writing) => {
            writing.span = went(&writing.annotation);
            (Mode::Writing(writing), "".into())
        }
        Mode::Labelling(_) | Mode::Explaining(_) => (Mode::Reading, "".into()),
        Mode::Reading | Mode::Helping(_) => (mode, "".into()),
    }
}

/// The same words selected; none when they are not all there any more.
fn moved_selection(
    selection: Selection,
    old: &Article,
    new: &Article,
    places: &Places,
) -> Option<Selection> {
    let span = selection.span();
    let start = places.map(span.start);
    let now = Span::new(start, start + span.len());
    let same = now.of(&new.text) == span.of(&old.text);
    let forward = selection.moving >= selection.fixed;
    let moved = Selection::of(now);
    same.then(|| if forward { moved } else { moved.swapped() })
}
