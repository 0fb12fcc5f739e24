//! A change of a few annotations in a long file: only the lines around them are taken apart.

use crate::notes::{Annotation, Id, Notebook};
use crate::store::yaml::edit::edited;
use crate::store::yaml::place::line_start;
use crate::store::yaml::scalar::scalar;
use crate::text::Span;

/// Annotations of a file that is long.
const LONG: usize = 100;

/// Unchanged annotations on either side that are taken along: they show how the file is written.
const AROUND: usize = 4;

/// Annotations for which taking apart the whole file costs no more.
const FEW: usize = 50;

/// `text`, which says `old`, with the change to `new` made in the lines around it. None where nothing but annotations may
/// have changed, where too many did, or where those lines are not plainly seen.
///
/// What comes back has to be read again: whether those lines were the right ones shows only then.
pub(super) fn windowed(text: &str, old: &Notebook, new: &Notebook) -> Option<String> {
    let rest_is_same = old.reader == new.reader
        && old.article == new.article
        && old.reviewed == new.reviewed
        && old.imported == new.imported;
    let (was, is) = (&old.annotations, &new.annotations);
    if !rest_is_same || was.len() < LONG {
        return None;
    }
    let head = was.iter().zip(is).take_while(|(was, is)| was == is).count();
    let shorter = was.len().min(is.len()) - head;
    let pairs = was.iter().rev().zip(is.iter().rev()).take(shorter);
    let tail = pairs.take_while(|(was, is)| was == is).count();
    let from = head.saturating_sub(AROUND);
    let kept = tail.saturating_sub(AROUND);
    let (was, is) = (
        was.get(from..was.len() - kept)?,
        is.get(from..is.len() - kept)?,
    );
    if was.len() > FEW || is.len() > FEW {
        return None;
    }
    let start = item_start(text, &was.first()?.id)?;
    let end = match old.annotations.get(from + was.len()) {
        Some(next) => item_start(text, &next.id)?,
        None => text.len(),
    };
    let crlf = text.split_once('\n')?.0.ends_with('\r');
    let key = if crlf {
        "annotations:\r\n"
    } else {
        "annotations:\n"
    };
    let window = key.to_owned() + text.get(start..end)?;
    let part = |annotations: &[Annotation]| Notebook {
        reader: old.reader.clone(),
        article: old.article.clone(),
        annotations: annotations.to_vec(),
        reviewed: old.reviewed.clone(),
        imported: old.imported.clone(),
    };
    let changed = edited(&window, &part(was), &part(is)).ok()?;
    let lines = changed.strip_prefix(key)?;
    Some([text.get(..start)?, lines, text.get(end..)?].concat())
}

/// Where the line with the dash of annotation `id` starts, if one line alone looks like it.
fn item_start(text: &str, id: &Id) -> Option<usize> {
    let dash = format!("- id: {}", scalar(&id.0));
    let mut found = text.match_indices(&dash).filter(|(at, _)| {
        let before = Span::new(line_start(text, *at), *at).of(text);
        let after = text.get(at + dash.len()..).unwrap_or_default();
        before.bytes().all(|byte| byte == b' ') && after.starts_with(['\n', '\r', ' '])
    });
    let (at, _) = found.next()?;
    found.next().is_none().then(|| line_start(text, at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::{ArticleRef, At, Selector};
    use crate::store::yaml::{notebook, whole};
    use proptest::prelude::*;

    fn annotation(n: usize) -> Annotation {
        Annotation {
            id: Id(format!("n{n}")),
            at: Some(At {
                paragraph: n + 1,
                column: 1,
            }),
            selector: Selector {
                quote: format!("words {n}"),
                ..Selector::default()
            },
            note: Some(format!("One.\n\n# two {n}")),
            ..Annotation::default()
        }
    }

    fn long() -> Notebook {
        let article = ArticleRef {
            path: "a.txt".into(),
            sha256: "00".into(),
        };
        Notebook {
            annotations: (0..LONG).map(annotation).collect(),
            ..Notebook::new("Anna", article)
        }
    }

    /// The file with comments, odd places and something behind the list.
    fn text(notebook: &Notebook) -> String {
        let text = whole(notebook) + "# the end\nappendix:\n  - id: n3x\n";
        let text = text.replace(
            "  - id: n50\n",
            "  # above fifty\n  - id: n50   # fifty\n    weight: 3\n",
        );
        text.replace(
            "    quote: words 52\n",
            "    quote: 'words 52'\n      # deep\n",
        )
    }

    proptest! {
        #[test]
        fn a_window_changes_what_the_whole_would(at in 0..LONG, many in 0usize..4, kind in 0usize..4, crlf in any::<bool>()) {
            let old = long();
            let text = text(&old);
            let text = if crlf { text.replace('\n', "\r\n") } else { text };
            let mut new = old.clone();
            for at in at..(at + many).min(LONG) {
                match kind {
                    0 => new.annotations[at].note = Some("new\ntext".into()),
                    1 => new.annotations[at].tags = vec!["a".into(), "no".into()],
                    2 => { new.annotations.remove(at.min(new.annotations.len() - 1)); }
                    _ => new.annotations.insert(at, annotation(1_000 + at)),
                }
            }
            prop_assert_eq!(&notebook(&text, &old).unwrap(), &old);
            let quick = windowed(&text, &old, &new).unwrap();
            prop_assert_eq!(&quick, &edited(&text, &old, &new).unwrap());
            prop_assert_eq!(&notebook(&quick, &old).unwrap(), &new);
        }
    }

    #[test]
    fn lines_that_look_like_an_annotation_are_not_taken_for_one() {
        let old = long();
        let mut new = old.clone();
        new.annotations[40].note = None;
        let copy = whole(&old).replace("annotations:", "older: |");
        let (_, copy) = copy.split_once("sha256: '00'").unwrap();
        let text = whole(&old) + "older: |\n" + copy.split_once("older: |\n").unwrap().1;
        assert_eq!(notebook(&text, &old).unwrap(), old);
        assert_eq!(windowed(&text, &old, &new), None);
        let changed = crate::store::yaml::changed(&text, &old, &new).unwrap();
        assert_eq!(changed.1, new);
        assert!(
            changed
                .0
                .ends_with(copy.split_once("older: |\n").unwrap().1)
        );
    }
}
