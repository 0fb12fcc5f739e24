//! kill -9 at random moments while notes are saved all the time.

use crate::terminal::harness::{Terminal, Workspace};
use closeread::notes::{Annotation, ArticleRef};
use closeread::store::NotebookFile;
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use rustix::process::Signal;
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

const NOTES: &str = "notes/anna/lines.yaml";
const PARAGRAPHS: usize = 400;

/// Lives of the program on one notebook, each ended by a kill.
const LIVES: usize = 25;

/// A life’s notes are typed in one go. The kill comes at most so many microseconds after that.
const LONGEST: u64 = 100_000;

/// What has happened to one notebook.
struct History {
    workspace: Workspace,
    random: TestRng,
    /// The paragraph that the next note is written on; no paragraph gets two.
    next: usize,
    /// The notes that the program has shown as saved.
    told: usize,
    /// Kills that fell between the beginning and the end of writing a file.
    inside: usize,
}

impl History {
    fn new(random: TestRng) -> Self {
        let lines: String = (1..=PARAGRAPHS).map(|n| format!("Line {n}.\n")).collect();
        let article = lines + "“We will rebuild it,” said Mayor Ada Lowe.\n";
        Self {
            workspace: Workspace::new(&[("seeds/lines.txt", &article)]),
            random,
            next: 1,
            told: 0,
            inside: 0,
        }
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.random.next_u64() % limit
    }

    /// The program, ready for keys; what the last life left half-typed is saved as it is.
    fn start(&self) -> Terminal {
        let mut terminal = self.workspace.open((100, 30), &["seeds/lines.txt"]);
        // What was found is shown together with what was kept.
        terminal.wait_until("what was found", |seen| {
            ["1 quote ", "last session"]
                .iter()
                .any(|text| seen.contents().contains(text))
        });
        if terminal.screen().contains("last session") {
            terminal.press("\r");
            terminal.wait_until("the note closed", |seen| {
                !seen.contents().contains("Enter save")
            });
        }
        terminal
    }

    /// One life: some notes, and a kill while they are being saved.
    fn live(&mut self) {
        let mut terminal = self.start();
        let count = 1 + self.below(8) as usize;
        let keys: String = (self.next..self.next + count)
            .map(|n| format!("{n}Ganote {n}.\r"))
            .collect();
        self.next += count;
        terminal.press(&keys);
        let longest = 1 + self.below(LONGEST);
        let pause = self.below(longest);
        // No text says when this is to end: any moment is meant.
        thread::sleep(Duration::from_micros(pause));
        terminal.signal(Signal::KILL);
        let screen = terminal.end().screen;
        self.told = self.told.max(shown(&screen));
        self.inside += usize::from(litter(self.workspace.path("notes/anna").as_path()) > 0);
        self.check();
    }

    /// Holds that the notebook is whole and has everything that was shown as saved.
    fn check(&self) {
        let path = self.workspace.path(NOTES);
        let file = NotebookFile::open(&path, "anna", ArticleRef::default()).unwrap();
        let mut noted: HashMap<&str, &str> = HashMap::new();
        for Annotation { selector, note, .. } in &file.notebook().annotations {
            let note = note.as_deref().unwrap_or_default();
            let whole = selector.quote.replace("Line", "note");
            assert!(whole.starts_with(note), "{whole}: {note:?}");
            let twice = noted.insert(&selector.quote, note);
            assert_eq!(twice, None, "{}", selector.quote);
        }
        assert!(noted.len() >= self.told, "{} of {}", noted.len(), self.told);
    }

    /// One life more, ended in peace. Nothing is left of those before but their notes.
    fn end(&mut self) {
        let mut terminal = self.start();
        let last = self.next;
        terminal.press(&format!("{last}Ganote {last}.\r"));
        terminal.wait_for(&[&format!("note {last}.")]);
        terminal.press("q");
        terminal.end().with_code(0);
        self.check();
        assert!(
            self.workspace
                .read(NOTES)
                .contains(&format!("note {last}."))
        );
        let state = self.workspace.state_folder().join("closeread");
        for folder in [self.workspace.path("notes/anna"), state] {
            assert_eq!(litter(&folder), 0, "{}", folder.display());
        }
    }
}

/// How many notes the header counts.
fn shown(screen: &str) -> usize {
    let header = screen.lines().next().unwrap_or_default();
    let mut words = header.split_whitespace().rev();
    words
        .find(|word| word.starts_with("note"))
        .and_then(|_| words.next())
        .and_then(|count| count.parse().ok())
        .unwrap_or(0)
}

/// Files in a folder that are no notes, drafts or locks: what a killed writer has left.
fn litter(folder: &Path) -> usize {
    let names = fs::read_dir(folder).into_iter().flatten().flatten();
    names
        .filter(|entry| entry.file_name().to_string_lossy().starts_with('.'))
        .count()
}

/// `CLOSEREAD_KILLS` says how many; few unless it does, because a thousand take minutes.
#[test]
fn a_kill_at_any_moment_of_a_save_leaves_the_notes_whole() {
    let kills = std::env::var("CLOSEREAD_KILLS").map_or(15, |kills| kills.parse().unwrap());
    let (mut done, mut saves, mut inside, mut told) = (0, 0, 0, 0);
    let mut round = 0_u8;
    while done < kills {
        let mut seed = [0; 32];
        seed[0] = round;
        round = round.wrapping_add(1);
        let random = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
        let mut history = History::new(random);
        for _ in 0..LIVES.min(kills - done) {
            history.live();
            done += 1;
        }
        history.end();
        saves += history.next;
        inside += history.inside;
        told += history.told;
    }
    eprintln!(
        "{done} kills, {inside} of them inside a save; {saves} notes typed, {told} were shown as saved"
    );
}
