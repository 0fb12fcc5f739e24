//! The table of everything a key can do. Keymap, help, palette, hints and README's key table follow from it.

use crate::app::action::{Action, Direction, Stride, Target, Unit};
use crate::notes::Verdict;

/// Something a reader can do by key or by name.
#[derive(Debug)]
pub struct Command {
    /// Its name: in the palette and in `closeread.yaml`.
    pub name: &'static str,
    /// Its keys, separated by blanks. `<any>` stands for one character of the reader's choice.
    pub keys: &'static str,
    /// What it does, for help and palette.
    pub does: &'static str,
    /// The same in a word or two, for the hint after a prefix and for the footer.
    pub short: &'static str,
    /// Where help lists it.
    pub group: Group,
    /// In which modes its keys work.
    pub when: When,
    /// The action it means.
    pub act: fn(Given) -> Action,
}

/// What came with the keys of a command.
#[derive(Debug, Clone, Copy, Default)]
pub struct Given {
    /// The number typed before it.
    pub count: Option<usize>,
    /// The character that stood for `<any>`.
    pub letter: char,
}

/// Nothing is done more often at once.
const MOST_TIMES: usize = 99_999;

impl Given {
    fn times(self) -> usize {
        self.count.unwrap_or(1).clamp(1, MOST_TIMES)
    }
}

/// Where help lists a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Going somewhere.
    Move,
    /// `]x` and `[x`.
    Jump,
    /// Choosing words.
    Select,
    /// Saying something about them.
    Annotate,
    /// Answering findings.
    Judge,
    /// Looking for words.
    Search,
    /// The summary's bars.
    Summary,
    /// The program itself.
    Desk,
}

impl Group {
    /// All groups in the order of help.
    pub const ALL: [Self; 8] = [
        Self::Move,
        Self::Jump,
        Self::Select,
        Self::Annotate,
        Self::Judge,
        Self::Search,
        Self::Summary,
        Self::Desk,
    ];

    /// Its heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::Jump => "Jump from thing to thing",
            Self::Select => "Select",
            Self::Annotate => "Annotate",
            Self::Judge => "Answer findings",
            Self::Search => "Search",
            Self::Summary => "The summary",
            Self::Desk => "The desk",
        }
    }
}

/// In which modes the keys of a command work. By name it works always.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// While reading.
    Reading,
    /// While a selection is open.
    Selecting,
    /// In both.
    Both,
    /// While the summary is open.
    Summary,
    /// While reading and while the summary is open.
    Screens,
    /// Everywhere.
    Always,
}

impl When {
    /// The modes, each by the variant that is only it.
    fn modes(self) -> &'static [Self] {
        match self {
            Self::Reading => &[Self::Reading],
            Self::Selecting => &[Self::Selecting],
            Self::Both => &[Self::Reading, Self::Selecting],
            Self::Summary => &[Self::Summary],
            Self::Screens => &[Self::Reading, Self::Summary],
            Self::Always => &[Self::Reading, Self::Selecting, Self::Summary],
        }
    }

    /// Whether the two have a mode in common.
    pub fn meets(self, other: Self) -> bool {
        self.modes().iter().any(|mode| other.modes().contains(mode))
    }
}

const fn command(
    name: &'static str,
    keys: &'static str,
    (short, does): (&'static str, &'static str),
    (group, when): (Group, When),
    act: fn(Given) -> Action,
) -> Command {
    Command {
        name,
        keys,
        does,
        short,
        group,
        when,
        act,
    }
}

use Direction::{Next, Previous};
use Group::{Annotate, Desk, Judge, Jump, Move, Search, Select, Summary};
use When::{Always, Both, Reading, Screens, Selecting};

/// Every command. Commands that share a prefix stand together, in the order in which hints show them.
#[rustfmt::skip]
pub const COMMANDS: &[Command] = &[
    command("next-paragraph", "j <down> }", ("¶ down", "to the next paragraph (of a long one: on through it)"), (Move, Reading), |g| Action::Paragraph(Next, g.times())),
    command("previous-paragraph", "k <up> {", ("¶ up", "to the previous paragraph"), (Move, Reading), |g| Action::Paragraph(Previous, g.times())),
    command("half-page-down", "^d", ("half down", "half a screen down"), (Move, Reading), |g| Action::Scroll(Next, Stride::Half, g.times())),
    command("half-page-up", "^u", ("half up", "half a screen up"), (Move, Reading), |g| Action::Scroll(Previous, Stride::Half, g.times())),
    command("page-down", "<space> ^f <pgdn>", ("page down", "a screen down"), (Move, Reading), |g| Action::Scroll(Next, Stride::Page, g.times())),
    command("page-up", "^b <pgup> <backspace>", ("page up", "a screen up"), (Move, Reading), |g| Action::Scroll(Previous, Stride::Page, g.times())),
    command("row-down", "^e", ("row down", "a row down"), (Move, Reading), |g| Action::Scroll(Next, Stride::Rows(g.times()), 1)),
    command("row-up", "^y", ("row up", "a row up"), (Move, Reading), |g| Action::Scroll(Previous, Stride::Rows(g.times()), 1)),
    command("first-paragraph", "gg <home>", ("first ¶", "to the first paragraph; with a number, to that one"), (Move, Reading), |g| Action::GoTo(g.count.unwrap_or(1))),
    command("last-paragraph", "G <end>", ("last ¶", "to the last paragraph; 12G to the twelfth"), (Move, Reading), |g| g.count.map_or(Action::GoToLast, Action::GoTo)),
    command("next-word", "w l <right>", ("word →", "to the next word"), (Move, Reading), |g| Action::Word(Next, g.times())),
    command("previous-word", "b h <left>", ("word ←", "to the previous word"), (Move, Reading), |g| Action::Word(Previous, g.times())),
    command("set-mark", "m<any>", ("mark", "remember this place under a letter"), (Move, Reading), |g| Action::SetMark(g.letter)),
    command("go-to-mark", "'<any>", ("to mark", "to the place remembered under a letter; '' to where you jumped from"), (Move, Reading), |g| Action::GoToMark(g.letter)),
    command("jump-back", "^o [j", ("jump back", "back to where you jumped from"), (Move, Reading), |g| Action::Jump(Previous, g.times())),
    command("jump-forward", "]j", ("jump on", "forward again"), (Move, Reading), |g| Action::Jump(Next, g.times())),

    command("next-quotation", "]q", ("quote", "to the next quotation"), (Jump, Reading), |g| Action::Step(Target::Quotation, Next, g.times())),
    command("next-flag", "]f", ("flag", "to the next flag"), (Jump, Reading), |g| Action::Step(Target::Flag, Next, g.times())),
    command("next-candidate", "]d", ("candidate", "to the next finding you have not decided"), (Jump, Reading), |g| Action::Step(Target::Candidate, Next, g.times())),
    command("next-note", "]n", ("note", "to the next note"), (Jump, Reading), |g| Action::Step(Target::Note, Next, g.times())),
    command("next-same-tag", "]t", ("same tag", "to the next passage with the tag of this one"), (Jump, Reading), |g| Action::Step(Target::SameTag, Next, g.times())),
    command("next-unreviewed", "]u", ("unreviewed", "to the next paragraph you have not reviewed"), (Jump, Reading), |g| Action::Step(Target::Unreviewed, Next, g.times())),
    command("next-lost", "]o", ("lost", "to the next annotation whose words moved or are gone"), (Jump, Reading), |g| Action::Step(Target::Lost, Next, g.times())),
    command("next-passage", "]b", ("of the bar", "to the next passage of the bar chosen in the summary"), (Jump, Reading), |g| Action::StepBar(Next, g.times())),
    command("previous-quotation", "[q", ("quote", "to the previous quotation"), (Jump, Reading), |g| Action::Step(Target::Quotation, Previous, g.times())),
    command("previous-flag", "[f", ("flag", "to the previous flag"), (Jump, Reading), |g| Action::Step(Target::Flag, Previous, g.times())),
    command("previous-candidate", "[d", ("candidate", "to the previous finding you have not decided"), (Jump, Reading), |g| Action::Step(Target::Candidate, Previous, g.times())),
    command("previous-note", "[n", ("note", "to the previous note"), (Jump, Reading), |g| Action::Step(Target::Note, Previous, g.times())),
    command("previous-same-tag", "[t", ("same tag", "to the previous passage with the tag of this one"), (Jump, Reading), |g| Action::Step(Target::SameTag, Previous, g.times())),
    command("previous-unreviewed", "[u", ("unreviewed", "to the previous paragraph you have not reviewed"), (Jump, Reading), |g| Action::Step(Target::Unreviewed, Previous, g.times())),
    command("previous-lost", "[o", ("lost", "to the previous annotation whose words moved or are gone"), (Jump, Reading), |g| Action::Step(Target::Lost, Previous, g.times())),
    command("previous-passage", "[b", ("of the bar", "to the previous passage of the bar chosen in the summary"), (Jump, Reading), |g| Action::StepBar(Previous, g.times())),
    command("cycle", "c", ("what else is here", "the next of the things that overlap here"), (Jump, Reading), |_| Action::Cycle),

    command("select-words", "v", ("select", "select words from the cursor on"), (Select, Reading), |_| Action::Select(Unit::Word)),
    command("select-paragraph", "V", ("paragraph", "select the paragraph"), (Select, Reading), |_| Action::Select(Unit::Paragraph)),
    command("select-sentence", "s", ("sentence", "select the sentence"), (Select, Reading), |_| Action::Select(Unit::Sentence)),
    command("pick-words", "S", ("by letters", "letters on the words: type the first word's, then the last one's"), (Select, Both), |_| Action::PickWords),
    command("select-inside-quotation", "iq", ("quotation", "select the quotation here"), (Select, Both), |_| Action::Inside(Unit::Quotation)),
    command("select-inside-sentence", "is", ("sentence", "select the sentence here"), (Select, Both), |_| Action::Inside(Unit::Sentence)),
    command("select-inside-paragraph", "ip", ("paragraph", "select the paragraph here"), (Select, Both), |_| Action::Inside(Unit::Paragraph)),
    command("select-inside-word", "iw", ("word", "select the word here"), (Select, Both), |_| Action::Inside(Unit::Word)),
    command("extend-word", "w e", ("word →", "the end a word on"), (Select, Selecting), |g| Action::Extend(Next, Unit::Word, g.times())),
    command("shrink-word", "b", ("word ←", "the end a word back"), (Select, Selecting), |g| Action::Extend(Previous, Unit::Word, g.times())),
    command("extend-character", "l <right>", ("letter →", "the end a character on"), (Select, Selecting), |g| Action::Extend(Next, Unit::Grapheme, g.times())),
    command("shrink-character", "h <left>", ("letter ←", "the end a character back"), (Select, Selecting), |g| Action::Extend(Previous, Unit::Grapheme, g.times())),
    command("extend-sentence", "s )", ("sentence →", "the end a sentence on"), (Select, Selecting), |g| Action::Extend(Next, Unit::Sentence, g.times())),
    command("shrink-sentence", "(", ("sentence ←", "the end a sentence back"), (Select, Selecting), |g| Action::Extend(Previous, Unit::Sentence, g.times())),
    command("extend-paragraph", "j <down> } V", ("¶ →", "the end a paragraph on"), (Select, Selecting), |g| Action::Extend(Next, Unit::Paragraph, g.times())),
    command("shrink-paragraph", "k <up> {", ("¶ ←", "the end a paragraph back"), (Select, Selecting), |g| Action::Extend(Previous, Unit::Paragraph, g.times())),
    command("swap-ends", "o", ("other end", "move the other end"), (Select, Selecting), |_| Action::SwapEnds),

    command("note", "a <enter>", ("note", "write a note on the selection, on the thing here, or on the paragraph"), (Annotate, Both), |_| Action::AskNote),
    command("note-in-editor", "E", ("note in $EDITOR", "write the note in $EDITOR"), (Annotate, Both), |_| Action::AskEditor),
    command("tag", "t", ("tag", "tags: pick, or type a new one"), (Annotate, Both), |_| Action::AskTag),
    command("flag", "f", ("flag", "flag as loaded language: category and reason"), (Annotate, Both), |_| Action::AskFlag),
    command("speaker", "gs", ("speaker", "who says this: correct a quotation's speaker, or mark the selection as somebody's words"), (Annotate, Both), |_| Action::AskSpeaker),
    command("repeat", ".", ("repeat", "the last tag, flag or speaker again, here"), (Annotate, Both), |_| Action::Repeat),
    command("delete", "dd", ("delete", "delete the annotation here; u brings it back"), (Annotate, Reading), |_| Action::Delete),
    command("review", "r", ("reviewed", "this paragraph is reviewed; on to the next that is not"), (Annotate, Reading), |_| Action::Review),
    command("unreview", "R", ("not reviewed", "this paragraph is not reviewed after all"), (Annotate, Reading), |_| Action::Unreview),
    command("reattach", "ga", ("attach", "confirm a moved annotation, or attach a lost one to the words selected"), (Annotate, Both), |_| Action::Reattach),
    command("undo", "u", ("undo", "take back the last change"), (Annotate, Reading), |_| Action::Undo),
    command("redo", "^r", ("redo", "make it again"), (Annotate, Reading), |_| Action::Redo),

    command("accept", "+ =", ("accept", "accept the finding here"), (Judge, Reading), |_| Action::Decide(Verdict::Accepted, false)),
    command("accept-with-reason", "g+", ("accept, say why", "accept the finding here and give a reason"), (Judge, Reading), |_| Action::Decide(Verdict::Accepted, true)),
    command("reject", "-", ("reject", "reject the finding here"), (Judge, Reading), |_| Action::Decide(Verdict::Rejected, false)),
    command("reject-with-reason", "g- _", ("reject, say why", "reject the finding here and give a reason"), (Judge, Reading), |_| Action::Decide(Verdict::Rejected, true)),
    command("silence", "x", ("silence", "silence the rule or the entry of the finding here, in this article or in the project"), (Judge, Reading), |_| Action::AskSilence),
    command("fewer-findings", "<lt>", ("fewer", "show fewer and surer findings"), (Judge, Screens), |_| Action::FewerFindings),
    command("more-findings", ">", ("more", "show more findings"), (Judge, Screens), |_| Action::MoreFindings),
    command("explain", "K", ("why", "why is this flagged: rule, reason, score"), (Judge, Reading), |_| Action::Explain),

    command("search", "/", ("search", "search the text; small letters find capitals too"), (Search, Reading), |_| Action::AskSearch(Next)),
    command("search-back", "?", ("search back", "search the text backwards"), (Search, Reading), |_| Action::AskSearch(Previous)),
    command("next-hit", "n", ("next hit", "to the next hit"), (Search, Reading), |g| Action::NextHit(Next, g.times())),
    command("previous-hit", "N", ("previous hit", "to the previous hit"), (Search, Reading), |g| Action::NextHit(Previous, g.times())),
    command("search-word", "*", ("this word", "search the word under the cursor"), (Search, Both), |_| Action::SearchWord),
    command("search-notes", "g/", ("search notes", "search the notes: words, tag: by: flag: voice: is:lost"), (Search, Reading), |_| Action::AskFilter),

    command("summary", "gS", ("summary", "the summary: charts of flags, voices, speakers, verdicts, readers"), (Summary, Reading), |_| Action::Summary),
    command("next-bar", "j <down>", ("bar", "to the next bar"), (Summary, When::Summary), |g| Action::Bar(Next, Stride::Rows(g.times()))),
    command("previous-bar", "k <up>", ("bar back", "to the previous bar"), (Summary, When::Summary), |g| Action::Bar(Previous, Stride::Rows(g.times()))),
    command("next-chart", "<tab> } J", ("chart", "to the next chart"), (Summary, When::Summary), |g| Action::Chart(Next, g.times())),
    command("previous-chart", "<s-tab> { K", ("chart back", "to the previous chart"), (Summary, When::Summary), |g| Action::Chart(Previous, g.times())),
    command("bars-down", "^d <space> ^f <pgdn>", ("half down", "half a screen of bars down"), (Summary, When::Summary), |_| Action::Bar(Next, Stride::Half)),
    command("bars-up", "^u ^b <pgup>", ("half up", "half a screen of bars up"), (Summary, When::Summary), |_| Action::Bar(Previous, Stride::Half)),
    command("first-bar", "gg <home>", ("first bar", "to the first bar"), (Summary, When::Summary), |_| Action::Bar(Previous, Stride::Rows(usize::MAX))),
    command("last-bar", "G <end>", ("last bar", "to the last bar"), (Summary, When::Summary), |_| Action::Bar(Next, Stride::Rows(usize::MAX))),
    command("open-bar", "<enter> l <right>", ("its passages", "to the first passage of the bar; ]b goes on to the next"), (Summary, When::Summary), |_| Action::OpenBar),
    command("close-summary", "q o", ("back", "back to the article, where you were"), (Summary, When::Summary), |_| Action::Leave),

    command("copy", "y", ("copy", "copy the words here"), (Desk, Both), |_| Action::Copy(false)),
    command("copy-with-source", "Y", ("copy with source", "copy the words here with their source and paragraph"), (Desk, Both), |_| Action::Copy(true)),
    command("export", "e", ("export", "export the reading: the name's ending says as what (.md, .csv, .jsonl …)"), (Desk, Screens), |_| Action::AskExport),
    command("other-pane", "<tab> ^w", ("other pane", "to the other pane"), (Desk, Reading), |_| Action::OtherPane),
    command("list", "o", ("list", "margin notes to list of everything, and back"), (Desk, Reading), |_| Action::ToggleList),
    command("palette", ":", ("command", "every command by name; a number goes to that paragraph"), (Desk, Always), |_| Action::Palette),
    command("help", "<f1> g?", ("help", "all keys"), (Desk, Always), |_| Action::Help),
    command("leave", "<esc> ^c", ("leave", "leave the mode, close what is open; never quits"), (Desk, Always), |_| Action::Leave),
    command("redraw", "^l", ("redraw", "draw the screen anew"), (Desk, Always), |_| Action::Redraw),
    command("suspend", "^z", ("suspend", "back to the shell; fg returns"), (Desk, Always), |_| Action::Suspend),
    command("save", "", ("save", "save again what could not be saved (every change is saved at once)"), (Desk, Always), |_| Action::Save),
    command("quit", "q ZZ", ("quit", "quit; everything is saved already"), (Desk, Reading), |_| Action::Quit),
    command("quit-anyway", "ZQ", ("quit anyway", "quit although something could not be saved; it is kept for the next session"), (Desk, Reading), |_| Action::QuitAnyway),
];

/// The command called `name`.
pub fn named(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_lower_case() {
        for (at, command) in COMMANDS.iter().enumerate() {
            assert!(
                COMMANDS
                    .iter()
                    .skip(at + 1)
                    .all(|other| other.name != command.name),
                "{}",
                command.name
            );
            assert!(
                command
                    .name
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b == b'-')
            );
            assert!(!command.does.ends_with('.'));
        }
    }
}
