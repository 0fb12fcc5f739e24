//! The agreed tags.

/// An analyst's code with its definition.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tag {
    /// What is written into annotations.
    pub name: String,
    /// When to use it and when not.
    pub definition: Option<String>,
    /// The tag it belongs under.
    pub parent: Option<String>,
    /// `#rrggbb` or a colour's name.
    pub colour: Option<String>,
}

/// The agreed tags of a workspace, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Codebook {
    /// The tags.
    pub tags: Vec<Tag>,
}

impl Codebook {
    /// The tag called `name`.
    pub fn get(&self, name: &str) -> Option<&Tag> {
        self.tags.iter().find(|tag| tag.name == name)
    }
}
