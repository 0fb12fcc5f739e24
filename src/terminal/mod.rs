//! The running program: input from the terminal, frames to it, effects to the files.

mod beginning;
mod brush;
mod capability;
mod clipboard;
mod decode;
mod editor;
mod exporting;
mod face;
mod family;
#[cfg(debug_assertions)]
mod fault;
mod input;
mod keyboard;
mod looker;
mod outside;
mod painter;
mod panic;
mod pen;
mod printer;
mod question;
mod row;
mod screen;
mod segment;
mod session;
mod sheet;
mod shift;
mod sieve;
mod signals;
mod stroke;
mod tile;

pub use crate::view::Depth;
pub use beginning::Beginning;
pub use capability::{Capability, Ground};
pub use printer::{Paper, Printer};
pub use session::{Session, Start};

use crate::app::{Action, Effect, Now, State, step, update};
use crate::terminal::input::Inputs;
use crate::terminal::screen::Screen;
use crate::terminal::signals::Woken;
use crate::view::paint;
use std::io;
use std::mem;
use std::time::UNIX_EPOCH;

/// The bytes of an article that is looked through before its first frame: that takes no longer than a frame does, and the
/// frame need not be drawn twice.
const AT_ONCE: usize = 32 * 1024;

/// What the loop goes on with after an effect.
enum Flow {
    On,
    Quit,
}

/// How many columns the terminal has, when there is one that says so.
pub fn width() -> Option<usize> {
    let (width, _) = Screen::size().ok()?;
    Some(usize::from(width)).filter(|&width| width > 0)
}

/// Runs the reading desk until the reader quits or a signal ends it. The terminal is as it was afterwards, whatever
/// happens.
///
/// # Errors
/// When the terminal cannot be read or written.
pub fn run(start: Start) -> io::Result<()> {
    let (inputs, screen) = take(start.capability)?;
    sit(start, inputs, screen)
}

/// [`run`] for a long article: its beginning is seen at once, the rest is read meanwhile. What is typed before all of it is there is
/// obeyed then.
///
/// # Errors
/// When the terminal cannot be read or written; in the value, when there is nothing to start from.
pub fn run_behind<E>(
    beginning: Beginning,
    start: impl FnOnce() -> Result<Start, E>,
) -> io::Result<Result<(), E>> {
    let (inputs, mut screen) = take(beginning.capability)?;
    let (width, height) = Screen::size()?;
    let first = beginning.state(width, height);
    screen.draw(|buffer, theme| paint(&first, theme, buffer))?;
    match start() {
        Ok(start) => sit(start, inputs, screen).map(Ok),
        Err(error) => Ok(Err(error)),
    }
}

fn take(capability: Capability) -> io::Result<(Inputs, Screen)> {
    panic::restore_terminal_first();
    // Before the screen is taken: from here on no signal ends the program by itself.
    let inputs = Inputs::open()?;
    Ok((inputs, Screen::open(capability)?))
}

fn sit(start: Start, mut inputs: Inputs, mut screen: Screen) -> io::Result<()> {
    let (width, height) = Screen::size()?;
    let (mut state, mut session) = start.sit_down(width, height);
    let read = work(&mut inputs, &mut state, &mut session, &mut screen);
    // Also when the terminal is gone, which may be seen first as a failure to draw.
    session.leave(&state);
    // The reader has the shell back before anything else is cleared away.
    drop(screen);
    // The system takes back all memory at once; piece by piece it takes seconds after a long article.
    mem::forget((state, session));
    read
}

/// Frame after frame, until something ends it.
fn work(
    inputs: &mut Inputs,
    state: &mut State,
    session: &mut Session,
    screen: &mut Screen,
) -> io::Result<()> {
    if state.desk.article.text.len() > AT_ONCE {
        screen.draw(|buffer, theme| paint(state, theme, buffer))?;
    }
    let effects = session.settle(state, &now());
    let mut flow = perform(state, session, screen, effects)?;
    if screen.ask()? {
        inputs.ask();
    }
    screen.draw(|buffer, theme| paint(state, theme, buffer))?;
    session.outside.watch();
    let mut is_shown = false;
    // What changed between reading the files and watching them rang no bell.
    if matches!(flow, Flow::On) {
        let arrived = session.look(state);
        is_shown = arrived.is_empty();
        flow = take_in(arrived, state, session, screen)?;
    }
    while matches!(flow, Flow::On) {
        if !mem::take(&mut is_shown) {
            screen.draw(|buffer, theme| paint(state, theme, buffer))?;
        }
        flow = match inputs.wait(&mut session.outside, &mut session.looker)? {
            Woken::Outside => look(state, session, screen)?,
            Woken::Input => read(inputs, state, session, screen)?,
            Woken::Resized => {
                let (width, height) = Screen::size()?;
                let effects = update(state, Action::Resize(width, height), &now());
                screen.resized(width, height);
                perform(state, session, screen, effects)?
            }
            Woken::Looked => looked(state, session, screen)?,
            Woken::Ended => Flow::Quit,
            Woken::Continued => {
                screen.enter_again()?;
                Flow::On
            }
        };
    }
    Ok(())
}

/// Everything that waits in the input, then one frame.
fn read(
    inputs: &mut Inputs,
    state: &mut State,
    session: &mut Session,
    screen: &mut Screen,
) -> io::Result<Flow> {
    while let Some(input) = inputs.next()? {
        #[cfg(debug_assertions)]
        fault::strike(&input);
        let effects = step(state, input, &now());
        if let Flow::Quit = perform(state, session, screen, effects)? {
            return Ok(Flow::Quit);
        }
    }
    while let Some(answer) = inputs.answer() {
        screen.hear(answer)?;
    }
    session.looker.rest();
    if let Some(failed) = session.flush() {
        let effects = update(state, failed, &now());
        perform(state, session, screen, effects)?;
    }
    // After the keys: they were meant for what was on the screen.
    if session.outside.is_stale() {
        return look(state, session, screen);
    }
    Ok(Flow::On)
}

/// Takes in what was found meanwhile.
fn looked(state: &mut State, session: &mut Session, screen: &mut Screen) -> io::Result<Flow> {
    let mut effects = Vec::new();
    for done in session.looker.take() {
        effects.extend(update(state, done, &now()));
    }
    perform(state, session, screen, effects)
}

/// Takes in what others have changed.
fn look(state: &mut State, session: &mut Session, screen: &mut Screen) -> io::Result<Flow> {
    let arrived = session.look(state);
    take_in(arrived, state, session, screen)
}

fn take_in(
    arrived: Vec<Action>,
    state: &mut State,
    session: &mut Session,
    screen: &mut Screen,
) -> io::Result<Flow> {
    let effects = arrived
        .into_iter()
        .flat_map(|action| update(state, action, &now()))
        .collect();
    perform(state, session, screen, effects)
}

/// Performs effects and hands their outcomes back, until nothing is left to do.
fn perform(
    state: &mut State,
    session: &mut Session,
    screen: &mut Screen,
    mut effects: Vec<Effect>,
) -> io::Result<Flow> {
    while !effects.is_empty() {
        let mut outcomes: Vec<Action> = Vec::new();
        for effect in effects {
            match effect {
                Effect::Quit => return Ok(Flow::Quit),
                Effect::Redraw => screen.clear(),
                Effect::Suspend => screen.suspend()?,
                Effect::Copy(text) => screen.copy(&text)?,
                Effect::OpenEditor(text) => {
                    outcomes.push(Action::EditorClosed(screen.away(|| editor::edit(&text))?));
                }
                Effect::Save(notebook) => outcomes.push(session.save(&notebook)),
                Effect::ChangeLexicon(silencing) => {
                    outcomes.push(session.change_lexicon(silencing));
                }
                Effect::KeepStrictness(level) => outcomes.extend(session.keep_strictness(level)),
                Effect::Begin(work) => session.looker.ask(work),
                Effect::KeepDrafts(drafts) => session.keep_drafts(drafts),
                Effect::Write {
                    path,
                    written,
                    overwrite,
                } => {
                    let article = session.outside.article();
                    outcomes.push(exporting::write(&path, written, overwrite, article));
                }
            }
        }
        effects = outcomes
            .into_iter()
            .flat_map(|action| update(state, action, &now()))
            .collect();
    }
    Ok(Flow::On)
}

fn now() -> Now {
    #[cfg(debug_assertions)]
    let time = fault::clock();
    #[cfg(not(debug_assertions))]
    let time = std::time::SystemTime::now();
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    let time = jiff::Timestamp::from_second(since.as_secs() as i64).unwrap_or_default();
    Now {
        time: time.to_string(),
        seed: since.as_nanos() as u64 ^ u64::from(std::process::id()).rotate_left(40),
    }
}
