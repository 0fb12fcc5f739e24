//! What a key means: keys to actions, actions to a new state and effects. Pure.
//!
//! [`press`] turns an input into [`Action`]s, [`update`] turns an action into changes of the [`State`] and
//! [`Effect`]s; `step` does both. Nothing here knows a clock, a file or a terminal.

mod action;
mod arrange;
mod arrival;
mod beside;
mod block;
mod command;
mod credit;
mod desk;
mod editor;
mod effect;
mod entry;
mod filter;
mod fit;
mod fitted;
mod hints;
mod history;
mod hit;
mod hunt;
mod input;
mod item;
mod jumps;
mod key;
mod keymap;
mod labels;
mod laid;
mod layout;
mod line;
mod linear;
mod look;
mod margin;
mod mode;
mod note;
mod own_words;
mod page;
mod picker;
mod placed;
mod places;
mod press;
mod printed;
mod quotation_entry;
mod reading;
mod search;
mod selection;
mod shortened;
mod shown;
mod silencing;
mod state;
mod summary;
mod survey;
mod totals;
mod update;
mod work;

pub use action::{Action, Direction, Stride, Target, Unit};
pub use arrival::Arrival;
pub use command::{COMMANDS, Command, Given, Group, When, named};
pub use credit::Credit;
pub use desk::Desk;
pub use editor::Editor;
pub use effect::Effect;
pub use entry::{Entry, Tone};
pub use fit::{cut, titled};
pub use hints::{Hint, hints};
pub use history::{Change, History, Step};
pub use hunt::Hunt;
pub use input::{Input, Mouse, Now};
pub use item::{Item, Kind, Source};
pub use jumps::Jumps;
pub use key::{Code, Key};
pub use keymap::{Keymap, Lookup};
pub use labels::Labels;
pub use layout::{Area, Layout, MEASURE};
pub use line::{Line, Top};
pub use look::{Aim, Look};
pub use margin::notes;
pub use mode::{Ask, Asked, Mode, Writing};
pub use note::Note;
pub use own_words::{WordsProblem, own_words};
pub use page::Page;
pub use picker::{Choice, Picker, Purpose};
pub use placed::Placed;
pub use press::press;
pub use printed::Printed;
pub use search::{Hit, Search};
pub use selection::{Selection, unit_at, units};
pub use silencing::{Silencing, Turn};
pub use state::{Last, Message, State};
pub use summary::{Bar, Chart, Fill, Row, Subject, Summary};
pub use totals::Totals;
pub use update::{look, update};
pub use work::Work;

/// What an input does: its action, and everything that follows from it.
pub fn step(state: &mut State, input: Input, now: &Now) -> Vec<Effect> {
    let effects = match press(state, input) {
        Some(action) => update(state, action, now),
        None => Vec::new(),
    };
    state.hear();
    effects
}
