//! Copying words.

use crate::app::effect::Effect;
use crate::app::fit::quoted;
use crate::app::mode::Mode;
use crate::app::state::State;
use crate::app::update::subject::subject;
use crate::text::word_count;

/// Copies the words here; with their source: in quotation marks, with the article's name and the paragraph.
pub(super) fn copy(state: &mut State, with_source: bool) -> Vec<Effect> {
    let Some(span) = subject(state).span() else {
        state.tell("its words are gone from the article: there is nothing to copy");
        return Vec::new();
    };
    let article = &state.desk.article;
    let words = span.of(&article.text);
    let (first, last) = (
        article.paragraph_at(span.start) + 1,
        article.paragraph_at(span.end.saturating_sub(1)) + 1,
    );
    let place = if first == last {
        format!("¶{first}")
    } else {
        format!("¶{first}–{last}")
    };
    let text = if with_source {
        format!("{} ({}, {place})", quoted(words), article.name)
    } else {
        words.to_owned()
    };
    let count = word_count(words);
    let words = if count == 1 {
        "1 word".to_owned()
    } else {
        format!("{count} words")
    };
    state.tell(format!(
        "copied {words} of {place}{}",
        if with_source { " with source" } else { "" }
    ));
    if let Mode::Selecting(selection) = state.mode {
        state.cursor = selection.span().start;
        state.mode = Mode::Reading;
    }
    vec![Effect::Copy(text)]
}
