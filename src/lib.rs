//! `closeread`: a close-reading desk for the terminal.
//!
//! An article stands on the left, paragraph by paragraph; what its reader says about it stands on the
//! right. The program points at what deserves a second look, the reader decides, and the decisions are
//! YAML in git.
//!
//! The modules in reading order; each imports only modules above it (`tests/it/architecture.rs` holds this):
//!
//! - `text` — characters without meaning: spans, rows, sentences, folding, making visible.
//! - `article` — what was published.
//! - `notes` — what a reader says.
//! - `detect` — passages worth a second look.
//! - `report` — a reading written up.
//! - `app` — what a key means. Pure: no clock, file, environment or terminal.
//! - `view` — a frame as a function of state.
//! - `store` — files.
//! - `terminal` — the running program.
//! - `cli` — the commands.
//!
//! One key press: terminal event → `app::Key` → `app::press` → `app::Action` → `app::update` →
//! `app::Effect`s, which `terminal` performs through `store`; then `view::draw`.

pub mod text;

pub mod article;

pub mod notes;

pub mod detect;

pub mod report;

pub mod app;

pub mod view;

pub mod store;

pub mod terminal;

pub mod cli;
