//! `crate::detect`, as far as the lists need it.

#[path = "../detect/category.rs"]
mod category;
#[path = "loaded.rs"]
pub mod loaded;

pub use category::Category;
