//! Which keys mean which command.

use crate::app::command::{COMMANDS, Command, When, named};
use crate::app::key::{Code, Key};
use std::fmt::Write;

/// One place of a binding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stroke {
    Key(Key),
    Any,
}

impl Stroke {
    fn takes(self, key: Key) -> bool {
        match self {
            Self::Key(own) => own == key,
            Self::Any => key.typed().is_some(),
        }
    }
}

#[derive(Debug, Clone)]
struct Binding {
    strokes: Vec<Stroke>,
    shown: String,
    command: &'static Command,
}

/// Which keys mean which command. No binding is the beginning of another in the same mode. By default no key means anything.
#[derive(Debug, Clone, Default)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

/// What the keys pressed so far mean.
#[derive(Debug, Clone, Copy)]
pub enum Lookup {
    /// A command, and the character that stood for `<any>`.
    Full(&'static Command, char),
    /// The beginning of one.
    Partial,
    /// Nothing.
    Unknown,
}

impl Keymap {
    /// The keys as they are where nobody has changed them.
    pub fn standard() -> Self {
        let bindings = COMMANDS
            .iter()
            .flat_map(|command| command.keys.split(' ').map(move |keys| (keys, command)))
            .filter_map(|(keys, command)| binding(keys, command).ok())
            .filter(|binding| !binding.strokes.is_empty())
            .collect();
        Self { bindings }
    }

    /// The standard keys, changed by the reader's: pairs of keys and a command's name. The name `none` frees keys.
    ///
    /// # Errors
    /// Keys that cannot be read, an unknown command, or two commands that want the same keys: in words.
    pub fn with(changes: &[(String, String)]) -> Result<Self, String> {
        let mut map = Self::standard();
        if changes.is_empty() {
            // The standard keys have no conflict: a test says so.
            return Ok(map);
        }
        for (keys, name) in changes {
            let strokes = strokes(keys)?;
            map.bindings.retain(|binding| binding.strokes != strokes);
            if name == "none" {
                continue;
            }
            let command = named(name).ok_or_else(|| {
                format!("no command is called “{name}”: `:` in the program lists them, `none` frees the keys")
            })?;
            map.bindings.push(binding(keys, command)?);
        }
        map.conflict().map_or(Ok(map), Err)
    }

    /// What `keys` mean in a mode.
    pub fn look_up(&self, keys: &[Key], when: When) -> Lookup {
        let mut partial = false;
        for binding in self
            .bindings
            .iter()
            .filter(|binding| binding.command.when.meets(when))
        {
            let agrees = binding
                .strokes
                .iter()
                .zip(keys)
                .all(|(stroke, key)| stroke.takes(*key));
            if !agrees || binding.strokes.len() < keys.len() {
                continue;
            }
            if binding.strokes.len() == keys.len() {
                let any = binding
                    .strokes
                    .iter()
                    .zip(keys)
                    .find(|(stroke, _)| **stroke == Stroke::Any);
                return Lookup::Full(
                    binding.command,
                    any.and_then(|(_, key)| key.typed()).unwrap_or(' '),
                );
            }
            partial = true;
        }
        if partial {
            Lookup::Partial
        } else {
            Lookup::Unknown
        }
    }

    /// The keys of a command as text, the first binding first; empty when it has none.
    pub fn keys_of(&self, command: &Command) -> Vec<&str> {
        self.bindings
            .iter()
            .filter(|binding| binding.command.name == command.name)
            .map(|binding| binding.shown.as_str())
            .collect()
    }

    /// The ways to go on after `keys` in a mode: what to press, and the command.
    pub fn continuations(&self, keys: &[Key], when: When) -> Vec<(String, &'static Command)> {
        self.bindings
            .iter()
            .filter(|binding| {
                binding.command.when.meets(when) && binding.strokes.len() > keys.len()
            })
            .filter(|binding| {
                binding
                    .strokes
                    .iter()
                    .zip(keys)
                    .all(|(stroke, key)| stroke.takes(*key))
            })
            .map(|binding| {
                (
                    shown(binding.strokes.get(keys.len()..).unwrap_or_default()),
                    binding.command,
                )
            })
            .collect()
    }

    fn conflict(&self) -> Option<String> {
        for (at, one) in self.bindings.iter().enumerate() {
            for other in self.bindings.iter().skip(at + 1) {
                let length = one.strokes.len().min(other.strokes.len());
                let same = one
                    .strokes
                    .iter()
                    .take(length)
                    .eq(other.strokes.iter().take(length));
                if same
                    && one.command.when.meets(other.command.when)
                    && one.command.name != other.command.name
                {
                    return Some(format!(
                        "the keys {} ({}) and {} ({}) cannot be told apart: free one of them with `none`",
                        one.shown, one.command.name, other.shown, other.command.name
                    ));
                }
            }
        }
        None
    }
}

fn binding(keys: &str, command: &'static Command) -> Result<Binding, String> {
    let strokes = strokes(keys)?;
    Ok(Binding {
        shown: shown(&strokes),
        strokes,
        command,
    })
}

fn strokes(keys: &str) -> Result<Vec<Stroke>, String> {
    let mut strokes = Vec::new();
    for (at, part) in keys.split("<any>").enumerate() {
        if at > 0 {
            strokes.push(Stroke::Any);
        }
        let keys = Key::sequence(part).map_err(|part| format!("“{part}” is not a key"))?;
        strokes.extend(keys.into_iter().map(Stroke::Key));
    }
    Ok(strokes)
}

fn shown(strokes: &[Stroke]) -> String {
    strokes.iter().fold(String::new(), |mut text, stroke| {
        let _ = match stroke {
            Stroke::Any => write!(text, "x"),
            Stroke::Key(key) => write!(text, "{}", short(*key)),
        };
        text
    })
}

fn short(key: Key) -> String {
    match key.code {
        Code::Up if !key.alt => "↑".to_owned(),
        Code::Down if !key.alt => "↓".to_owned(),
        Code::Left if !key.alt => "←".to_owned(),
        Code::Right if !key.alt => "→".to_owned(),
        Code::Tab if !key.shift => "Tab".to_owned(),
        Code::Enter if !key.alt => "Enter".to_owned(),
        Code::Esc => "Esc".to_owned(),
        Code::Char(' ') => "Space".to_owned(),
        Code::PageDown => "PgDn".to_owned(),
        Code::PageUp => "PgUp".to_owned(),
        Code::Home => "Home".to_owned(),
        Code::End => "End".to_owned(),
        Code::Backspace => "BkSp".to_owned(),
        Code::F(n) => format!("F{n}"),
        _ => key.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(keys: &str, name: &str) -> (String, String) {
        (keys.to_owned(), name.to_owned())
    }

    #[test]
    fn the_defaults_have_no_conflict() {
        assert_eq!(Keymap::standard().conflict(), None);
    }

    #[test]
    fn full_partial_unknown() {
        let map = Keymap::standard();
        let look = |keys: &str| map.look_up(&Key::sequence(keys).unwrap(), When::Reading);
        assert!(matches!(look("]"), Lookup::Partial));
        assert!(matches!(look("]q"), Lookup::Full(command, _) if command.name == "next-quotation"));
        assert!(matches!(look("]z"), Lookup::Unknown));
        assert!(matches!(look("mx"), Lookup::Full(command, 'x') if command.name == "set-mark"));
    }

    #[test]
    fn keys_can_be_changed_and_conflicts_are_refused() {
        let map = Keymap::with(&[change("^n", "next-paragraph"), change("j", "none")]).unwrap();
        let command = named("next-paragraph").unwrap();
        assert_eq!(map.keys_of(command), ["↓", "}", "^n"]);
        for (changes, part) in [
            (vec![change("g", "help")], "cannot be told apart"),
            (vec![change("x", "fly")], "no command is called “fly”"),
            (vec![change("<nokey>", "help")], "is not a key"),
        ] {
            assert!(Keymap::with(&changes).unwrap_err().contains(part));
        }
    }

    #[test]
    fn continuations_follow_the_table() {
        let keys = Key::sequence("]").unwrap();
        let shown: Vec<String> = Keymap::standard()
            .continuations(&keys, When::Reading)
            .iter()
            .map(|(keys, command)| format!("{keys} {}", command.short))
            .collect();
        assert_eq!(
            shown.join(", "),
            "j jump on, q quote, f flag, d candidate, n note, t same tag, u unreviewed, o lost, b of the bar"
        );
    }
}
