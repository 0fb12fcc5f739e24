//! Work that goes on beside the reader.

use crate::app::action::Action;
use crate::app::hunt::Hunt;
use crate::app::look::{Aim, Look};

/// Work that goes on beside the reader. It can be done anywhere and any time; what has become too late by then is not taken in.
#[derive(Debug, Clone, PartialEq)]
pub enum Work {
    /// Looking for findings.
    Look(Look),
    /// Searching words.
    Hunt(Hunt),
}

impl Work {
    /// Whether the reader waits for it.
    pub fn is_awaited(&self) -> bool {
        match self {
            Self::Look(look) => look.aim != Aim::Rest,
            Self::Hunt(hunt) => hunt.is_awaited,
        }
    }

    /// Whether it takes so long that other work cannot wait for it.
    pub fn is_long(&self) -> bool {
        matches!(self, Self::Look(look) if look.aim == Aim::Whole)
    }

    /// Does it; what the state is told then.
    pub fn done(self) -> Action {
        match self {
            Self::Look(look) => {
                let findings = look.find();
                Action::Found(Box::new(look), findings)
            }
            Self::Hunt(hunt) => {
                let hits = hunt.hits();
                Action::Hits(Box::new(hunt), hits)
            }
        }
    }
}
