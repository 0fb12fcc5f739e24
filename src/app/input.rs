//! What reaches the program from outside.

use crate::app::key::Key;

/// What the reader's terminal sends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(Key),
    /// Text pasted as one piece.
    Paste(String),
    /// The mouse, at a column and row from 0.
    Mouse(Mouse, u16, u16),
    /// The screen has now so many columns and rows.
    Resize(u16, u16),
}

/// What the mouse does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    /// The left button goes down.
    Press,
    /// It moves while held down.
    Drag,
    /// The wheel turns towards the reader.
    WheelDown,
    /// The wheel turns away.
    WheelUp,
}

/// What the core cannot know by itself: the time, and a number nobody else has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Now {
    /// RFC 3339, UTC, seconds: `2026-11-22T17:03:05Z`.
    pub time: String,
    /// A number from which new ids are made; different at every key press.
    pub seed: u64,
}
