//! New files, permissions and links.

use crate::store::desk::{Desk, two};
use closeread::notes::Reviewed;
use closeread::store::StoreError;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

pub(super) const NEW_FILE: &str = "\
# Notes on one article. Edit freely: comments, order and unknown keys are kept.
closeread: 1
reader: Anna Petrova
article:
  path: seeds/a.txt
  sha256: '0a1b2c'  # of the normalised text
annotations:
  - id: k7f3q2
    at: '17:26'
    quote: get its tentacles into
    before: 'It appears that Turkey will '
    after: ' Turkic-speaking republics'
    flag: dehumanising
    tags: [fear, octopus]
    note: |-
      Agency on one side only.

      Compare # 13: yes
    created: '2026-11-22T17:03:05Z'

  - id: m2x9wd
    at: '18:26'
    quote: It appears that
    finding: unattributed
    verdict: rejected
    reason: marked as the writer's guess

reviewed:
  - p17-3b1f0c2d
";

#[test]
fn a_new_file_is_the_template() {
    let desk = Desk::new();
    desk.change(|notebook| {
        notebook.annotations = two();
        notebook.reviewed = vec![Reviewed::parse("p17-3b1f0c2d").unwrap()];
    })
    .unwrap();
    assert_eq!(desk.text(), NEW_FILE);
    assert_eq!(desk.open().notebook().annotations, two());
}

#[test]
fn nothing_to_say_writes_nothing() {
    let desk = Desk::new();
    desk.change(|_| {}).unwrap();
    assert!(!desk.path().exists());
    let desk = Desk::with(NEW_FILE);
    let before = fs::metadata(desk.path()).unwrap().modified().unwrap();
    desk.change(|_| {}).unwrap();
    assert_eq!(
        fs::metadata(desk.path()).unwrap().modified().unwrap(),
        before
    );
}

#[test]
fn no_litter_is_left() {
    let desk = Desk::new();
    desk.change(|notebook| notebook.annotations = two())
        .unwrap();
    let names: Vec<_> = fs::read_dir(desk.path().parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names, ["a.yaml"]);
}

#[test]
fn what_a_killed_writer_left_is_swept() {
    let desk = Desk::with(NEW_FILE);
    let left = desk.path().with_file_name(".closeread-k3jd8a");
    fs::write(&left, "half a note").unwrap();
    desk.change(|notebook| notebook.annotations.truncate(1))
        .unwrap();
    assert!(!left.exists() && desk.path().exists());
}

#[test]
fn permissions_and_links_stay() {
    let desk = Desk::with(NEW_FILE);
    fs::set_permissions(desk.path(), fs::Permissions::from_mode(0o640)).unwrap();
    desk.change(|notebook| notebook.annotations[0].flag = None)
        .unwrap();
    assert_eq!(
        fs::metadata(desk.path()).unwrap().permissions().mode() & 0o777,
        0o640
    );
    let real = desk.folder.path().join("notes/real.yaml");
    fs::rename(desk.path(), &real).unwrap();
    symlink(&real, desk.path()).unwrap();
    desk.change(|notebook| notebook.annotations.truncate(1))
        .unwrap();
    assert!(fs::symlink_metadata(desk.path()).unwrap().is_symlink());
    assert!(!fs::read_to_string(&real).unwrap().contains("m2x9wd"));
}

#[test]
fn a_link_out_of_the_workspace_is_refused() {
    let desk = Desk::new();
    let outside = tempfile::tempdir().unwrap();
    let real = outside.path().join("a.yaml");
    fs::write(&real, NEW_FILE).unwrap();
    symlink(&real, desk.path()).unwrap();
    let error = desk
        .change(|notebook| notebook.annotations.clear())
        .unwrap_err();
    assert!(matches!(error, StoreError::Outside { .. }), "{error}");
    assert_eq!(fs::read_to_string(&real).unwrap(), NEW_FILE);
}
