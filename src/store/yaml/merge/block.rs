//! A YAML text as a tree of blocks: what a merge keeps, takes or contrasts as one.

use crate::store::yaml::merge::value::text_of;
use crate::text::Span;

/// A field, or an item of a list.
#[derive(Debug, Clone, Default)]
pub(super) struct Block {
    /// What tells it from its siblings.
    pub key: String,
    /// Blank lines and comments above it.
    pub lead: String,
    /// Itself: whole lines, with a blank in place of an item's dash.
    pub body: String,
    /// How it is merged when both sides changed it.
    pub inside: Inside,
}

/// What is inside a block.
#[derive(Debug, Clone, Default)]
pub(super) enum Inside {
    /// Something that is merged as a whole.
    #[default]
    Whole,
    /// Nothing, or an empty list.
    Nothing,
    /// A list of texts in brackets, and where it stands in the body.
    Flow(Vec<String>, Span),
    /// Fields or items, each on its own lines.
    Parts(Parts),
}

/// The blocks of a mapping or of a list.
#[derive(Debug, Clone, Default)]
pub(super) struct Parts {
    /// The line of the key whose value this is; of the whole text, what stands above its first key; of an item, nothing.
    pub head: String,
    /// Columns before the keys or dashes.
    pub indent: usize,
    /// Whether these are items of a list.
    pub is_list: bool,
    /// The blocks, in order; no two have the same key.
    pub blocks: Vec<Block>,
    /// Comments below the last.
    pub tail: String,
}

impl Block {
    /// It and what stands above it.
    pub(super) fn whole(&self) -> String {
        self.lead.clone() + &self.body
    }

    /// What its field `key` says, if that is one text.
    pub(super) fn field(&self, key: &str) -> Option<String> {
        match &self.inside {
            Inside::Parts(parts) => text_of(&parts.get(key)?.body, key),
            _ => None,
        }
    }
}

impl Parts {
    /// The block called `key`.
    pub(super) fn get(&self, key: &str) -> Option<&Block> {
        self.blocks.iter().find(|block| block.key == key)
    }

    /// The same with its keys or dashes `indent` columns in.
    pub(super) fn indented(&self, indent: usize) -> Self {
        if indent == self.indent {
            return self.clone();
        }
        let moved = |text: &String| moved(text, self.indent, indent);
        let block = |block: &Block| Block {
            key: block.key.clone(),
            lead: moved(&block.lead),
            body: moved(&block.body),
            inside: match &block.inside {
                Inside::Parts(parts) => {
                    let deeper = (parts.indent + indent).saturating_sub(self.indent);
                    Inside::Parts(Self {
                        head: moved(&parts.head),
                        ..parts.indented(deeper)
                    })
                }
                Inside::Flow(..) => Inside::Whole,
                other => other.clone(),
            },
        };
        Self {
            head: self.head.clone(),
            indent,
            is_list: self.is_list,
            blocks: self.blocks.iter().map(block).collect(),
            tail: moved(&self.tail),
        }
    }
}

/// Lines that stood `from` columns in, or deeper, `to` columns in.
fn moved(text: &str, from: usize, to: usize) -> String {
    let line = |line: &str| {
        if line.trim().is_empty() {
            return line.to_owned();
        }
        let blanks = line.len() - line.trim_start_matches(' ').len();
        let rest = line.get(blanks.min(from)..).unwrap_or_default();
        " ".repeat(to) + rest
    };
    text.split_inclusive('\n').map(line).collect()
}
