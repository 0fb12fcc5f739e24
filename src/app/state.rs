//! Everything the program knows at one moment.

use crate::app::action::Action;
use crate::app::block::notes_room;
use crate::app::desk::Desk;
use crate::app::filter;
use crate::app::history::History;
use crate::app::item::{Item, Kind, Source};
use crate::app::jumps::Jumps;
use crate::app::key::Key;
use crate::app::keymap::Keymap;
use crate::app::laid::Laid;
use crate::app::layout::Layout;
use crate::app::line::Top;
use crate::app::mode::Mode;
use crate::app::page::Page;
use crate::app::search::Search;
use crate::app::summary::{Subject, Summary};
use crate::app::update::{Pursuit, Seek};
use crate::article::Article;
use crate::notes::Draft;
use crate::text::Span;
use std::collections::HashMap;
use std::sync::Arc;

/// Everything the program knows at one moment. A frame is a function of it.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// The article, the notebooks and the findings.
    pub desk: Desk,
    /// The part of the article on the screen.
    pub page: Page,
    pub(super) laid: Laid,
    /// What the keys do.
    pub mode: Mode,
    /// Which keys mean what.
    pub keymap: Keymap,
    /// Byte offset in the article where the reader is.
    pub cursor: usize,
    /// The item the reader is at, if any.
    pub focus: Option<Source>,
    /// The lost annotation the reader went to last: `ga` attaches it to the words selected since.
    pub to_attach: Option<Source>,
    /// Whether the notes pane has the keys.
    pub in_notes: bool,
    /// The filter of the list, while the notes pane shows the list.
    pub list: Option<String>,
    /// The summary, while it is open: it stands in place of the panes.
    pub summary: Option<Box<Summary>>,
    /// The summary that was counted last, while it is not open.
    pub(super) counted: Option<Box<Summary>>,
    /// The bar of the summary whose passages `]b` goes through.
    pub bar: Option<Subject>,
    /// Keys of an unfinished sequence.
    pub pending: Vec<Key>,
    /// The number typed before a command.
    pub count: Option<usize>,
    /// What is being searched.
    pub search: Option<Search>,
    /// Places remembered under letters.
    pub marks: HashMap<char, usize>,
    /// Places jumped from.
    pub jumps: Jumps,
    /// What can be undone.
    pub history: History,
    /// What there is to say, until the next key.
    pub message: Option<Message>,
    /// What happened outside while the reader was typing: said once more when that is done.
    pub unheard: Option<Message>,
    /// Where the reader wants to go, while that is looked for.
    pub(super) seek: Option<Seek>,
    /// The finding that the reader is going to, until it is here.
    pub(super) arriving: Option<(Span, Kind)>,
    /// The hit that the reader wants to see, while it is looked for.
    pub(super) pursuit: Option<Pursuit>,
    /// What is to be done once all of the article was looked at.
    pub(super) waiting: Option<Box<Action>>,
    /// Half-typed notes that were left.
    pub drafts: Vec<Draft>,
    /// What `.` repeats.
    pub last: Option<Last>,
    /// Tags used last, the latest first.
    pub recent_tags: Vec<String>,
    /// Whether the notebook differs from its file because it could not be saved.
    pub unsaved: bool,
    /// Where `e` exports to unless told otherwise.
    pub export_path: String,
}

/// Something said to the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What.
    pub text: String,
    /// Whether it reports a failure: shown in a way that cannot be missed.
    pub is_error: bool,
}

/// What `.` repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Last {
    /// A tag.
    Tag(String),
    /// A flag: its category and reason.
    Flag(String, Option<String>),
    /// Who speaks: the choice, which may be nobody.
    Speaker(String),
}

impl State {
    /// A reader at the start of an article, on a screen of so many columns and rows.
    pub fn new(desk: Desk, keymap: Keymap, width: u16, height: u16) -> Self {
        let mut state = Self {
            cursor: desk.article.paragraph(0).start,
            desk,
            keymap,
            ..Self::default()
        };
        state.resize(width, height);
        state
    }

    /// The first page of an article of which only the beginning is known yet, and about how many paragraphs it has.
    pub fn beginning(article: Article, paragraphs: usize, width: u16, height: u16) -> Self {
        let mut desk = Desk::default();
        (desk.article, desk.beginning) = (Arc::new(article), Some(paragraphs));
        Self::new(desk, Keymap::standard(), width, height)
    }

    /// Takes on a new size of the screen; the reader stays at the same words.
    pub fn resize(&mut self, width: u16, height: u16) {
        let paragraphs = self.desk.beginning.unwrap_or(self.desk.article.len());
        let layout = Layout::new(width, height, paragraphs, self.in_notes);
        self.page.lay_out(&self.desk.article, layout);
        self.page.settle(&self.desk.article);
        let row = self.page.row_at(&self.desk.article, self.cursor);
        self.show(row, true);
    }

    /// Scrolls as far as needed so that a row can be seen; `whole`: with its paragraph. See [`Page::show`].
    pub fn show(&mut self, row: Top, whole: bool) {
        if self.page.is_shown(&self.desk.article, row, whole) {
            return;
        }
        let room = if whole {
            notes_room(self, row.paragraph)
        } else {
            0
        };
        self.page.show(&self.desk.article, row, whole, room);
    }

    /// Index of the current paragraph, from 0.
    pub fn paragraph(&self) -> usize {
        self.desk.article.paragraph_at(self.cursor)
    }

    /// Index of the item the reader is at.
    pub fn focused(&self) -> Option<usize> {
        self.desk.item_from(self.focus.as_ref()?)
    }

    /// The item the reader is at.
    pub fn focused_item(&self) -> Option<&Item> {
        self.desk.items.get(self.focused()?)
    }

    /// Indices of the items the list shows; of all items while it is not open.
    pub fn listed(&self) -> Vec<usize> {
        let filter = self.list.as_deref().unwrap_or_default();
        (0..self.desk.items.len())
            .filter(|&at| {
                self.desk
                    .items
                    .get(at)
                    .is_some_and(|item| filter::matches(&self.desk, item, filter))
            })
            .collect()
    }

    /// Whether the reader has finished with a paragraph.
    pub fn is_reviewed(&self, paragraph: usize) -> bool {
        let width = usize::from(self.page.layout.notes.width);
        let look = || {
            let own = self.desk.own();
            own.is_some_and(|own| own.is_reviewed(&self.desk.article, paragraph))
        };
        let revision = self.desk.revision;
        self.laid.is_reviewed(revision, width, paragraph, look)
    }

    /// Says something.
    pub fn tell(&mut self, text: impl Into<String>) {
        self.message = Some(Message {
            text: text.into(),
            is_error: false,
        });
    }

    /// Says that something failed.
    pub fn fail(&mut self, text: impl Into<String>) {
        self.message = Some(Message {
            text: text.into(),
            is_error: true,
        });
    }

    /// Whether keys go into something that is being typed or chosen.
    pub fn is_busy(&self) -> bool {
        matches!(
            self.mode,
            Mode::Asking(_) | Mode::Picking(_) | Mode::Writing(_) | Mode::Labelling(_)
        )
    }

    /// Says what happened outside; where the reader is busy, once more when that is done.
    pub(super) fn announce(&mut self, text: String, is_error: bool) {
        let message = Message { text, is_error };
        self.unheard = self.is_busy().then(|| message.clone());
        self.message = Some(message);
    }

    /// Says again what may have been missed.
    pub(super) fn hear(&mut self) {
        if self.is_busy() {
            return;
        }
        if let Some(mut unheard) = self.unheard.take() {
            if let Some(message) = self.message.take() {
                unheard.text = format!("{} · {}", message.text, unheard.text);
                unheard.is_error |= message.is_error;
            }
            self.message = Some(unheard);
        }
    }

    /// Every half-typed text: those left, and the one being typed.
    pub fn all_drafts(&self) -> Vec<Draft> {
        let mut drafts = self.drafts.clone();
        let typed = match &self.mode {
            Mode::Writing(writing) => writing.is_changed().then(|| writing.draft()),
            Mode::Asking(ask) => ask.draft(),
            _ => None,
        };
        if let Some(typed) = typed {
            drafts.retain(|draft| !draft.is(typed.id(), &typed.part));
            drafts.push(typed);
        }
        drafts
    }
}
