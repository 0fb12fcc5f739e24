//! What a project silences: lines put into its list and taken out.

use crate::notes::{Lexicon, LexiconEdit, Silence};
use crate::store::yaml::edit::{Edit, Outcome, Refusal};
use crate::store::yaml::layout::{FieldPlace, ItemPlace, MappingPlace, content, keeps_blank_lines};
use crate::store::yaml::lexicon::{field, item, lexicon, whole};
use crate::store::yaml::splice::Splices;
use crate::text::Span;
use yaml_edit::{Sequence, YamlNode};

/// `text`, which says `old`, after `edit`; and what it says then. None stands for a file that is not there.
///
/// What comes back was read again and says what it should.
pub(in crate::store) fn silenced(
    text: Option<&str>,
    old: &Lexicon,
    edit: &LexiconEdit,
) -> Result<(String, Lexicon), Refusal> {
    let mut new = old.clone();
    if !edit.apply(&mut new) {
        return Ok((text.unwrap_or_default().to_owned(), new));
    }
    let changed = match text {
        Some(text) => edited(text, old, edit)?,
        None => new.silence.first().map(whole).unwrap_or_default(),
    };
    match lexicon(&changed) {
        Ok(read) if read == new => Ok((changed, read)),
        _ => Err(refusal("the way this file is written")),
    }
}

fn refusal(what: &str) -> Refusal {
    Refusal(format!(
        "cannot be changed without rewriting it: {what}; write each `- rule:` under `silence:` on its own line"
    ))
}

fn edited(text: &str, old: &Lexicon, edit: &LexiconEdit) -> Result<String, Refusal> {
    let mut text = text.to_owned();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    let top = match content(&text) {
        Some(YamlNode::Mapping(top)) => MappingPlace::of(&text, &top),
        Some(_) => return Err(refusal("it is a list")),
        None => return Ok(with_field(&text, edit)),
    };
    if top.flow {
        return Err(refusal("it is written in braces"));
    }
    if !top.complete {
        return Err(refusal("a key that is not a plain word"));
    }
    let Some(place) = top.field("silence") else {
        return Ok(with_field(&text, edit));
    };
    let mut change = Edit {
        text: &text,
        splices: Splices::default(),
    };
    match &place.node {
        Some(YamlNode::Sequence(list)) if !list.is_empty() => {
            change.silences(place, list, old, edit)?;
        }
        _ => change.first_silence(place, edit),
    }
    Ok(change.splices.apply(&text))
}

/// `text` with a list at its end.
fn with_field(text: &str, edit: &LexiconEdit) -> String {
    match edit {
        LexiconEdit::Silence(line) => {
            let close = text.is_empty() || text.ends_with("\n\n") || keeps_blank_lines(text);
            let gap = if close { "" } else { "\n" };
            let mut splices = Splices::default();
            splices.insert(text.len(), format!("{gap}{}", field(line)));
            splices.apply(text)
        }
        LexiconEdit::Lift(_) => text.to_owned(),
    }
}

impl Edit<'_> {
    /// Fills an empty list: `silence:`, `silence: []`, `silence: ~`.
    fn first_silence(&mut self, place: &FieldPlace, edit: &LexiconEdit) {
        if let LexiconEdit::Silence(line) = edit {
            self.splices.cut(Span::new(place.colon, place.value.end));
            self.splices.insert(place.end, item(line, 2));
        }
    }

    fn silences(
        &mut self,
        place: &FieldPlace,
        list: &Sequence,
        old: &Lexicon,
        edit: &LexiconEdit,
    ) -> Outcome {
        if list.is_flow_style() {
            return Err(refusal("its silences are in brackets"));
        }
        let items = ItemPlace::all(self.text, list)
            .filter(|items| items.len() == old.silence.len())
            .ok_or_else(|| refusal("its list of silences"))?;
        match edit {
            LexiconEdit::Silence(line) => self.put_silence(&items, old, line),
            LexiconEdit::Lift(line) => {
                let gone = |at: &usize| old.silence.get(*at) == Some(line);
                let cut: Vec<usize> = (0..items.len()).filter(gone).collect();
                for at in &cut {
                    self.cut_item(&items, *at);
                }
                if cut.len() == items.len() {
                    self.splices.insert(place.colon, " []");
                }
            }
        }
        Ok(())
    }

    /// Puts a line before the first that sorts after it, else behind the last.
    fn put_silence(&mut self, items: &[ItemPlace], old: &Lexicon, line: &Silence) {
        let next = old.silence.iter().position(|other| other > line);
        let next = next.and_then(|at| items.get(at));
        let Some(neighbour) = next.or(items.last()) else {
            return;
        };
        let place = match next {
            Some(next) => self.start_with_comments(next),
            None => neighbour.end_with_comments(self.text),
        };
        self.splices.insert(place, item(line, neighbour.indent));
    }
}
