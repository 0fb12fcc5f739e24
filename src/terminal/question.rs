//! What is asked of a terminal once the first frame is on it. Nothing ever waits for an answer: it may take a journey, come in pieces,
//! or never come.

use crate::terminal::capability::{Capability, Ground};
use crate::view::Depth;
use std::io::{self, Write};
use termina::Event;
use termina::escape::csi::{Csi, Device, Keyboard};
use termina::escape::osc::{ColorOrQuery, DynamicColorNumber, Osc};
use termina::style::RgbColor;

/// What a terminal answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// What the text stands on.
    Ground(Ground),
    /// It offers kitty's keyboard protocol.
    Keyboard,
    /// There are no more answers to come: this one every terminal gives, and in its turn.
    Last,
}

/// What is to be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Questions {
    ground: bool,
}

impl Questions {
    /// What there is to ask of a terminal; none where it might show the question instead of answering it.
    pub(super) fn of(capability: Capability) -> Option<Self> {
        let is_unknown = capability.ground == Ground::Unknown;
        capability.answers.then_some(Self {
            ground: is_unknown && capability.depth != Depth::None,
        })
    }

    /// Asks.
    pub(super) fn write(self, out: &mut impl Write) -> io::Result<()> {
        if self.ground {
            let query = vec![ColorOrQuery::Query];
            let ground = DynamicColorNumber::TextBackgroundColor;
            write!(out, "{}", Osc::ChangeDynamicColors(ground, query))?;
        }
        write!(out, "{}", Csi::Keyboard(Keyboard::QueryFlags))?;
        write!(
            out,
            "{}",
            Csi::Device(Device::RequestPrimaryDeviceAttributes)
        )
    }
}

/// What an event says of the terminal, if it is an answer.
pub(super) fn answer(event: &Event) -> Option<Answer> {
    match event {
        Event::Osc(Osc::ChangeDynamicColors(DynamicColorNumber::TextBackgroundColor, colours)) => {
            match colours.first()? {
                ColorOrQuery::Color(colour) => Some(Answer::Ground(ground(*colour))),
                ColorOrQuery::Query => None,
            }
        }
        Event::Csi(Csi::Keyboard(Keyboard::ReportFlags(_))) => Some(Answer::Keyboard),
        Event::Csi(Csi::Device(Device::DeviceAttributes(()))) => Some(Answer::Last),
        _ => None,
    }
}

/// Light is what black is easier to read on than white.
fn ground(colour: RgbColor) -> Ground {
    let linear = |part: u8| (f32::from(part) / 255.0).powf(2.2);
    let light =
        0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
    if light > 0.18 {
        Ground::Light
    } else {
        Ground::Dark
    }
}
