//! What a hostile YAML text may not cost, told before anything is made of it.

use crate::store::yaml::Problem;
use granit_parser::{ErrorKind, Marker, Options, Parser, ScanError};
use memchr::{memchr_iter, memchr2_iter};

/// Deepest nesting of brackets, and of blocks.
const DEPTH_LIMIT: usize = 250;

/// Most keys and values together, and most lines; a notebook has about 25 and 15 for an annotation.
const VALUE_LIMIT: usize = 1_000_000;

/// Most anchors (`&name`).
const ANCHOR_LIMIT: usize = 1_000;

const ALIAS: &str = "aliases (`*name`) are not read here; write the text out";
const TOO_DEEP: &str = "this is nested too deeply; is it the right file?";
const TOO_MANY: &str =
    "there are more than a million lines or values, or a thousand anchors; is it the right file?";

/// A text of fewer bytes cannot have so many values that it costs much.
const SMALL: usize = 1 << 20;

/// Refuses nesting beyond 250 levels, more than a million keys and values or lines, more than a thousand anchors, and aliases
/// (`*name`), which could stand for gigabytes and which no notebook needs.
///
/// The readers behind us take time by the square of the depth, recurse, and need much memory for each value. This one needs
/// neither; it is asked only where the text could be such a one. What it cannot read is let through to them when it
/// is harmless, so that what is wrong is said in their words.
pub(super) fn bounded(text: &str) -> Result<(), Problem> {
    let deep = has_many_brackets(text) || has_wide_indentation(text);
    let aliased = may_hold(text, b'&') && may_hold(text, b'*');
    if !deep && !aliased && text.len() < SMALL {
        return Ok(());
    }
    if memchr_iter(b'\n', text.as_bytes())
        .nth(VALUE_LIMIT)
        .is_some()
    {
        return Err(Problem::at(text, 0, TOO_MANY));
    }
    match events(text) {
        Err(Fault::Syntax(error)) if deep => Err(syntax(&error)),
        Err(Fault::Syntax(error)) if aliased => match serde_yaml::from_str(text) {
            Ok(serde::de::IgnoredAny) => Err(syntax(&error)),
            Err(_) => Ok(()),
        },
        Ok(()) | Err(Fault::Syntax(_)) => Ok(()),
        Err(Fault::Hostile(problem)) => Err(problem),
    }
}

/// Why a text was not read to its end.
enum Fault {
    /// It is not YAML.
    Syntax(ScanError),
    /// It would cost too much.
    Hostile(Problem),
}

fn events(text: &str) -> Result<(), Fault> {
    let options: Options = granit_parser::options! {
        flow_nesting_limit: DEPTH_LIMIT,
        block_nesting_limit: DEPTH_LIMIT,
    };
    let hostile = |mark: &Marker, message: &str| Err(Fault::Hostile(problem(mark, message)));
    let mut anchors = 0;
    for (number, event) in Parser::new_from_str_with_options(text, options).enumerate() {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) if *error.kind() == ErrorKind::RecursionLimitExceeded => {
                return hostile(error.marker(), TOO_DEEP);
            }
            Err(error) => return Err(Fault::Syntax(error)),
        };
        anchors += usize::from(event.anchor_id().is_some());
        if event.is_alias() {
            return hostile(&span.start, ALIAS);
        } else if number > VALUE_LIMIT || anchors > ANCHOR_LIMIT {
            return hostile(&span.start, TOO_MANY);
        }
    }
    Ok(())
}

fn syntax(error: &ScanError) -> Problem {
    let message = format!("{}; correct the file, it was left as it is", error.kind());
    problem(error.marker(), &message)
}

fn problem(mark: &Marker, message: &str) -> Problem {
    Problem {
        line: mark.line(),
        column: mark.col() + 1,
        message: message.to_owned(),
    }
}

/// Whether brackets could be nested beyond the limit: they are counted wherever they stand.
fn has_many_brackets(text: &str) -> bool {
    let mut opened = memchr2_iter(b'[', b'{', text.as_bytes());
    opened.nth(DEPTH_LIMIT).is_some()
}

/// Whether blocks could be nested beyond the limit: each level takes a column of blanks, dashes or question marks at the
/// beginning of a line. Line breaks of YAML 1.1 are not all ASCII; their last bytes count as such.
fn has_wide_indentation(text: &str) -> bool {
    let mut width: Option<usize> = Some(0);
    text.bytes().any(|byte| {
        width = match byte {
            b'\n' | b'\r' | 0x85 | 0xa8 | 0xa9 => Some(0),
            b' ' | b'\t' | b'-' | b'?' => width.map(|width| width + 1),
            _ => None,
        };
        width.is_some_and(|width| width > DEPTH_LIMIT)
    })
}

/// Whether an anchor (`&`) or alias (`*`) may stand somewhere; quick, and wrong only about texts in which one is
/// written.
fn may_hold(text: &str, sign: u8) -> bool {
    let bytes = text.as_bytes();
    // Line breaks of YAML 1.1 are not all ASCII.
    let starts = |before: u8| {
        before.is_ascii_whitespace() || !before.is_ascii() || b"[{,:".contains(&before)
    };
    bytes.windows(3).any(|near| matches!(near, [before, at, next] if *at == sign && starts(*before) && !next.is_ascii_whitespace()))
}
