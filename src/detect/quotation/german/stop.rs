//! Stops that do not end a German sentence: am 5. August, 3,5 Mio. Euro.

use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::token::Kind;

/// Abbreviations after which a sentence goes on, without their stop.
const SHORT: &[&str] = &[
    "Abs", "Art", "Az", "Bd", "Hl", "Mio", "Mrd", "Nr", "Prof", "Sog", "St", "Str", "Tel", "Vgl",
    "bzw", "ca", "ehem", "etc", "geb", "gem", "ggf", "inkl", "jr", "lt", "rd", "sen", "sog", "ugs",
    "usw", "vgl", "zzgl",
];

/// Whether a sentence goes on behind the stop at `stop`: that of an abbreviation, of a day or of a rank.
pub(in crate::detect::quotation) fn goes_on(p: &Passage, stop: usize) -> bool {
    let before = p.before(stop);
    if !p.token(stop).is_sign(".") || !before.is_word() {
        return false;
    }
    // A year has more digits.
    let ordinal = before.kind == Kind::Number && before.span.len() < 3;
    let word = p.word(stop.wrapping_sub(1));
    let letter = word.chars().nth(1).is_none();
    ordinal || letter || SHORT.contains(&word)
}
