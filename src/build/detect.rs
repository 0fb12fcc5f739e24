//! `crate::detect`, as far as the lists need it.

#[path = "../detect/category.rs"]
mod category;
#[path = "loaded.rs"]
pub mod loaded;
#[path = "../detect/strictness.rs"]
mod strictness;

pub use category::Category;
pub use strictness::Strictness;
