//! Files: articles, notebooks, settings, drafts; the YAML format; atomic writes; outside changes.

mod article;
mod codebook;
mod corpus;
mod disk;
mod draft;
mod error;
mod export_file;
mod lexicon_file;
mod mark;
mod notebook_file;
mod preferences;
mod raw_draft;
mod seat;
mod settings;
mod slug;
mod state_folder;
mod surroundings;
mod watch;
mod workspace;
mod yaml;

pub use article::{decode, read_article, read_text};
pub use corpus::articles_under;
pub use draft::Drafts;
pub use error::{NotText, StoreError};
pub use export_file::{create_export, write_export};
pub use lexicon_file::LexiconFile;
pub use notebook_file::{NotebookFile, Saved};
pub use preferences::Preferences;
pub use settings::Settings;
pub use slug::reader_slug;
pub use surroundings::{News, Surroundings};
pub use watch::Watch;
pub use workspace::{Workspace, articles_in};
