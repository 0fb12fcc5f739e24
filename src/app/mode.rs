//! What the keys do at the moment.

use crate::app::action::Direction;
use crate::app::editor::Editor;
use crate::app::labels::Labels;
use crate::app::picker::Picker;
use crate::app::selection::Selection;
use crate::notes::{Annotation, Draft, Part};
use crate::text::Span;

/// What the keys do at the moment.
#[derive(Debug, Clone, Default)]
pub enum Mode {
    /// Reading: keys are commands.
    #[default]
    Reading,
    /// Words are being selected: keys move the selection's end or do something with it.
    Selecting(Selection),
    /// Letters stand on words: a key chooses one.
    Labelling(Box<Labels>),
    /// A line is being typed.
    Asking(Box<Ask>),
    /// Something is being chosen.
    Picking(Box<Picker>),
    /// A note is being written.
    Writing(Box<Writing>),
    /// The key table is open, scrolled by so many rows.
    Helping(usize),
    /// The reasons of the finding here are open, scrolled by so many rows.
    Explaining(usize),
}

/// A line being typed, and what for.
#[derive(Debug, Clone)]
pub struct Ask {
    /// What for.
    pub purpose: Asked,
    /// What has been typed.
    pub editor: Editor,
    /// Rows the key table is scrolled by, where it stands beside the line.
    pub scroll: usize,
}

/// What a typed line is for.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    /// Words to search; the place and top to go back to when it is left.
    Search(Direction, usize),
    /// What notes to list.
    Filter(String),
    /// The reason of an annotation about to be made: the annotation with the reason it had, its passage unless its words are
    /// gone, and what making it is called.
    Reason(Box<Annotation>, Option<Span>, String),
    /// Where to export the reading; the path's ending says in which format.
    Export,
    /// Whether the file of that name may be overwritten.
    Overwrite(String),
}

impl Asked {
    /// What stands before the line.
    pub fn label(&self) -> String {
        match self {
            Self::Search(Direction::Next, _) => "/".to_owned(),
            Self::Search(Direction::Previous, _) => "?".to_owned(),
            Self::Filter(_) => "notes with:".to_owned(),
            Self::Reason(_, _, what) => format!("{what}, because:"),
            Self::Export => "export to:".to_owned(),
            Self::Overwrite(path) => format!("{path} exists. Overwrite it? y/n"),
        }
    }
}

impl Ask {
    /// What has to be kept safe of it: a reason. Other lines are nobody's words to be kept.
    pub fn draft(&self) -> Option<Draft> {
        let Asked::Reason(annotation, _, what) = &self.purpose else {
            return None;
        };
        let text = self.editor.text();
        let old = annotation.reason.as_deref().unwrap_or_default();
        (text != old && !text.trim().is_empty()).then(|| Draft {
            annotation: (**annotation).clone(),
            part: Part::Reason(what.clone()),
            text,
        })
    }
}

/// A note being written.
#[derive(Debug, Clone)]
pub struct Writing {
    /// The annotation it belongs to, as it was.
    pub annotation: Annotation,
    /// Its passage; none of a lost annotation.
    pub span: Option<Span>,
    /// What has been typed.
    pub editor: Editor,
}

impl Writing {
    /// What has to be kept safe.
    pub fn draft(&self) -> Draft {
        Draft {
            annotation: self.annotation.clone(),
            part: Part::Note,
            text: self.editor.text(),
        }
    }

    /// Whether the text differs from the note as it was.
    pub fn is_changed(&self) -> bool {
        self.annotation.note.as_deref().unwrap_or_default() != self.editor.text()
    }
}
