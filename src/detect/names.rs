//! Who is the same under several names, and what is a name at all.

use crate::detect::named::{List, is_capital, is_named, unowned};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// The names of an article, ready to be asked which of them mean the same.
///
/// "Minister Hulusi Akar", "Hulusi Akar" and "Akar" are one, the fullest. A shorter name is a longer one when it is its end, or has its
/// first and last word, or is made of its initials; and only when no other name of the article could be meant, too: "Clinton" beside
/// "Bill Clinton" and "Hillary Clinton" stays by itself. Titles, articles and what stands behind a comma are no part of a name.
///
/// Misses: first names alone, nicknames, a name in another spelling; two people of exactly the same name are one.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// The place of each name, by the name in lower case without title.
    places: HashMap<String, usize>,
    /// How each is written, without title.
    written: Vec<String>,
    /// The place of the fullest name for each.
    fullest: Vec<usize>,
}

/// Most names with the same last word, or the same initials, that are compared.
const COMPARED: usize = 64;

impl Names {
    /// The names of an article, in any order; those that come first in it decide how a name is written.
    pub fn new<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let mut known: Vec<Name> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut seen: HashSet<&str> = HashSet::new();
        let new = names.into_iter().filter(|name| seen.insert(name));
        for name in new.filter(|name| is_named(name)) {
            let name = Name::new(name);
            if !places.contains_key(&name.key) {
                places.insert(name.key.clone(), known.len());
                known.push(name);
            }
        }
        let has_acronyms = known.iter().any(|name| name.is_acronym);
        let mut likely: HashMap<Cow<'_, str>, Vec<usize>> = HashMap::new();
        for (place, name) in known.iter().enumerate() {
            let initials = name.initials().filter(|_| has_acronyms);
            let keys = name.last().map(Cow::Borrowed).into_iter();
            for key in keys.chain(initials.map(Cow::Owned)) {
                likely.entry(key).or_default().push(place);
            }
        }
        let all = known.iter().enumerate();
        let fullest = all.map(|(place, name)| longer(name, &known, &likely).unwrap_or(place));
        let fullest = fullest.collect();
        Self {
            places,
            written: known.into_iter().map(|name| name.written).collect(),
            fullest,
        }
    }

    /// The fullest name of whoever `name` means; `name` itself where nothing fuller is known.
    pub fn fullest<'n>(&'n self, name: &'n str) -> &'n str {
        let words = proper(name).unwrap_or_else(|| without_article(name));
        let place = self.places.get(&lower(&words));
        let fullest = place.and_then(|place| self.written.get(*self.fullest.get(*place)?));
        fullest.map_or(name, String::as_str)
    }
}

/// The place of the one name that `name` is short for, if there is exactly one.
fn longer(
    name: &Name,
    known: &[Name],
    likely: &HashMap<Cow<'_, str>, Vec<usize>>,
) -> Option<usize> {
    let places = likely.get(name.last()?)?;
    if places.len() > COMPARED {
        return None;
    }
    let all = places
        .iter()
        .filter_map(|place| Some((*place, known.get(*place)?)));
    let candidates: Vec<(usize, &Name)> =
        all.filter(|(_, other)| name.is_short_for(other)).collect();
    let is_fullest = |(_, one): &&(usize, &Name)| {
        let mut others = candidates.iter();
        !others.any(|(_, other)| one.is_short_for(other))
    };
    let mut fullest = candidates.iter().filter(is_fullest);
    let (first, _) = fullest.next()?;
    fullest.next().is_none().then_some(*first)
}

/// A name in its parts.
#[derive(Debug)]
struct Name {
    /// As it is written, without title.
    written: String,
    /// Its words in lower case, with single spaces between them.
    key: String,
    /// Whether it is one word of capitals.
    is_acronym: bool,
}

impl Name {
    fn new(name: &str) -> Self {
        let proper = proper(name);
        let written = proper
            .as_ref()
            .map_or(name.to_owned(), |words| words.join(" "));
        let words = proper.unwrap_or_else(|| without_article(name));
        Self {
            written,
            key: lower(&words),
            is_acronym: words.len() == 1
                && words
                    .iter()
                    .all(|word| word.chars().count() > 1 && word.chars().all(char::is_uppercase)),
        }
    }

    fn last(&self) -> Option<&str> {
        self.words().next_back()
    }

    fn words(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.key.split(' ')
    }

    /// The initials of its capitalised words, where it has several.
    fn initials(&self) -> Option<String> {
        let capitals = self
            .written
            .split(' ')
            .filter_map(|word| word.chars().next());
        let initials: String = capitals.filter(|c| c.is_uppercase()).collect();
        (initials.chars().count() > 1).then(|| initials.to_lowercase())
    }

    fn is_short_for(&self, other: &Self) -> bool {
        let len = self.words().count();
        let fewer = len < other.words().count();
        let ends = || {
            let before = other.key.strip_suffix(&self.key);
            before.is_some_and(|before| before.ends_with(' '))
        };
        let skips = || {
            len > 1 && self.words().next() == other.words().next() && self.last() == other.last()
        };
        let abbreviates = || self.is_acronym && other.initials().as_deref() == self.last();
        fewer && (ends() || skips() || abbreviates())
    }
}

/// The words of a name: up to a comma or bracket, without possessive endings, without what stands before a title and with it, and
/// without lower-case words before it. Nothing where the noun is no name: "Turkish officials", "the mayor of Oslo".
fn proper(name: &str) -> Option<Vec<&str>> {
    let words = words(name);
    let behind = words.iter().skip(1).position(|word| List::Behind.has(word));
    let noun = behind.map_or(words.len(), |at| at + 1);
    let phrase = words.get(..noun)?;
    let is_title = |word: &&str| List::Titles.has(word.trim_end_matches('.'));
    let titles = phrase.iter().rposition(is_title).map_or(0, |at| at + 1);
    let lower = phrase
        .iter()
        .skip(titles)
        .take_while(|word| !is_capital(word))
        .count();
    let is_name = titles + lower < noun && is_capital(phrase.last()?);
    is_name.then(|| words.iter().skip(titles + lower).copied().collect())
}

/// The words of a noun phrase without the articles before it; everything where nothing would be left.
fn without_article(name: &str) -> Vec<&str> {
    let words = words(name);
    let articles = words
        .iter()
        .take_while(|word| List::Articles.has(word))
        .count();
    let rest = words.get(articles..).filter(|rest| !rest.is_empty());
    rest.map_or(words.clone(), <[&str]>::to_vec)
}

/// Words in lower case, with single spaces between them.
fn lower(words: &[&str]) -> String {
    words.join(" ").to_lowercase()
}

fn words(name: &str) -> Vec<&str> {
    let head = name.split([',', '(']).next().unwrap_or(name);
    head.split_whitespace().map(unowned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of an article | one of them, or another | the fullest of it.
    const CASES: &str = "\
Akar; Minister Hulusi Akar | Akar | Hulusi Akar
Hulusi Akar; Akar | Turkish Defence Minister Akar | Hulusi Akar
Bill Clinton; Hillary Clinton; Clinton | Clinton | Clinton
Hillary Clinton; Hillary Rodham Clinton | Hillary Clinton | Hillary Rodham Clinton
Hillary Rodham Clinton; Hillary Clinton; Clinton | Clinton | Hillary Rodham Clinton
Donald Trump Jr.; Donald Trump; Trump | Trump | Donald Trump
the Russian Foreign Ministry; Foreign Ministry | the Foreign Ministry | Russian Foreign Ministry
Ida Lund; Oslo | the mayor of Oslo | the mayor of Oslo
Foreign Ministry; Interior Ministry; Ministry | the Ministry | Ministry
Organization of Turkic States; OTS | the OTS | Organization of Turkic States
General Motors; Motors | General Motors | General Motors
the Justice Department; Department | Justice Department | Justice Department
Turkish officials; officials | officials | officials
political scientist Shahin Jafarli | Jafarli | Jafarli
Shahin Jafarli; Jafarli | political scientist Shahin Jafarli | Shahin Jafarli
Vladimir Avatkov, a turkologist | Vladimir Avatkov | Vladimir Avatkov
Ursula von der Leyen; von der Leyen | von der Leyen | Ursula von der Leyen";

    #[test]
    fn one_person_under_several_names() {
        for line in CASES.lines() {
            let parts: Vec<&str> = line.split(" | ").collect();
            let [names, name, fullest] = parts[..] else {
                unreachable!("{line}");
            };
            let known = Names::new(names.split("; "));
            assert_eq!(known.fullest(name), fullest, "{line}");
        }
    }

    #[test]
    fn many_of_one_last_name_stay_apart_and_cost_little() {
        let names: Vec<String> = (0..20_000).map(|n| format!("A{n} Smith")).collect();
        let known = Names::new(names.iter().map(String::as_str).chain(["Smith"]));
        assert_eq!(known.fullest("Smith"), "Smith");
    }
}
