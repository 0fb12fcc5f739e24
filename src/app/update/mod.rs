//! Actions to a new state and effects, one file per kind of thing a reader does.

mod annotate;
mod arriving;
mod ask;
mod clip;
mod going;
mod history;
mod judge;
mod looking;
mod mouse;
mod outcome;
mod pane;
mod pick;
mod reasoning;
mod replaced;
mod scrolling;
mod searching;
mod selecting;
mod silence;
mod speaker;
mod stepping;
mod strictness;
mod subject;
mod summarizing;
mod tagging;
mod typing;
mod writing;

use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::input::Now;
use crate::app::mode::Mode;
use crate::app::state::State;
pub(super) use looking::Seek;
pub use looking::look;
pub(super) use searching::Pursuit;

/// Does what the reader meant. Everything the outside must do for it comes back as effects.
pub fn update(state: &mut State, action: Action, now: &Now) -> Vec<Effect> {
    let moves = matches!(
        action,
        Action::Bar(..)
            | Action::Chart(..)
            | Action::Type(_)
            | Action::Mouse(..)
            | Action::Resize(..)
    );
    let is_outcome = matches!(
        action,
        Action::Found(..)
            | Action::Hits(..)
            | Action::Arrived(_)
            | Action::Saved(..)
            | Action::NotSaved(_)
            | Action::Resize(..)
    );
    if !is_outcome {
        (state.seek, state.arriving, state.pursuit) = (None, None, None);
    }
    let mut effects = act(state, action, now);
    effects.extend(looking::look(state));
    effects.extend(searching::hunt(state));
    if moves {
        summarizing::settle(state);
    } else {
        summarizing::refresh(state);
    }
    effects
}

fn act(state: &mut State, action: Action, now: &Now) -> Vec<Effect> {
    let none = Vec::new;
    if looking::needs_all(state, &action) {
        looking::wait(state, action);
        return none();
    }
    match action {
        Action::Paragraph(direction, times) => going::paragraph(state, direction, times),
        Action::GoTo(number) => going::go_to(state, number),
        Action::GoToLast => going::go_to(state, usize::MAX),
        Action::Word(direction, times) => going::word(state, direction, times),
        Action::SetMark(letter) => going::set_mark(state, letter),
        Action::GoToMark(letter) => going::go_to_mark(state, letter),
        Action::Jump(direction, times) => going::jump(state, direction, times),
        Action::Scroll(direction, stride, times) => {
            scrolling::scroll(state, direction, stride, times);
        }
        Action::Step(target, direction, times) => stepping::step(state, target, direction, times),
        Action::Summary => summarizing::open(state),
        Action::Bar(direction, stride) => summarizing::bar(state, direction, stride),
        Action::Chart(direction, times) => summarizing::chart(state, direction, times),
        Action::OpenBar => summarizing::enter(state),
        Action::StepBar(direction, times) => summarizing::step(state, direction, times),
        Action::Cycle => stepping::cycle(state),
        Action::NextHit(direction, times) => searching::next_hit(state, direction, times),
        Action::SearchWord => searching::search_word(state),
        Action::Search(words, direction) => searching::search(state, &words, direction),
        Action::Select(unit) => selecting::select(state, unit),
        Action::Inside(unit) => selecting::inside(state, unit),
        Action::Extend(direction, unit, times) => selecting::extend(state, direction, unit, times),
        Action::SwapEnds => selecting::swap(state),
        Action::PickWords => selecting::pick_words(state),
        Action::Leave => pane::leave(state),
        Action::OtherPane => pane::other(state),
        Action::ToggleList => pane::toggle_list(state),
        Action::Help => state.mode = Mode::Helping(0),
        Action::Explain => judge::explain(state),
        Action::AskSilence => silence::ask(state),
        Action::LexiconChanged(what, lexicon) => silence::changed(state, *what, *lexicon),
        Action::LexiconRefused(what, why) => silence::refused(state, &what, &why),
        Action::Resize(width, height) => state.resize(width, height),
        Action::Mouse(mouse, x, y) => mouse::mouse(state, mouse, x, y),
        Action::Tell(text) => state.tell(text),
        Action::Fail(text) => state.fail(text),
        Action::Recovered(drafts) => writing::recovered(state, drafts),
        Action::Written(path, left_out) => ask::exported(state, &path, &left_out),
        Action::FileExists(path) => ask::overwrite(state, path),
        Action::Hits(hunt, hits) => searching::found(state, &hunt, hits),
        Action::AskSearch(direction) => ask::search(state, direction),
        Action::AskFilter => ask::filter(state),
        Action::AskExport => ask::export(state),
        Action::Palette => pick::commands(state),
        Action::AskTag => tagging::tags(state, now),
        Action::AskFlag => pick::categories(state, now),
        Action::AskSpeaker => speaker::ask(state, now),
        Action::AskNote => writing::note(state, now),
        action => return with_effects(state, action, now),
    }
    none()
}

/// The actions that ask something of the outside.
fn with_effects(state: &mut State, action: Action, now: &Now) -> Vec<Effect> {
    match action {
        Action::Type(key) => typing::key(state, key, now),
        Action::Paste(text) => typing::paste(state, &text),
        Action::AskEditor => writing::in_editor(state, now),
        Action::EditorClosed(text) => writing::editor_closed(state, text, now),
        Action::Decide(verdict, with_reason) => judge::decide(state, verdict, with_reason, now),
        Action::FewerFindings => strictness::fewer(state),
        Action::MoreFindings => strictness::more(state),
        Action::Repeat => annotate::repeat(state, now),
        Action::Review => annotate::review(state),
        Action::Unreview => annotate::unreview(state),
        Action::Reattach => annotate::reattach(state),
        Action::Delete => annotate::delete(state),
        Action::Undo => history::undo(state),
        Action::Redo => history::redo(state),
        Action::Copy(with_source) => clip::copy(state, with_source),
        Action::Save => outcome::save_again(state),
        Action::Saved(notebook, arrived, conflicts) => {
            outcome::saved(state, *notebook, arrived, conflicts)
        }
        Action::Found(look, findings) => looking::found(state, &look, findings, now),
        Action::Arrived(arrivals) => arriving::arrived(state, arrivals),
        Action::NotSaved(why) => outcome::not_saved(state, &why),
        Action::Restored(notebook) => outcome::restored(state, *notebook),
        Action::Quit => outcome::quit(state),
        Action::QuitAnyway => vec![Effect::Quit],
        Action::Suspend => vec![Effect::Suspend],
        Action::Redraw => vec![Effect::Redraw],
        _ => Vec::new(),
    }
}
