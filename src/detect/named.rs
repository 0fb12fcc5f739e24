//! What is a name at all, and what only says that somebody spoke.

/// Words that open a noun phrase.
pub(super) const ARTICLES: &str = " the a an this that his her its their our my one some another ";
/// Words that stand for somebody named elsewhere.
const PRONOUNS: &str = " he she they it i we you who him her them his their this that which ";
/// Nouns for people whom nobody can ask, as no name is given.
const PEOPLE: &str = " official officials source sources critic critics expert experts analyst analysts observer observers aide aides \
    adviser advisers advisor advisors insider insiders diplomat diplomats witness witnesses resident residents people person media \
    reports supporter supporters opponent opponents lawmaker lawmakers politician politicians leaders activist activists scientist \
    scientists researcher researchers authorities prosecutors investigators lawyers attorneys economists commentators historians \
    scholars doctors voters protesters some many others several everyone everybody someone somebody most few both ";
/// Nouns for what can be asked or read without a name: bodies and documents.
const BODIES: &str = " ministry police government court agency company office committee council department party paper newspaper \
    magazine university army military union commission bank parliament campaign statement report document paragraph study survey \
    poll letter article law treaty text website indictment filing lawsuit complaint book memo constitution ";
/// Words that a noun phrase goes on with behind its noun.
pub(super) const BEHIND: &str =
    " of for from in at with on by to who that which and close near familiar ";

/// Whether the words name whom one could ask or what one could read: a person, an organisation, a document. "Officials" do not, "the
/// ministry" does.
pub(super) fn is_named(words: &str) -> bool {
    let head = words.split([',', '(']).next().unwrap_or(words);
    let words: Vec<&str> = head.split_whitespace().map(unowned).collect();
    let opens = words.first().is_some_and(|word| is_in(ARTICLES, word));
    let words = words.get(usize::from(opens)..).unwrap_or_default();
    let more = words
        .iter()
        .skip(1)
        .take_while(|word| !is_in(BEHIND, word))
        .count();
    let Some(noun) = words.get(more) else {
        return false;
    };
    let is_definite =
        !head.starts_with("a ") && !head.starts_with("an ") && !head.starts_with("one ");
    !is_in(PEOPLE, noun) && (is_capital(noun) || is_definite && is_in(BODIES, noun))
}

/// Whether the words only stand for somebody named elsewhere.
pub(super) fn is_pronoun(words: &str) -> bool {
    is_in(PRONOUNS, words)
}

/// Whether a word begins with a capital or a digit, or has a capital inside.
pub(super) fn is_capital(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphanumeric());
    letters
        .next()
        .is_some_and(|c| c.is_uppercase() || c.is_numeric())
        || word.chars().skip(1).any(char::is_uppercase)
}

/// Without a possessive ending.
pub(super) fn unowned(word: &str) -> &str {
    let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
    stem.unwrap_or(word)
        .trim_end_matches(['’', '\'', '.', ':', ';'])
}

/// Whether `list`, words between blanks, has `word` in lower case.
pub(super) fn is_in(list: &str, word: &str) -> bool {
    let word = word.to_lowercase();
    !word.is_empty() && list.split_whitespace().any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_can_be_asked() {
        for (words, named) in [
            ("Hulusi Akar", true),
            ("the Kremlin", true),
            ("TurkNWS", true),
            ("the ministry", true),
            ("a report", false),
            ("the sixth paragraph of the tripartite statement", true),
            ("Foreign Ministry spokeswoman Maria Zakharova", true),
            ("Officials", false),
            ("Western officials", false),
            ("a source close to Merkel", false),
            ("Azerbaijani media", false),
            ("a spokesman for the Pentagon", false),
            ("the expert", false),
            ("he", false),
            ("", false),
        ] {
            assert_eq!(is_named(words), named, "{words}");
        }
    }
}
