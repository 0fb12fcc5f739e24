//! Files: articles, notebooks, settings, drafts; the YAML format; atomic writes; outside changes.

mod article;
mod codebook;
mod corpus;
mod disk;
mod draft;
mod error;
mod export_file;
mod git_files;
mod lexicon_file;
mod merge_files;
mod notebook_file;
mod preferences;
mod settings;
mod slug;
mod state_folder;
mod workspace;
mod yaml;

pub use article::{decode, read_article, read_text};
pub use corpus::articles_under;
pub use draft::Drafts;
pub use error::{NotText, StoreError};
pub use export_file::{create_export, write_export};
pub use git_files::{Hook, add_line, make_hook};
pub use lexicon_file::LexiconFile;
pub use merge_files::merge_files;
pub use notebook_file::{NotebookFile, Saved};
pub use preferences::Preferences;
pub use settings::Settings;
pub use slug::reader_slug;
pub use workspace::{Workspace, articles_in};
pub use yaml::Contradiction;
