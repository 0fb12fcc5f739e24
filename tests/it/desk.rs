//! One harness for the screen: opens an article, presses keys, shows the frame.
//!
//! `Desk::open(text).press("]qa who says? <enter>").frame()` is a picture of the screen as text: its rows, then for
//! each row the runs of cells that do not look plain.

use closeread::app::{
    Action, Aim, Area, Effect, Input, Key, Keymap, Kind, Mouse, Now, Silencing, State, Work, look,
    step, update,
};
use closeread::article::Article;
use closeread::detect::{self, Category, Finding, Own, OwnWord};
use closeread::notes::{ArticleRef, Codebook, Lexicon, Notebook, Tag};
use closeread::view::{Depth, Ground, Theme, draw, underline};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write;

/// The article most tests read.
pub(crate) const SAMPLE: &str = "\
The storm of protest swept the capital on Monday. It is believed that the regime may soon fall.
“We will not be moved,” Minister Ana Ruiz said. The opposition “celebrates” her words.
Nobody was hurt.";

/// The findings that pictures and keys are tested with: the quotations of `article`, and a few words that stand for all that
/// the lists of the program might flag, so that no picture changes with a list.
fn findings(article: &Article) -> Vec<Finding> {
    let word = |forms: &str, category, reason: &str, instead: Option<&str>| OwnWord {
        forms: forms.to_owned(),
        category,
        reason: Some(reason.to_owned()),
        instead: instead.map(str::to_owned),
    };
    let own = Own {
        words: vec![
            word(
                "it is believed that",
                Category::Unattributed,
                "somebody believes it, and the sentence takes care not to say who",
                None,
            ),
            word(
                "regime",
                Category::NameCalling,
                "the word for a government already tells the reader that it has no right to govern",
                Some("government"),
            ),
            word(
                "may soon fall",
                Category::Speculation,
                "a modal and a second hedge: a guess made to sound like news",
                None,
            ),
            word(
                "brutal{,ly}",
                Category::Emotive,
                "a verdict of disgust or outrage in the form of a description",
                None,
            ),
        ],
        ..Own::default()
    };
    let mut found = detect::find(article, 0..article.len(), &own);
    found.retain(|finding| finding.quotation().is_some() || finding.rule.ends_with("/own words"));
    found
}

/// A desk without files or terminal.
pub(crate) struct Desk {
    pub(crate) state: State,
    pub(crate) effects: Vec<Effect>,
    /// The project's own words, as their file says them; an error in it refuses every change.
    pub(crate) lexicon: Result<Lexicon, String>,
    theme: Theme,
    seed: u64,
}

impl Desk {
    /// A reader called anna at the start of `text`, on a screen of 80 columns and 20 rows without colours.
    pub(crate) fn open(text: &str) -> Self {
        Self::with(text, Vec::new())
    }

    /// The same with notebooks of others.
    pub(crate) fn with(text: &str, others: Vec<Notebook>) -> Self {
        let article = Article::new("seeds/storm.txt", text);
        let about = ArticleRef {
            path: article.name.clone(),
            sha256: article.sha256(),
        };
        let codebook = Codebook {
            tags: ["framing", "source"]
                .map(|name| Tag {
                    name: name.to_owned(),
                    definition: Some(format!("what {name} means")),
                    ..Tag::default()
                })
                .to_vec(),
        };
        let found = findings(&article);
        let mut desk = Self::lay(article, Notebook::new("anna", about), others, codebook);
        desk.state.desk.find(found);
        desk
    }

    /// A desk with everything given.
    pub(crate) fn lay(
        article: Article,
        own: Notebook,
        others: Vec<Notebook>,
        codebook: Codebook,
    ) -> Self {
        let mut desk = closeread::app::Desk::new(article, own, others, codebook);
        desk.detect();
        let mut state = State::new(desk, Keymap::standard(), 80, 20);
        "storm.anna.md".clone_into(&mut state.export_path);
        Self {
            state,
            effects: Vec::new(),
            lexicon: Ok(Lexicon::default()),
            theme: Theme::new(Depth::None, Ground::Unknown, true, false),
            seed: 0,
        }
    }

    /// A long article on the desk, of which nothing was looked at.
    pub(crate) fn long(article: Article, own: Notebook) -> Self {
        let mut desk = closeread::app::Desk::new(article, own, Vec::new(), Codebook::default());
        desk.look();
        let state = State::new(desk, Keymap::standard(), 80, 20);
        let mut desk = Self {
            state,
            effects: Vec::new(),
            lexicon: Ok(Lexicon::default()),
            theme: Theme::new(Depth::None, Ground::Unknown, true, false),
            seed: 0,
        };
        desk.effects.extend(look(&mut desk.state));
        desk
    }

    /// The paragraphs that are being looked at, and what for.
    pub(crate) fn looks(&self) -> Vec<(Aim, std::ops::Range<usize>)> {
        let looks = self.effects.iter().filter_map(|effect| match effect {
            Effect::Begin(work) => match work {
                Work::Look(look) => Some((look.aim, look.paragraphs.clone())),
                Work::Hunt(_) => None,
            },
            _ => None,
        });
        looks.collect()
    }

    /// The same once these looks have come back.
    pub(crate) fn looked(mut self) -> Self {
        let effects = std::mem::take(&mut self.effects);
        for effect in effects {
            match effect {
                Effect::Begin(work) => self = self.hear(work.done()),
                other => self.effects.push(other),
            }
        }
        self
    }

    /// The same once nothing is left to be looked at.
    pub(crate) fn all_looked(mut self) -> Self {
        let is_work = |effect: &Effect| matches!(effect, Effect::Begin(_));
        while self.effects.iter().any(is_work) {
            self = self.looked();
        }
        self
    }

    /// The same with this loaded language in place of what the detectors find; their quotations stay.
    pub(crate) fn found(mut self, mut findings: Vec<Finding>) -> Self {
        let quotations = self.state.desk.findings.iter();
        findings.extend(quotations.filter(|one| one.quotation().is_some()).cloned());
        findings.sort_by_key(|finding| finding.span.start);
        self.state.desk.find(findings);
        self
    }

    /// The same in a project with words of its own.
    pub(crate) fn heeding(mut self, lexicon: Lexicon) -> Self {
        assert_eq!(self.state.desk.heed(lexicon.clone()), []);
        self.lexicon = Ok(lexicon);
        self
    }

    /// The same, when somebody else has changed the file of the project's own words.
    pub(crate) fn with_file(mut self, lexicon: Result<Lexicon, String>) -> Self {
        self.lexicon = lexicon;
        self
    }

    /// The same on a screen of that size.
    pub(crate) fn size(mut self, width: u16, height: u16) -> Self {
        self.state.resize(width, height);
        self
    }

    /// The same with another theme.
    pub(crate) fn theme(mut self, theme: Theme) -> Self {
        self.theme = theme;
        self
    }

    /// Presses keys, written as in the keymap. Saving succeeds.
    pub(crate) fn press(mut self, keys: &str) -> Self {
        for key in Key::sequence(keys).expect(keys) {
            self.input(Input::Key(key));
        }
        self
    }

    /// Does something with the mouse.
    pub(crate) fn mouse(mut self, mouse: Mouse, x: u16, y: u16) -> Self {
        self.input(Input::Mouse(mouse, x, y));
        self
    }

    /// Any input.
    pub(crate) fn input(&mut self, input: Input) {
        let now = self.now();
        let effects = step(&mut self.state, input, &now);
        self.seed += 1;
        for effect in &effects {
            let outcome = match effect {
                Effect::Save(notebook) => Action::Saved(notebook.clone(), 0, 0),
                Effect::ChangeLexicon(silencing) => self.change_lexicon(silencing),
                _ => continue,
            };
            let more = update(&mut self.state, outcome, &Now::default());
            self.effects.extend(more);
        }
        self.effects.extend(effects);
    }

    fn change_lexicon(&mut self, silencing: &Silencing) -> Action {
        let silencing = Box::new(silencing.clone());
        match &mut self.lexicon {
            Ok(lexicon) => {
                silencing.edit.apply(lexicon);
                Action::LexiconChanged(silencing, Box::new(lexicon.clone()))
            }
            Err(why) => Action::LexiconRefused(silencing, why.clone()),
        }
    }

    /// Something the outside says.
    pub(crate) fn hear(mut self, action: Action) -> Self {
        let now = self.now();
        let effects = update(&mut self.state, action, &now);
        self.effects.extend(effects);
        self
    }

    fn now(&self) -> Now {
        Now {
            time: "2026-11-22T17:03:05Z".to_owned(),
            seed: self.seed,
        }
    }

    /// The words of every candidate.
    pub(crate) fn candidates(&self) -> String {
        let items = self.state.desk.items.iter();
        let candidates = items.filter(|item| item.kind == Kind::Candidate);
        let text = &self.state.desk.article.text;
        let words: Vec<&str> = candidates.map(|item| item.span.of(text)).collect();
        words.join(", ")
    }

    /// What the footer says.
    pub(crate) fn says(&self) -> &str {
        self.state
            .message
            .as_ref()
            .map_or("", |message| &message.text)
    }

    /// The words selected.
    pub(crate) fn selected(&self) -> &str {
        match self.state.mode {
            closeread::app::Mode::Selecting(selection) => {
                selection.span().of(&self.state.desk.article.text)
            }
            _ => "",
        }
    }

    /// The reader's notebook, an annotation a line.
    pub(crate) fn notebook(&self) -> String {
        let own = self.state.desk.own().unwrap();
        let mut text = String::new();
        for annotation in &own.annotations {
            let at = annotation.at.map_or(String::new(), |at| at.to_string());
            let _ = write!(text, "{at} “{}”", annotation.selector.quote);
            for (name, value) in [
                ("flag", annotation.flag.clone()),
                ("finding", annotation.finding.clone()),
                (
                    "verdict",
                    annotation.verdict.map(|verdict| verdict.word().to_owned()),
                ),
                ("speaker", annotation.speaker.clone()),
                ("reason", annotation.reason.clone()),
                (
                    "tags",
                    (!annotation.tags.is_empty()).then(|| annotation.tags.join(",")),
                ),
                ("note", annotation.note.clone()),
            ] {
                if let Some(value) = value {
                    let _ = write!(text, " {name}={value:?}");
                }
            }
            text.push('\n');
        }
        for mark in &own.reviewed {
            let _ = writeln!(text, "reviewed ¶{}", mark.number);
        }
        text
    }

    /// The whole screen, with its styles.
    pub(crate) fn frame(&self) -> String {
        picture(
            &self.buffer(),
            self.state.page.layout.screen,
            Some(self.state.page.layout.divider),
        )
    }

    /// The whole screen, without its styles.
    pub(crate) fn text(&self) -> String {
        picture(&self.buffer(), self.state.page.layout.screen, None)
    }

    /// The cells of the screen.
    pub(crate) fn buffer(&self) -> Buffer {
        let screen = self.state.page.layout.screen;
        let mut terminal = Terminal::new(TestBackend::new(screen.width, screen.height)).unwrap();
        terminal
            .draw(|frame| draw(&self.state, &self.theme, frame))
            .unwrap();
        terminal.backend().buffer().clone()
    }
}

/// An area of a buffer as text: its rows between bars and, if wanted, under each the runs of cells that do not look
/// plain, as `from-to names`: with the area of the divider, which is left out of them.
pub(crate) fn picture(buffer: &Buffer, area: Area, styles: Option<Area>) -> String {
    let mut text = String::new();
    for y in area.y..area.y + area.height {
        let cells: Vec<&Cell> = (area.x..area.x + area.width)
            .filter_map(|x| buffer.cell((x, y)))
            .collect();
        let mut row = String::new();
        let mut skip = 0;
        for cell in &cells {
            if skip == 0 {
                row.push_str(cell.symbol());
                skip = closeread::text::columns(cell.symbol()).max(1);
            }
            skip -= 1;
        }
        let _ = writeln!(text, "{}", row.trim_end());
        let Some(divider) = styles else {
            continue;
        };
        let line = |x: usize| usize::from(divider.x) == x && divider.width == 1;
        let runs = runs(&cells, line);
        if !runs.is_empty() {
            let _ = writeln!(text, "  ^ {}", runs.join(", "));
        }
    }
    text
}

fn runs(cells: &[&Cell], skip: impl Fn(usize) -> bool) -> Vec<String> {
    let mut runs: Vec<(usize, usize, String)> = Vec::new();
    for (x, cell) in cells.iter().enumerate() {
        let name = name(cell);
        match runs.last_mut() {
            Some((_, end, last)) if *last == name && *end == x => *end = x + 1,
            _ => runs.push((x, x + 1, name)),
        }
    }
    runs.into_iter()
        .filter(|(start, end, name)| !(name.is_empty() || end - start == 1 && skip(*start)))
        .map(|(start, end, name)| format!("{start}-{} {name}", end - 1))
        .collect()
}

fn name(cell: &Cell) -> String {
    let mut names = Vec::new();
    let modifier = cell.modifier;
    let line = modifier & underline::DOTTED;
    if line == underline::CURLY {
        names.push("curly".to_owned());
    } else if line == underline::DOUBLE {
        names.push("double".to_owned());
    } else if line == underline::DOTTED {
        names.push("dotted".to_owned());
    } else if modifier.contains(Modifier::UNDERLINED) {
        names.push("underlined".to_owned());
    }
    for (wanted, name) in [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::ITALIC, "italic"),
        (Modifier::REVERSED, "reversed"),
    ] {
        if modifier.contains(wanted) {
            names.push(name.to_owned());
        }
    }
    for (colour, ground) in [(cell.fg, ""), (cell.bg, "on ")] {
        if colour != Color::Reset {
            names.push(format!("{ground}{colour}"));
        }
    }
    names.join("+")
}
