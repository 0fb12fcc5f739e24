//! Ids for the world outside a notebook, made from content: the same notebook gives the same ids.

use std::fmt::Write;
use uuid::Uuid;

/// The namespace (RFC 9562) of every id we make. Never changes.
const NAMESPACE: Uuid = Uuid::from_u128(0x8f4b_6c1e_27d3_4a95_b0e8_51c6_7d2f_9a34);

/// The id of the `kind` of thing that `parts` describe.
pub fn guid(kind: &str, parts: &[&str]) -> Uuid {
    let mut name = kind.to_owned();
    for part in parts {
        // The length keeps parts apart, whatever they hold.
        let _ = write!(name, "\0{}\0{part}", part.len());
    }
    Uuid::new_v5(&NAMESPACE, name.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_kept_apart() {
        assert_eq!(guid("a", &["b", "c"]), guid("a", &["b", "c"]));
        assert_ne!(guid("a", &["b", "c"]), guid("a", &["bc", ""]));
        assert_ne!(guid("a", &["b"]), guid("b", &["a"]));
        assert_eq!(
            guid("tag", &["fear"]).to_string(),
            "404d1c67-3974-5885-a39c-2acc64945f69"
        );
    }
}
