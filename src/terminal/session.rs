//! One reading: the files behind the state.

use crate::app::{Action, Arrival, Desk, Effect, Keymap, Now, Silencing, State, look, update};
use crate::article::Article;
use crate::detect::Strictness;
use crate::notes::{Codebook, Draft, Lexicon, Notebook};
use crate::store::{Drafts, LexiconFile, NotebookFile, Preferences, Surroundings};
use crate::terminal::capability::Capability;
#[cfg(debug_assertions)]
use crate::terminal::fault;
use crate::terminal::looker::Looker;
use crate::terminal::outside::Outside;
use std::path::PathBuf;

/// Everything a reading starts from.
#[derive(Debug)]
pub struct Start {
    /// What the terminal can show.
    pub capability: Capability,
    /// The article.
    pub article: Article,
    /// The reader's notebook.
    pub notebook: NotebookFile,
    /// Other readers' notebooks on the article.
    pub others: Vec<Notebook>,
    /// The agreed tags.
    pub codebook: Codebook,
    /// The keys.
    pub keymap: Keymap,
    /// The project's own words, where they could be read.
    pub lexicon: Lexicon,
    /// Their file.
    pub lexicon_file: LexiconFile,
    /// What the reader prefers at every article; none where no folder can be had for it.
    pub preferences: Option<Preferences>,
    /// The files around the reading, as they were before they were read.
    pub surroundings: Surroundings,
    /// How much of the findings is shown in this session; none: as the reader left it.
    pub strictness: Option<Strictness>,
    /// Half-typed texts and the reading position; none where no folder can be had for them.
    pub drafts: Option<Drafts>,
    /// Where `e` exports to unless told otherwise.
    pub export_path: String,
    /// What has to be said at the start: files that could not be read.
    pub problems: Vec<String>,
    /// The workspace's folder: messages leave it out of paths.
    pub root: PathBuf,
}

/// The files behind the state.
#[derive(Debug)]
pub struct Session {
    notebook: NotebookFile,
    lexicon: LexiconFile,
    preferences: Option<Preferences>,
    drafts: Option<Drafts>,
    half_typed: Option<Vec<Draft>>,
    pub(super) outside: Outside,
    pub(super) looker: Looker,
    problems: Vec<String>,
    root: String,
}

impl Start {
    /// The state with the article open at the place where it was left.
    pub(super) fn sit_down(self, width: u16, height: u16) -> (State, Session) {
        let own = self.notebook.notebook().clone();
        let mut desk = Desk::new(self.article, own, self.others, self.codebook);
        let mut problems = self.problems;
        for wrong in desk.heed(self.lexicon) {
            let place = self.lexicon_file.place_of(&wrong.words);
            problems.push(format!("{place}: {}", wrong.message));
        }
        let kept = || self.preferences.as_ref()?.strictness();
        let kept = || kept().as_deref().and_then(Strictness::parse);
        desk.set_strictness(self.strictness.or_else(kept).unwrap_or_default());
        let mut state = State::new(desk, self.keymap, width, height);
        state.export_path = self.export_path;
        let session = Session {
            #[cfg(debug_assertions)]
            notebook: fault::with_patience(self.notebook),
            #[cfg(not(debug_assertions))]
            notebook: self.notebook,
            lexicon: self.lexicon_file,
            preferences: self.preferences,
            drafts: self.drafts,
            half_typed: None,
            outside: Outside::new(self.surroundings),
            looker: Looker::default(),
            problems,
            root: format!("{}/", self.root.display()),
        };
        if let Some(paragraph) = session
            .drafts
            .as_ref()
            .and_then(Drafts::position)
            .filter(|paragraph| *paragraph > 0)
        {
            update(&mut state, Action::GoTo(paragraph + 1), &Now::default());
            state.jumps = crate::app::Jumps::default();
        }
        (state, session)
    }
}

impl Session {
    /// What a long article lets wait until there is something to look at: findings, what was being typed, what went wrong.
    pub(super) fn settle(&self, state: &mut State, now: &Now) -> Vec<Effect> {
        state.desk.look();
        let mut effects: Vec<Effect> = look(state).into_iter().collect();
        if let Some(drafts) = &self.drafts {
            for rescued in drafts.rescued() {
                effects.extend(update(state, Action::Restored(Box::new(rescued)), now));
            }
            let half_typed = drafts.load();
            if !half_typed.is_empty() {
                effects.extend(update(state, Action::Recovered(half_typed), now));
            }
        }
        if !self.problems.is_empty() {
            state.fail(self.said(&self.problems.join(" · ")));
        }
        effects
    }

    /// Saves the notebook. Where it cannot be saved, it is kept in the user's state folder until it can.
    pub(super) fn save(&mut self, wanted: &Notebook) -> Action {
        match self.notebook.save(wanted) {
            Ok(saved) => {
                // A rescued copy that cannot be removed is put in once more next time: nothing is lost by that.
                let _ = self.drafts.as_ref().map(Drafts::forget_rescued);
                Action::Saved(Box::new(saved.notebook), saved.arrived, saved.conflicts)
            }
            Err(error) => {
                let rescued = self.drafts.as_ref().map(|drafts| drafts.rescue(wanted));
                // In front: the end of a long message is cut off on a small screen.
                let unsafe_too = if matches!(rescued, Some(Ok(()))) {
                    ""
                } else {
                    "in memory only: "
                };
                Action::NotSaved(self.said(&format!("{unsafe_too}{error}")))
            }
        }
    }

    /// Looks at the files that others may have changed.
    pub(super) fn look(&mut self, state: &State) -> Vec<Action> {
        let own = state.desk.own().cloned().unwrap_or_default();
        let mut actions = Vec::new();
        let mut arrivals = self.outside.look(&mut self.notebook, &own);
        for arrival in &mut arrivals {
            if let Arrival::Refused(why) = arrival {
                *why = self.said(why);
            }
        }
        if !arrivals.is_empty() {
            actions.push(Action::Arrived(arrivals));
        } else if state.unsaved && !self.outside.is_waiting() {
            // Tried again in silence: only what has changed is worth saying.
            let saved = self.save(&own);
            actions.extend(Some(saved).filter(|tried| !matches!(tried, Action::NotSaved(_))));
        }
        actions
    }

    /// Changes the file of the project's own words.
    pub(super) fn change_lexicon(&self, silencing: Box<Silencing>) -> Action {
        match self.lexicon.change(&silencing.edit) {
            Ok(lexicon) => Action::LexiconChanged(silencing, Box::new(lexicon)),
            Err(error) => Action::LexiconRefused(silencing, self.said(&error.to_string())),
        }
    }

    /// Remembers how much of the findings this user wants to see.
    pub(super) fn keep_strictness(&self, level: Strictness) -> Option<Action> {
        let kept = self.preferences.as_ref()?.save_strictness(level.name());
        kept.err().map(|error| {
            Action::Fail(self.said(&format!(
                "{} is for this session only: {error}",
                level.name()
            )))
        })
    }

    /// Half-typed texts to be kept; written by [`Self::flush`], once for all keys that came together.
    pub(super) fn keep_drafts(&mut self, drafts: Vec<Draft>) {
        self.half_typed = Some(drafts);
    }

    /// Writes what is to be kept.
    pub(super) fn flush(&mut self) -> Option<Action> {
        let half_typed = self.half_typed.take()?;
        let kept = self.drafts.as_ref()?.save(&half_typed);
        kept.err()
            .map(|error| Action::Fail(self.said(&format!("the draft is not safe: {error}"))))
    }

    /// A message with paths as they are in the workspace: the end of a long one is cut off on a small screen.
    fn said(&self, message: &str) -> String {
        message.replace(&self.root, "")
    }

    /// Before the end: what was being typed, what was not saved, and the place are kept.
    pub(super) fn leave(&mut self, state: &State) {
        if state.unsaved
            && let Some(own) = state.desk.own()
        {
            let _ = self.save(own);
        }
        if let Some(drafts) = &self.drafts {
            // Nobody is left to be told; what was typed before the last key is there already.
            let _ = drafts.save(&state.all_drafts());
            let _ = drafts.save_position(state.paragraph());
        }
    }
}
