//! Files that changed since they were read.

use crate::store::desk::{Desk, annotation, two};
use crate::store::edit::BY_HAND;
use std::fs;

#[test]
fn what_changed_on_disk_is_merged() {
    let desk = Desk::new();
    desk.change(|notebook| notebook.annotations = two())
        .unwrap();
    let mut ours = desk.open();
    desk.change(|notebook| {
        notebook.annotations[0].tags.push("theirs".into());
        notebook.annotations.push(annotation("new", 30));
    })
    .unwrap();
    desk.write(&(desk.text() + "# a comment from elsewhere\n"));
    let mut wanted = ours.notebook().clone();
    wanted.annotations[0].note = Some("ours".into());
    wanted.annotations[1].reason = Some("because".into());
    let saved = ours.save(&wanted).unwrap();
    assert_eq!((saved.arrived, saved.conflicts), (2, 0));
    assert_eq!(ours.refresh(&saved.notebook).unwrap(), None);
    let again = desk.open();
    assert_eq!(again.notebook(), &saved.notebook);
    assert_eq!(again.notebook().annotations.len(), 3);
    assert_eq!(
        again.notebook().annotations[0].tags.last().unwrap(),
        "theirs"
    );
    assert_eq!(
        again.notebook().annotations[0].note.as_deref(),
        Some("ours")
    );
    assert!(desk.text().ends_with("# a comment from elsewhere\n"));
}

#[test]
fn two_who_write_at_once_both_keep_everything() {
    let desk = Desk::new();
    desk.change(|notebook| notebook.annotations = two())
        .unwrap();
    std::thread::scope(|scope| {
        for writer in ["x", "y"] {
            let mut file = desk.open();
            scope.spawn(move || {
                let mut wanted = file.notebook().clone();
                for n in 0..20 {
                    wanted
                        .annotations
                        .push(annotation(&format!("{writer}{n}"), 20 + n));
                    wanted = file.save(&wanted).unwrap().notebook;
                }
            });
        }
    });
    assert_eq!(desk.open().notebook().annotations.len(), 42);
}

#[test]
fn a_deleted_file_is_written_again_with_its_comments() {
    let desk = Desk::with(BY_HAND);
    let mut file = desk.open();
    fs::remove_file(desk.path()).unwrap();
    let mut wanted = file.notebook().clone();
    wanted.annotations[0].flag = Some("praise".into());
    file.save(&wanted).unwrap();
    assert!(desk.text().contains("# first things first"));
    assert!(desk.text().contains("flag: praise"));
}

#[test]
fn a_change_can_be_taken_in_before_the_next_save() {
    let desk = Desk::new();
    desk.change(|notebook| notebook.annotations = two())
        .unwrap();
    let mut ours = desk.open();
    let mut mine = ours.notebook().clone();
    mine.annotations[0].note = Some("ours".into());
    desk.change(|notebook| notebook.annotations[0].note = Some("theirs".into()))
        .unwrap();
    let before = desk.text();
    let taken = ours.refresh(&mine).unwrap().unwrap();
    assert_eq!((taken.arrived, taken.conflicts), (1, 1));
    assert_eq!(desk.text(), before);
    assert_eq!(ours.refresh(&taken.notebook).unwrap(), None);
    let saved = ours.save(&taken.notebook).unwrap();
    assert_eq!((saved.arrived, saved.conflicts), (0, 0));
    let note = "ours\n--- the other version: ---\ntheirs";
    let again = desk.open();
    assert_eq!(again.notebook().annotations[0].note.as_deref(), Some(note));
}
