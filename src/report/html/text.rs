//! A paragraph's text with its passages marked.
//!
//! Marks may overlap in any way, elements may not: the text is cut wherever a mark begins or ends, and every piece knows all
//! marks it lies in.

use crate::report::html::passage::{Look, Passage, What};
use crate::report::html::safe::line;
use crate::report::html::sheet::Sheet;
use crate::text::{Span, visible};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// Most reasons that are shown over one piece.
const REASONS: usize = 4;

/// The text of paragraph `index` (from 0).
pub(super) fn text(sheet: &Sheet, index: usize) -> Markup {
    let article = sheet.reading.article;
    let paragraph = article.paragraph(index);
    let marks: Vec<Mark> = sheet
        .on(paragraph)
        .into_iter()
        .map(|passage| Mark {
            passage,
            look: passage.look(article),
        })
        .collect();
    let pieces = pieces(paragraph, &marks);
    html! {
        @for piece in &pieces { (piece.markup(&article.text, paragraph)) }
    }
}

/// A passage and how it looks.
struct Mark<'s, 'a> {
    passage: &'s Passage<'a>,
    look: Look,
}

/// A stretch of text that lies in the same marks all over.
#[derive(Default)]
struct Piece<'s, 'a> {
    span: Span,
    looks: BTreeSet<Look>,
    /// Those that begin here.
    begin: Vec<&'s Passage<'a>>,
    /// Those that end here.
    end: Vec<&'s Passage<'a>>,
    /// What argues here, the shortest first; no more than are shown.
    argues: Vec<&'s Passage<'a>>,
}

fn pieces<'s, 'a>(paragraph: Span, marks: &[Mark<'s, 'a>]) -> Vec<Piece<'s, 'a>> {
    let spans = marks.iter().map(|mark| mark.passage.span);
    let ends = spans.flat_map(|span| [span.start, span.end]);
    let inside = ends.filter(|at| paragraph.start < *at && *at < paragraph.end);
    let mut edges: Vec<usize> = inside.chain([paragraph.start, paragraph.end]).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut by_end: Vec<usize> = (0..marks.len()).collect();
    by_end.sort_by_key(|n| marks.get(*n).map(|mark| mark.passage.span.end));
    let (mut starts, mut ends) = (
        marks.iter().enumerate().peekable(),
        by_end.iter().peekable(),
    );
    let mut sweep = Sweep::default();
    let mut pieces = Vec::with_capacity(edges.len());
    for pair in edges.windows(2) {
        let [start, end] = pair else { continue };
        let mut piece = Piece {
            span: Span::new(*start, *end),
            ..Piece::default()
        };
        while let Some((n, mark)) = starts.next_if(|(_, mark)| mark.passage.span.start <= *start) {
            sweep.enter(n, mark);
            piece.begin.push(mark.passage);
        }
        piece.looks = sweep.looks();
        let argues = sweep.argues.iter().take(REASONS);
        piece.argues = argues
            .filter_map(|(_, n)| Some(marks.get(*n)?.passage))
            .collect();
        while let Some(n) =
            ends.next_if(|n| marks.get(**n).is_some_and(|m| m.passage.span.end <= *end))
        {
            if let Some(mark) = marks.get(*n) {
                sweep.leave(*n, mark);
                piece.end.push(mark.passage);
            }
        }
        pieces.push(piece);
    }
    pieces
}

/// The marks that are open where the sweep over a paragraph has come to.
#[derive(Default)]
struct Sweep {
    open: BTreeSet<(Look, usize)>,
    /// What argues, by length.
    argues: BTreeSet<(usize, usize)>,
}

impl Sweep {
    fn enter(&mut self, n: usize, mark: &Mark) {
        self.open.insert((mark.look, n));
        if matches!(mark.look, Look::Open | Look::Flag) {
            self.argues.insert((mark.passage.span.len(), n));
        }
    }

    fn leave(&mut self, n: usize, mark: &Mark) {
        self.open.remove(&(mark.look, n));
        self.argues.remove(&(mark.passage.span.len(), n));
    }

    fn looks(&self) -> BTreeSet<Look> {
        let is_open = |look: &Look| {
            self.open
                .range((*look, 0)..=(*look, usize::MAX))
                .next()
                .is_some()
        };
        Look::ALL.into_iter().filter(is_open).collect()
    }
}

impl Piece<'_, '_> {
    fn markup(&self, text: &str, paragraph: Span) -> Markup {
        let words = visible(self.span.of(text));
        let focusable = self
            .end
            .iter()
            .any(|passage| matches!(passage.what, What::Open(..)));
        html! {
            @for passage in &self.begin { (begins(passage, paragraph)) }
            @if self.looks.is_empty() {
                (words)
                (self.brackets())
            } @else {
                mark class=(self.classes()) tabindex=[focusable.then_some("0")] {
                    (words)
                    (self.brackets())
                    (self.reasons())
                }
            }
            // Behind the mark, so that it is not underlined and never begins a line.
            @for passage in &self.end { (number(passage)) }
        }
    }

    /// The ends of what was announced, for those who hear the page.
    fn brackets(&self) -> Markup {
        html! { @for _ in &self.end { span.sr { "]" } } }
    }

    fn classes(&self) -> String {
        let classes: Vec<&str> = self.looks.iter().map(|look| look.class()).collect();
        classes.join(" ")
    }

    /// What is shown while the pointer or the focus is here. The margin says the same, so it is not read out again.
    fn reasons(&self) -> Markup {
        html! {
            @if !self.argues.is_empty() {
                span.pop aria-hidden="true" {
                    @for (what, why) in self.argues.iter().filter_map(|passage| passage.why()) {
                        span.why { b { (line(&what)) } " " bdi { (line(&why)) } }
                    }
                }
            }
        }
    }
}

/// What those hear for whom a mark is not to be seen; where the passage begins, links lead here.
fn begins(passage: &Passage, paragraph: Span) -> Markup {
    let begins = paragraph.start <= passage.span.start;
    let id = match &passage.what {
        What::Said(said) => format!("m{}", said.number),
        What::Open(number, _) => format!("f{number}"),
        What::Quoted(number, _) => format!("q{number}"),
    };
    html! {
        span.sr id=[begins.then_some(id)] {
            "[" (line(&passage.spoken())) @if !begins { ", continued" } ": "
        }
    }
}

/// The number of a reader's note, where its passage ends.
fn number(passage: &Passage) -> Markup {
    html! {
        @if let What::Said(said) = &passage.what {
            a.ref href={ "#n" (said.number) } aria-label={ "note " (said.number) } { (said.number) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::detect::Strictness;
    use crate::notes::{Anchor, Annotation, Codebook, Notebook};
    use crate::report::{AnchoredNotebook, Exchange, Reading};
    use proptest::prelude::*;

    const TEXT: &str = "Some <b>words</b> & “more”\u{1b} of them.";

    /// What is to be seen of the first paragraph, with these passages annotated; every other one flagged.
    fn seen(spans: &[(usize, usize)]) -> String {
        let article = Article::new("a", TEXT);
        let annotations = (0..spans.len()).map(|n| Annotation {
            flag: (n % 2 == 0).then(|| "fear".to_owned()),
            reason: Some("why".to_owned()),
            ..Annotation::default()
        });
        let notebook = Notebook {
            annotations: annotations.collect(),
            ..Notebook::default()
        };
        let boundary = |at: usize| (0..=at).rev().find(|at| TEXT.is_char_boundary(*at));
        let spans = spans
            .iter()
            .filter_map(|(a, b)| Some(Span::new(boundary(*a)?, boundary(*b)?)));
        let anchors: Vec<Anchor> = spans.map(Anchor::Found).collect();
        let reading = Reading {
            article: &article,
            notebooks: vec![AnchoredNotebook {
                notebook: &notebook,
                anchors: &anchors,
            }],
            findings: &[],
            codebook: &Codebook::default(),
            level: Strictness::Normal,
            date: String::new(),
            exchange: Exchange::default(),
        };
        text(&Sheet::of(&reading), 0).into_string()
    }

    /// Without what is hidden, numbers, reasons and elements.
    fn words(markup: &str) -> String {
        let mut words = String::new();
        let (mut hidden, mut depth) = (None, 0);
        for part in markup.split('<') {
            let (tag, rest) = part.split_once('>').unwrap_or(("", part));
            if tag.starts_with('/') {
                depth -= 1;
                hidden = hidden.filter(|outer| *outer <= depth);
            } else if !tag.is_empty() {
                depth += 1;
                let hides = ["sr\"", "pop\"", "ref\""]
                    .iter()
                    .any(|class| tag.contains(class));
                hidden = hidden.or(hides.then_some(depth));
            }
            if hidden.is_none() {
                words.push_str(rest);
            }
        }
        assert_eq!(depth, 0, "{markup}");
        words
    }

    #[test]
    fn marks_that_cross_are_cut() {
        let markup = seen(&[(0, 10), (5, 17)]);
        let marks = markup.matches("<mark").count();
        assert_eq!((marks, markup.matches("class=\"ref\"").count()), (3, 2));
        assert!(markup.contains("<mark class=\"note flag\""), "{markup}");
    }

    proptest! {
        #[test]
        fn the_words_stay_the_same(spans in prop::collection::vec((0..TEXT.len(), 0..TEXT.len()), 0..8)) {
            let plain = seen(&[]);
            prop_assert_eq!(&plain, "Some &lt;b&gt;words&lt;/b&gt; &amp; “more”␛ of them.");
            prop_assert_eq!(words(&seen(&spans)), plain);
        }
    }
}
