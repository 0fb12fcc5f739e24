//! What the reader meant by a key.

use crate::app::arrival::Arrival;
use crate::app::hunt::Hunt;
use crate::app::input::Mouse;
use crate::app::key::Key;
use crate::app::look::Look;
use crate::app::silencing::Silencing;
use crate::detect::Finding;
use crate::notes::{Draft, Lexicon, Notebook};
use crate::text::Span;

/// Forwards or backwards in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Towards the end.
    Next,
    /// Towards the start.
    Previous,
}

/// What `]x` and `[x` step through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Quotations.
    Quotation,
    /// Flags of any reader.
    Flag,
    /// Findings this reader has not decided.
    Candidate,
    /// Annotations with a note.
    Note,
    /// Annotations that share a tag with the one here.
    SameTag,
    /// Paragraphs this reader has not reviewed.
    Unreviewed,
    /// Annotations whose words are gone, ambiguous or moved.
    Lost,
    /// Whatever the notes pane shows.
    Any,
}

/// How far a scroll goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stride {
    /// A few rows.
    Rows(usize),
    /// Half a screen.
    Half,
    /// A screen.
    Page,
}

/// A stretch of text a selection can take as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A character as people see it.
    Grapheme,
    /// A word.
    Word,
    /// A sentence.
    Sentence,
    /// A paragraph.
    Paragraph,
    /// The quotation around the cursor.
    Quotation,
}

/// What the reader meant, or what became of an effect.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// To the next or previous paragraph, so many times; in the notes pane: annotation.
    Paragraph(Direction, usize),
    /// To the paragraph of that number, from 1.
    GoTo(usize),
    /// To the last paragraph.
    GoToLast,
    /// Scrolls without choosing.
    Scroll(Direction, Stride, usize),
    /// To the next or previous thing of a kind.
    Step(Target, Direction, usize),
    /// To the next or previous word.
    Word(Direction, usize),
    /// Opens the summary.
    Summary,
    /// To another bar of the summary.
    Bar(Direction, Stride),
    /// To another of its charts, so many on.
    Chart(Direction, usize),
    /// To the first passage of the bar.
    OpenBar,
    /// To the next or previous passage of the bar chosen last.
    StepBar(Direction, usize),
    /// The next of the things under the cursor.
    Cycle,
    /// Opens the line in which to type what to search for.
    AskSearch(Direction),
    /// Searches what was typed.
    Search(String, Direction),
    /// To the next hit, in the direction of the search or against it.
    NextHit(Direction, usize),
    /// Searches the word under the cursor.
    SearchWord,
    /// Remembers this place under a letter.
    SetMark(char),
    /// To a remembered place.
    GoToMark(char),
    /// Back or forward among the places jumped from.
    Jump(Direction, usize),
    /// Starts selecting at the cursor.
    Select(Unit),
    /// Takes the unit around the cursor as the selection.
    Inside(Unit),
    /// Moves the selection's moving end.
    Extend(Direction, Unit, usize),
    /// Moves the other end of the selection from now on.
    SwapEnds,
    /// Letters on words: the selection's first and last.
    PickWords,
    /// Leaves the mode, closes what is open, clears marks of search; never quits.
    Leave,
    /// Opens the editor for a note.
    AskNote,
    /// Opens the note in `$EDITOR`.
    AskEditor,
    /// What came back from `$EDITOR`; nothing when it failed or was left unchanged.
    EditorClosed(Result<Option<String>, String>),
    /// Opens the tag picker.
    AskTag,
    /// Opens the category picker.
    AskFlag,
    /// Opens the picker for the speaker of the quotation here.
    AskSpeaker,
    /// Answers the finding here; true: first asks for a reason.
    Decide(crate::notes::Verdict, bool),
    /// Repeats the last tag or flag here.
    Repeat,
    /// Says why the finding here was made.
    Explain,
    /// Asks what to silence of the finding here.
    AskSilence,
    /// Shows fewer and surer findings.
    FewerFindings,
    /// Shows more findings.
    MoreFindings,
    /// This paragraph is reviewed; on to the next that is not.
    Review,
    /// This paragraph is not reviewed after all.
    Unreview,
    /// Accepts a moved annotation's new place, or attaches a lost one to the selection.
    Reattach,
    /// Takes back the last change.
    Undo,
    /// Makes it again.
    Redo,
    /// Deletes the annotation here.
    Delete,
    /// Copies the words here; true: with their source.
    Copy(bool),
    /// Asks where to export the summary.
    AskExport,
    /// To the other pane.
    OtherPane,
    /// Margin notes to list of all annotations and back.
    ToggleList,
    /// Opens the line in which to type what notes to look for.
    AskFilter,
    /// Opens the command palette.
    Palette,
    /// Shows every key.
    Help,
    /// Gives the screen back to the shell for a while.
    Suspend,
    /// Draws everything anew.
    Redraw,
    /// Saves what could not be saved before.
    Save,
    /// Ends the program when nothing would be lost.
    Quit,
    /// Ends the program even when something was not saved.
    QuitAnyway,
    /// A key for what is being typed, chosen or shown.
    Type(Key),
    /// Text for what is being typed.
    Paste(String),
    /// The mouse at a column and row.
    Mouse(Mouse, u16, u16),
    /// The screen has a new size.
    Resize(u16, u16),
    /// Files that somebody else changed.
    Arrived(Vec<Arrival>),
    /// The notebook was saved and is as it stands on disk now, with what others wrote meanwhile: how many annotations of
    /// theirs, and how many of those contradict ours.
    Saved(Box<Notebook>, usize, usize),
    /// It could not be saved, and why.
    NotSaved(String),
    /// The file of the project's own words was changed, and what it says now.
    LexiconChanged(Box<Silencing>, Box<Lexicon>),
    /// It could not be changed, and why.
    LexiconRefused(Box<Silencing>, String),
    /// What a look at a part of the article has found.
    Found(Box<Look>, Vec<Finding>),
    /// Where the searched words stand in some parts of the article.
    Hits(Box<Hunt>, Vec<Span>),
    /// A file was written; what its format cannot hold.
    Written(String, Vec<String>),
    /// A file is in the way.
    FileExists(String),
    /// Half-typed text of an earlier session.
    Recovered(Vec<Draft>),
    /// A notebook of an earlier session that could not be saved then.
    Restored(Box<Notebook>),
    /// Something to say.
    Tell(String),
    /// Something that failed.
    Fail(String),
}
