//! Whether two stretches of YAML say the same, and what else stands in them.

use serde_yaml::Value;

/// What a field or item says, whatever way it is written; None when that is not YAML by itself.
fn value(body: &str) -> Option<Value> {
    let indent = body.len() - body.trim_start_matches(' ').len();
    let dedented: String = body
        .split_inclusive('\n')
        .map(|line| {
            line.get(indent.min(line.len() - line.trim_start_matches(' ').len())..)
                .unwrap_or_default()
        })
        .collect();
    serde_yaml::from_str(&dedented).ok()
}

/// What a field says under `key`, if that is one text.
pub(super) fn text_of(body: &str, key: &str) -> Option<String> {
    value(body)?.get(key)?.as_str().map(str::to_owned)
}

/// Whether two bodies say the same.
pub(super) fn same(a: &str, b: &str) -> bool {
    a == b || value(a).is_some_and(|is| Some(is) == value(b))
}

/// Whether `dropped` has a comment that `base` has not and that `kept` would not show.
pub(super) fn hides_comment(base: &str, kept: &str, dropped: &str) -> bool {
    let comment = |line: &str| {
        let words = line.trim();
        let start = if words.starts_with('#') {
            Some(0)
        } else {
            words.find(" #")
        };
        start
            .and_then(|at| words.get(at..))
            .map(|text| text.trim().to_owned())
    };
    dropped
        .lines()
        .filter(|line| !base.lines().any(|known| known == *line))
        .filter_map(comment)
        .any(|comment| !base.contains(&comment) && !kept.contains(&comment))
}

/// Two changes of comments made into one: merged by lines; where that does not go, ours and then the lines of theirs that
/// are new.
pub(super) fn comments(base: &str, ours: &str, theirs: &str) -> String {
    if ours == theirs || theirs == base {
        return ours.to_owned();
    }
    if ours == base {
        return theirs.to_owned();
    }
    diffy::merge(base, ours, theirs).unwrap_or_else(|_| {
        let known = |line: &&str| {
            !ours
                .lines()
                .chain(base.lines())
                .any(|other| other.trim() == line.trim())
        };
        let new = theirs.split_inclusive('\n').filter(known);
        new.fold(ours.to_owned(), |text, line| text + line)
    })
}
