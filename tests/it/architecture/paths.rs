//! The paths that Rust source names, without comments, strings and test modules.

/// A path such as `crate::text::Span`.
#[derive(Debug)]
pub(crate) struct UsedPath {
    /// Its names in order.
    pub(crate) names: Vec<String>,
    /// Line of its last name, from 1.
    pub(crate) line: usize,
}

impl UsedPath {
    pub(crate) fn starts_with(&self, names: &[&str]) -> bool {
        self.names.len() >= names.len() && self.names.iter().zip(names).all(|(a, b)| a == b)
    }
}

/// Every path of `source`; groups (`a::{b, c}`) are written out. Misses: paths made by macros.
pub(crate) fn used_paths(source: &str) -> Vec<UsedPath> {
    let tokens = without_tests(tokens(source));
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        at = path(&tokens, at, &[], &mut found).max(at + 1);
    }
    found
}

/// A name, or one character of punctuation (`::` counts as one).
struct Token {
    text: String,
    line: usize,
}

/// Reads the path at `at` behind `prefix` and returns where it ends.
fn path(tokens: &[Token], mut at: usize, prefix: &[String], found: &mut Vec<UsedPath>) -> usize {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    let is_name = |at: usize| text(at).starts_with(|c: char| c.is_alphabetic() || c == '_');
    let mut names = prefix.to_vec();
    let mut line = 0;
    while is_name(at) {
        names.push(text(at).to_owned());
        line = tokens[at].line;
        at += 1;
        if text(at) != "::" {
            break;
        }
        at += 1;
        if text(at) == "{" {
            at += 1;
            while at < tokens.len() && text(at) != "}" {
                at = path(tokens, at, &names, found);
                while !["", ",", "}"].contains(&text(at)) {
                    at += 1;
                }
                at += usize::from(text(at) == ",");
            }
            return at + 1;
        }
    }
    if line > 0 {
        found.push(UsedPath { names, line });
    }
    at
}

/// Drops every `#[cfg(test)] mod … { … }`.
fn without_tests(tokens: Vec<Token>) -> Vec<Token> {
    const TEST: [&str; 8] = ["#", "[", "cfg", "(", "test", ")", "]", "mod"];
    let mut kept = Vec::new();
    let mut rest = tokens.into_iter().peekable();
    while let Some(token) = rest.next() {
        kept.push(token);
        let from = kept.len().saturating_sub(TEST.len());
        if !kept[from..]
            .iter()
            .map(|token| token.text.as_str())
            .eq(TEST)
        {
            continue;
        }
        kept.truncate(from);
        let mut depth = 0;
        for token in rest.by_ref() {
            match token.text.as_str() {
                "{" => depth += 1,
                "}" => depth -= 1,
                ";" => {}
                _ => continue,
            }
            if depth == 0 {
                break;
            }
        }
    }
    kept
}

fn tokens(source: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut rest = source;
    let mut line = 1;
    while let Some(c) = rest.chars().next() {
        let length = blank(rest).unwrap_or_else(|| {
            let name = rest
                .find(|c: char| !(c.is_alphanumeric() || c == '_'))
                .unwrap_or(rest.len());
            let length = match name {
                0 if rest.starts_with("::") => 2,
                0 => c.len_utf8(),
                _ => name,
            };
            if !c.is_whitespace() {
                let text = rest[..length].to_owned();
                found.push(Token { text, line });
            }
            length
        });
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    found
}

/// Length of the comment, string or character that `rest` begins with.
fn blank(rest: &str) -> Option<usize> {
    let end = |from: usize, mark: &str| {
        rest[from..]
            .find(mark)
            .map_or(rest.len(), |at| from + at + mark.len())
    };
    if rest.starts_with("//") {
        return Some(end(2, "\n"));
    }
    if rest.starts_with("/*") {
        return Some(end(2, "*/"));
    }
    let raw = rest.strip_prefix('b').unwrap_or(rest);
    if let Some(hashes) = raw
        .strip_prefix('r')
        .map(|raw| raw.len() - raw.trim_start_matches('#').len())
    {
        let open = rest.len() - raw.len() + 1 + hashes;
        if rest[open..].starts_with('"') {
            return Some(end(open + 1, &format!("\"{}", "#".repeat(hashes))));
        }
    }
    if rest.starts_with('"') {
        return Some(closed(rest, '"'));
    }
    // A lifetime has no second quote right after its first character.
    let mut inside = rest.strip_prefix('\'')?.chars();
    let is_char = inside.next()? == '\\' || inside.next()? == '\'';
    is_char.then(|| closed(rest, '\''))
}

/// Length of a literal whose mark may be escaped inside.
fn closed(rest: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        if c == mark && !escaped {
            return at + c.len_utf8();
        }
        escaped = c == '\\' && !escaped;
    }
    rest.len()
}

#[test]
fn paths_are_written_out() {
    let source = r##"
        //! crate::comment
        use crate::{text::{Span, fold}, notes as n}; /* crate::gone */
        fn f<'a>(x: &'a str) -> char { let _ = ("crate::\"string", r#"a "crate::raw" b"#, '"', '\''); std::env::args(); 'x' }
        #[cfg(test)]
        mod tests { use super::*; fn g() { { crate::inside::x() } } }
        mod last;
    "##;
    let names: Vec<String> = used_paths(source)
        .into_iter()
        .filter(|path| path.names.len() > 1)
        .map(|path| format!("{}:{}", path.line, path.names.join("::")))
        .collect();
    assert_eq!(
        names,
        [
            "3:crate::text::Span",
            "3:crate::text::fold",
            "3:crate::notes",
            "4:std::env::args"
        ]
    );
}
