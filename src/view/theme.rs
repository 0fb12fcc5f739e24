//! How things look: a style for every meaning, in any depth of colour, and the glyphs.

use crate::app::{Kind, Tone};
use crate::view::palette::{Depth, Ground, Ink, ink};
use crate::view::underline;
use ratatui::style::{Color, Modifier, Style};

/// How things look. No meaning is in colour alone: every state also has a glyph, an underline or a weight.
#[derive(Debug, Clone)]
pub struct Theme {
    /// Signs and lines.
    pub glyphs: Glyphs,
    /// Chrome and everything of less weight.
    pub dim: Style,
    /// The current paragraph's marker and number.
    pub marker: Style,
    /// Keys in the footer and in help.
    pub key: Style,
    /// A failure.
    pub error: Style,
    /// The selection.
    pub selection: Style,
    /// Every hit of a search.
    pub hit: Style,
    /// The hit the reader is at.
    pub current_hit: Style,
    /// The passage of the item the reader is at.
    pub focus: Style,
    /// The same where the passage is long: as heavy as the eye can bear over several rows.
    pub focus_long: Style,
    /// What is left to type on a word.
    pub label: Style,
    quotation: Style,
    candidate: Style,
    /// A candidate of the quieter layer: the same line, without colour.
    pub(super) hedge: Style,
    flag: Style,
    note: Style,
    tag: Style,
}

/// Signs and lines, as Unicode or as plain ASCII.
#[derive(Debug, Clone, Copy)]
pub struct Glyphs {
    /// Whether they are ASCII.
    pub ascii: bool,
    /// The current paragraph's marker.
    pub marker: &'static str,
    /// A reviewed paragraph.
    pub reviewed: &'static str,
    /// A horizontal line.
    pub across: &'static str,
    /// A vertical line.
    pub down: &'static str,
    /// Where a vertical line begins under a horizontal one.
    pub tee_down: &'static str,
    /// Where it ends on one.
    pub tee_up: &'static str,
    quotation: &'static str,
    flag: &'static str,
    note: &'static str,
    candidate: &'static str,
    rejected: &'static str,
    lost: &'static str,
}

const UNICODE: Glyphs = Glyphs {
    ascii: false,
    marker: "▌",
    reviewed: "✓",
    across: "─",
    down: "│",
    tee_down: "┬",
    tee_up: "┴",
    quotation: "“",
    flag: "⚑",
    note: "✎",
    candidate: "?",
    rejected: "✗",
    lost: "∅",
};

const ASCII: Glyphs = Glyphs {
    ascii: true,
    marker: ">",
    reviewed: "v",
    across: "-",
    down: "|",
    tee_down: "+",
    tee_up: "+",
    quotation: "\"",
    flag: "!",
    note: "*",
    candidate: "?",
    rejected: "x",
    lost: "0",
};

impl Theme {
    /// The theme for a depth of colour on a ground. `underlines`: the terminal knows curly, double and dotted
    /// underlines; without them, weight and slant tell the marks apart. `ascii`: no signs beyond ASCII.
    pub fn new(depth: Depth, ground: Ground, underlines: bool, ascii: bool) -> Self {
        let style = |which: Ink| {
            ink(which, depth, ground).map_or(Style::new(), |colour| Style::new().fg(colour))
        };
        let behind = |which: Ink| ink(which, depth, ground).map(|colour| Style::new().bg(colour));
        let under = |kind: Modifier, otherwise: Modifier| if underlines { kind } else { otherwise };
        let plain = Modifier::UNDERLINED;
        let reversed = Style::new().add_modifier(Modifier::REVERSED);
        let dim = ink(Ink::Dim, depth, ground)
            .map_or(Style::new().add_modifier(Modifier::DIM), |colour| {
                Style::new().fg(colour)
            });
        Self {
            glyphs: if ascii { ASCII } else { UNICODE },
            dim,
            marker: style(Ink::Accent).add_modifier(Modifier::BOLD),
            key: style(Ink::Accent).add_modifier(Modifier::BOLD),
            error: style(Ink::Error).add_modifier(Modifier::BOLD),
            selection: reversed,
            hit: behind(Ink::Hit)
                .unwrap_or(Style::new().add_modifier(Modifier::UNDERLINED | Modifier::BOLD)),
            current_hit: reversed.add_modifier(Modifier::BOLD),
            focus: behind(Ink::Focus).map_or(reversed, |style| style.add_modifier(Modifier::BOLD)),
            focus_long: behind(Ink::Focus)
                .unwrap_or_default()
                .add_modifier(Modifier::BOLD),
            label: Style::reset().add_modifier(Modifier::BOLD | Modifier::REVERSED),
            quotation: style(Ink::Quotation).add_modifier(Modifier::ITALIC),
            candidate: style(Ink::Candidate).add_modifier(under(underline::CURLY, plain)),
            hedge: Style::new().add_modifier(under(underline::CURLY, plain)),
            flag: style(Ink::Flag).add_modifier(under(underline::DOUBLE, plain | Modifier::BOLD)),
            note: style(Ink::Note).add_modifier(under(underline::DOTTED, Modifier::BOLD)),
            tag: style(Ink::Tag),
        }
    }

    /// The same for a terminal that has no slanted letters: one may show them reversed.
    #[must_use]
    pub fn upright(mut self) -> Self {
        self.quotation.add_modifier -= Modifier::ITALIC;
        self
    }

    /// The sign of a kind of item.
    pub fn glyph(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Quotation => self.glyphs.quotation,
            Kind::Flag => self.glyphs.flag,
            Kind::Note => self.glyphs.note,
            Kind::Candidate => self.glyphs.candidate,
            Kind::Rejected => self.glyphs.rejected,
            Kind::Lost => self.glyphs.lost,
        }
    }

    /// How a passage of a kind looks in the text. Rejected findings leave no mark.
    pub fn passage(&self, kind: Kind) -> Style {
        match kind {
            Kind::Quotation => self.quotation,
            Kind::Flag => self.flag,
            Kind::Note => self.note,
            Kind::Candidate => self.candidate,
            Kind::Rejected | Kind::Lost => Style::new(),
        }
    }

    /// How a piece of the notes pane looks.
    pub fn tone(&self, tone: Tone) -> Style {
        let colour = |style: Style| Style::new().fg(style.fg.unwrap_or(Color::Reset));
        match tone {
            Tone::Glyph(kind @ (Kind::Rejected | Kind::Lost)) => self.dim.patch(self.passage(kind)),
            Tone::Glyph(kind) => colour(self.passage(kind)).add_modifier(Modifier::BOLD),
            Tone::Quote | Tone::Words => Style::new(),
            Tone::Category => colour(self.flag),
            Tone::Voice => colour(self.quotation),
            Tone::Tag => self.tag,
            Tone::Dim => self.dim,
        }
    }
}
