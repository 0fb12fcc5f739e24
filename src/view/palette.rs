//! Colours for every depth a terminal may have.

use ratatui::style::Color;

/// How many colours there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None: `NO_COLOR`.
    None,
    /// The first eight of sixteen.
    Ansi8,
    /// The terminal's own sixteen.
    Ansi16,
    /// The 256 of xterm.
    Ansi256,
    /// All of them.
    True,
}

/// What the text stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// A dark background.
    Dark,
    /// A light background.
    Light,
    /// Not known: colours that can be read on both.
    Unknown,
}

/// A colour by what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// Chrome and everything of less weight.
    Dim,
    /// The current paragraph's marker, keys.
    Accent,
    /// Quotations.
    Quotation,
    /// Findings to decide.
    Candidate,
    /// Flags.
    Flag,
    /// Notes.
    Note,
    /// Tags.
    Tag,
    /// Behind the focused passage.
    Focus,
    /// Behind search hits.
    Hit,
    /// Failures.
    Error,
}

/// A colour on dark, on light, on unknown ground.
type Three<T> = [T; 3];

/// In true colour, as index among 256, among sixteen, among eight.
type Row = (Three<u32>, Three<u8>, Three<Color>, Three<Color>);

/// Where there is none.
const NONE: Color = Color::Reset;

/// The colour for a depth and ground; none where it has to be left to glyphs, underlines and weight.
pub(super) fn ink(ink: Ink, depth: Depth, ground: Ground) -> Option<Color> {
    let (rgb, indexed, sixteen, eight) = row(ink);
    let named = |colour: &Color| Some(*colour).filter(|colour| *colour != NONE);
    let which = match ground {
        Ground::Dark => 0,
        Ground::Light => 1,
        Ground::Unknown => 2,
    };
    match depth {
        Depth::None => None,
        Depth::Ansi8 => eight.get(which).and_then(named),
        Depth::Ansi16 => sixteen.get(which).and_then(named),
        Depth::Ansi256 => indexed
            .get(which)
            .filter(|index| **index != 0)
            .map(|index| Color::Indexed(*index)),
        Depth::True => rgb
            .get(which)
            .filter(|rgb| **rgb != 0)
            .map(|rgb| Color::from_u32(*rgb)),
    }
}

// Of the sixteen, green, yellow and cyan cannot be read on white, blue and red not on black.
#[rustfmt::skip]
fn row(ink: Ink) -> Row {
    use Color::{Blue, Cyan, DarkGray, Green, LightBlue, LightRed, Magenta, Red, Yellow};
    match ink {
        Ink::Dim       => ([0x007a_828c, 0x0073_7a82, 0x007d_858e], [245, 243, 244], [DarkGray, DarkGray, DarkGray], [NONE, NONE, NONE]),
        Ink::Accent    => ([0x0082_aaff, 0x001f_5fa8, 0x004a_86d8], [111, 25, 68],   [LightBlue, Blue, LightBlue],   [Cyan, Blue, NONE]),
        Ink::Quotation => ([0x00a3_be8c, 0x003f_6b2a, 0x006b_9355], [144, 64, 65],   [Green, Blue, LightBlue],       [Green, Blue, NONE]),
        Ink::Candidate => ([0x00e5_c07b, 0x008a_6100, 0x00a8_7b00], [180, 94, 130],  [Yellow, Magenta, Magenta],     [Yellow, Magenta, Magenta]),
        Ink::Flag      => ([0x00f0_8a83, 0x00b3_2a2a, 0x00dc_5a52], [210, 124, 167], [LightRed, Red, LightRed],      [Red, Red, Red]),
        Ink::Note      => ([0x007f_c8d8, 0x0012_6b7a, 0x0033_8a99], [116, 30, 31],   [Cyan, Blue, LightBlue],        [Cyan, Blue, NONE]),
        Ink::Tag       => ([0x00c3_a6e8, 0x0070_3a9c, 0x0096_6fc4], [183, 97, 98],   [Magenta, Magenta, Magenta],    [Magenta, Magenta, Magenta]),
        Ink::Focus     => ([0x0031_3a48, 0x00e4_e7d3, 0],           [237, 254, 0],   [NONE, NONE, NONE],             [NONE, NONE, NONE]),
        Ink::Hit       => ([0x0055_4a1e, 0x00f6_e6a4, 0],           [58, 229, 0],    [NONE, NONE, NONE],             [NONE, NONE, NONE]),
        Ink::Error     => ([0x00ff_6b6b, 0x00b0_0020, 0x00e0_4848], [203, 124, 167], [LightRed, Red, LightRed],      [Red, Red, Red]),
    }
}

#[cfg(test)]
mod tests;
