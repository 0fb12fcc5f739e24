//! That colours can be read where they are shown.

#![allow(
    clippy::unreadable_literal,
    reason = "colours are read in pairs of digits"
)]

use super::*;

/// xterm's own sixteen, and those of the Linux console.
const SIXTEEN: [[u32; 16]; 2] = [
    [
        0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f,
        0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
    ],
    [
        0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa, 0x555555,
        0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff,
    ],
];

const INKS: [Ink; 8] = [
    Ink::Dim,
    Ink::Accent,
    Ink::Quotation,
    Ink::Candidate,
    Ink::Flag,
    Ink::Note,
    Ink::Tag,
    Ink::Error,
];

fn luminance(rgb: u32) -> f64 {
    let part = |shift: u32| {
        let value = f64::from((rgb >> shift) & 0xff) / 255.0;
        if value <= 0.03928 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
}

/// The ratio of WCAG 2: 1 for the same colour, 21 for black on white.
fn contrast(one: u32, other: u32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn number(colour: Color) -> Option<usize> {
    Some(match colour {
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        _ => return None,
    })
}

/// What is seen of a colour; the sixteen are whatever a terminal has for them. Bold ones are the bright ones there.
fn seen(colour: Color, sixteen: &[u32; 16], is_bold: bool) -> u32 {
    const STEPS: [u32; 6] = [0, 95, 135, 175, 215, 255];
    match colour {
        Color::Rgb(r, g, b) => u32::from(r) << 16 | u32::from(g) << 8 | u32::from(b),
        Color::Indexed(grey @ 232..) => (u32::from(grey) - 232) * 10 * 0x0001_0101 + 0x0008_0808,
        Color::Indexed(index) => {
            let index = usize::from(index) - 16;
            STEPS[index / 36] << 16 | STEPS[index / 6 % 6] << 8 | STEPS[index % 6]
        }
        named => {
            let number = number(named).expect("a number");
            sixteen[if is_bold && number < 8 {
                number + 8
            } else {
                number
            }]
        }
    }
}

/// What is told: nothing at all, or what is meant by `which` at a ratio too low. The eight are written bold where a mark is
/// bold as well, and are then the bright ones.
fn unreadable(
    which: Ink,
    depth: Depth,
    ground: Ground,
    back: u32,
    sixteen: &[u32; 16],
) -> Option<String> {
    let colour = ink(which, depth, ground)?;
    let is_bold = depth == Depth::Ansi8 && matches!(which, Ink::Accent | Ink::Error | Ink::Flag);
    let ratio = contrast(seen(colour, sixteen, is_bold), back);
    // What is of less weight may be weaker, but not by much.
    let least = if which == Ink::Dim { 2.7 } else { 3.0 };
    (ratio < least)
        .then(|| format!("{which:?} {depth:?} {ground:?} {colour} on {back:06x}: {ratio:.2}"))
}

#[test]
fn everything_can_be_read_on_the_grounds_it_is_for() {
    use Depth::{Ansi8, Ansi16, Ansi256, True};
    let [xterm, console] = &SIXTEEN;
    let (black, white) = (0x000000, 0xffffff);
    let mut bad = Vec::new();
    for which in INKS {
        for (ground, depths, back, sixteen) in [
            // A terminal with sixteen colours of its own has a ground that goes with them.
            (Ground::Dark, [Ansi8, Ansi16], black, xterm),
            (Ground::Dark, [Ansi8, Ansi16], black, console),
            (Ground::Light, [Ansi8, Ansi16], white, xterm),
            (Ground::Unknown, [Ansi8, Ansi16], black, xterm),
            (Ground::Unknown, [Ansi8, Ansi16], black, console),
            (Ground::Unknown, [Ansi8, Ansi16], white, xterm),
            (Ground::Dark, [Ansi256, True], black, xterm),
            (Ground::Dark, [Ansi256, True], 0x1e1e1e, xterm),
            (Ground::Light, [Ansi256, True], white, xterm),
            (Ground::Light, [Ansi256, True], 0xf4f0e6, xterm),
            (Ground::Unknown, [Ansi256, True], 0x1e1e1e, xterm),
            (Ground::Unknown, [Ansi256, True], 0xf4f0e6, xterm),
        ] {
            let told = depths.map(|depth| unreadable(which, depth, ground, back, sixteen));
            bad.extend(told.into_iter().flatten());
        }
    }
    assert!(bad.is_empty(), "\n{}", bad.join("\n"));
}

#[test]
fn eight_colours_are_the_first_eight() {
    for which in INKS {
        for ground in [Ground::Dark, Ground::Light, Ground::Unknown] {
            let colour = ink(which, Depth::Ansi8, ground);
            assert!(
                colour.is_none_or(|colour| number(colour).unwrap() < 8),
                "{which:?}"
            );
        }
    }
}
