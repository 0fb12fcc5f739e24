//! Where the items of a list and their fields stand.

use crate::store::yaml::layout::{MappingPlace, content};
use yaml_edit::YamlNode;

/// The top of a YAML text and the items of one of its lists.
#[derive(Debug)]
pub(in crate::store) struct ListPlaces {
    top: Option<YamlNode>,
    items: Vec<YamlNode>,
}

impl ListPlaces {
    /// The items of the list called `list`; none where there is no such list.
    pub(in crate::store) fn of(text: &str, list: &str) -> Self {
        let top = content(text);
        let items = match &top {
            Some(YamlNode::Mapping(top)) => top.get_sequence(list),
            _ => None,
        };
        Self {
            items: items
                .map(|list| list.values().collect())
                .unwrap_or_default(),
            top,
        }
    }

    /// Where the field `key` of item `index` starts, else the item, else the text.
    pub(in crate::store) fn item(&self, text: &str, index: usize, key: &str) -> usize {
        let item = self.items.get(index);
        field(text, item, key)
            .or_else(|| start(text, item))
            .unwrap_or(0)
    }

    /// Where the field `inner` of the field `outer` starts, else the outer, else the text.
    pub(in crate::store) fn field(&self, text: &str, outer: &str, inner: &str) -> usize {
        let Some(YamlNode::Mapping(top)) = &self.top else {
            return 0;
        };
        let found = field(text, top.get(outer).as_ref(), inner);
        found
            .or_else(|| field(text, self.top.as_ref(), outer))
            .unwrap_or(0)
    }
}

fn field(text: &str, node: Option<&YamlNode>, key: &str) -> Option<usize> {
    match node {
        Some(YamlNode::Mapping(mapping)) => MappingPlace::of(text, mapping)
            .field(key)
            .map(|field| field.start),
        _ => None,
    }
}

fn start(text: &str, node: Option<&YamlNode>) -> Option<usize> {
    match node {
        Some(YamlNode::Mapping(mapping)) => MappingPlace::of(text, mapping)
            .fields
            .first()
            .map(|field| field.start),
        _ => None,
    }
}
