//! Programs of others that tests are made with.

use std::path::PathBuf;

/// Where programs for administrators are, which are not on everybody's path.
const BEYOND_PATH: &str = "/usr/sbin:/usr/local/sbin:/sbin";

/// Names of programs, between blanks, that are there by the word of whoever runs the tests: a test without one then fails.
const MUST_HAVE: &str = "CLOSEREAD_MUST_HAVE";

/// Where a program is; nothing where it is not installed, which is said.
pub(crate) fn installed(name: &str) -> Option<PathBuf> {
    let path = std::env::var("PATH").unwrap_or_default();
    let folders = path.split(':').chain(BEYOND_PATH.split(':'));
    let mut places = folders.map(|folder| PathBuf::from(folder).join(name));
    let found = places.find(|place| place.is_file());
    if found.is_none() {
        let needed = std::env::var(MUST_HAVE).unwrap_or_default();
        assert!(
            !needed.split(' ').any(|needed| needed == name),
            "{MUST_HAVE} says that {name} is installed"
        );
        eprintln!("skipped: {name} is not installed");
    }
    found
}
