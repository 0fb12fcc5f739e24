//! Files that changed since they were read.

use crate::store::desk::{Desk, annotation, two};
use crate::store::edit::BY_HAND;
use std::fs;
use std::io::Write;

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

#[test]
fn a_thousand_saves_in_turns_keep_what_both_wrote() {
    let desk = Desk::new();
    desk.change(|notebook| notebook.annotations = two())
        .unwrap();
    let mut files = [desk.open(), desk.open()];
    for turn in 0..1000 {
        let own = turn % 2;
        let mut wanted = files[own].notebook().clone();
        wanted.annotations[own].note = Some(format!("turn {turn}"));
        let saved = files[own].save(&wanted).unwrap();
        assert_eq!(saved.conflicts, 0, "{turn}");
        let other = turn.checked_sub(1).map(|turn| format!("turn {turn}"));
        if other.is_some() {
            assert_eq!(saved.notebook.annotations[1 - own].note, other);
        }
    }
}

#[test]
fn a_change_is_seen_although_the_clock_went_back_and_the_length_is_the_same() {
    let desk = Desk::new();
    desk.change(|notebook| notebook.annotations = two())
        .unwrap();
    let mut ours = desk.open();
    let modified = fs::metadata(desk.path()).unwrap().modified().unwrap();
    for modified in [modified, std::time::UNIX_EPOCH] {
        let text = desk.text();
        let changed = if text.contains("octopus") {
            text.replace("octopus", "octopod")
        } else {
            text.replace("octopod", "octopus")
        };
        assert_eq!(changed.len(), text.len());
        desk.write(&changed);
        let file = fs::File::options().append(true).open(desk.path()).unwrap();
        file.set_modified(modified).unwrap();
        let mut wanted = ours.notebook().clone();
        wanted.annotations[1].reason = Some(format!("{modified:?}"));
        let saved = ours.save(&wanted).unwrap();
        assert_eq!((saved.arrived, saved.conflicts), (1, 0));
        assert_eq!(
            desk.text().contains("octopod"),
            changed.contains("octopod"),
            "{}",
            desk.text()
        );
    }
}

/// The writer is in the middle of the file: what stands there can be read, with half a sentence and without the second note.
#[test]
fn a_save_in_the_middle_of_somebody_elses_writing_keeps_both() {
    let desk = Desk::new();
    desk.change(|notebook| notebook.annotations = two())
        .unwrap();
    let mut ours = desk.open();
    assert_eq!(ours.unsettled(), None);
    desk.change(|notebook| notebook.annotations.push(annotation("theirs", 30)))
        .unwrap();
    let whole = desk.text();
    let (begun, rest) = whole.split_at(whole.find(" on one side only").unwrap());
    desk.write(begun);
    assert!(ours.unsettled().is_some());
    let mut wanted = ours.notebook().clone();
    wanted.annotations.push(annotation("ours", 40));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut file = fs::OpenOptions::new()
                .append(true)
                .open(desk.path())
                .unwrap();
            file.write_all(rest.as_bytes()).unwrap();
        });
        ours.save(&wanted).unwrap();
    });
    let ids: Vec<_> = desk
        .open()
        .notebook()
        .annotations
        .iter()
        .map(|note| note.id.0.clone())
        .collect();
    assert_eq!(ids, ["k7f3q2", "m2x9wd", "theirs", "ours"]);
    assert!(desk.text().starts_with(&whole));
}
