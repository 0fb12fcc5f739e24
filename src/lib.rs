//! `closeread`: a close-reading desk for the terminal.
//!
//! An article stands on the left, paragraph by paragraph; what its reader says about it stands on the
//! right. The program points at what deserves a second look, the reader decides, and the decisions are
//! YAML in git.
//!
//! The modules in reading order; each imports only modules above it (`tests/it/architecture.rs` holds this):
//!
//! - [`text`] — characters without meaning: spans, rows, sentences, folding, making visible.
//! - [`article`] — what was published.
//! - [`notes`] — what a reader says.
//! - [`detect`] — passages worth a second look.
//! - [`report`] — a reading written up.
//! - [`import`] — annotations of other programs.
//! - [`app`] — what a key means. Pure: no clock, file, environment or terminal.
//! - [`view`] — a frame as a function of state.
//! - [`store`] — files.
//! - [`terminal`] — the running program.
//! - [`cli`] — the commands.
//!
//! # One key press, from the terminal to the file
//!
//! The terminal's event becomes an [`app::Input`]. [`app::press`] collects it into a sequence, looks that up among
//! [`app::COMMANDS`] and returns an [`app::Action`]: what the reader meant. [`app::update`] changes the [`app::State`] and
//! returns [`app::Effect`]s: what the outside is asked for, as data. `terminal` performs them through [`store`] and hands
//! their outcome back as actions; [`app::Work`], which takes long, in a thread of its own, while the reader goes on. Then [`view::draw`] draws the state; it changes nothing, not even a scroll position.
//!
//! # One article, from the file to the report
//!
//! [`store::read_article`] decodes a file (of a long one [`store::beginning_of`] first shows the beginning) into an [`article::Article`]; every [`text::Span`] of the program is a byte range of its
//! text. [`notes::Anchorer`] finds where each [`notes::Annotation`] points in it, [`detect::find`] what is worth a second look (in a long article part by part: [`app::Look`]),
//! [`app::Page`] wraps what is in sight. A change is a [`notes::Edit`], which gives back its inverse for undo, and
//! [`store::NotebookFile::save`] puts it into the YAML, touching only the lines it is about. [`report::ALL`] writes the reading up,
//! for the `e` key and for `closeread export` alike.
//!
//! # What is deliberately absent
//!
//! No global state, no clock or id in the core (they come in as [`app::Now`]), no node index or line number as the place
//! of a note, no score without its rule, no saved finding.

pub mod text;

pub mod article;

pub mod notes;

pub mod detect;

pub mod report;

pub mod import;

pub mod app;

pub mod view;

pub mod store;

pub mod terminal;

pub mod cli;
