//! `crate::detect`, as far as the lists need it.

#[path = "../detect/category.rs"]
mod category;
#[path = "loaded.rs"]
#[expect(dead_code, unused_imports, reason = "the rest is for the program")]
pub mod loaded;
#[path = "../detect/strictness.rs"]
mod strictness;

pub use category::Category;
pub use strictness::Strictness;
