//! README says what is true: its tables of keys and of formats are made from the program's own.

use closeread::app::{COMMANDS, Group, Keymap};
use closeread::report::{self, Many};
use std::fmt::Write;
use std::fs;
use std::sync::Mutex;

const START: &str = "by `BLESS=1 cargo test --test it readme` -->\n";

/// Two tests of one run write into README, one after the other.
static WRITING: Mutex<()> = Mutex::new(());

#[test]
fn the_key_table_follows_from_the_commands() {
    holds("keys", "src/app/command.rs", &table());
}

#[test]
fn the_table_of_formats_follows_from_the_exporters() {
    holds("formats", "src/report/mod.rs", &formats());
}

/// README has `expected` between the marks called `name`, made from `source`; with `BLESS=1` it gets it.
fn holds(name: &str, source: &str, expected: &str) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = fs::read_to_string(path).unwrap();
    let start = format!("<!-- {name}: made from {source} {START}");
    let end = format!("<!-- /{name} -->");
    let (_, rest) = readme.split_once(&start).unwrap();
    let (written, _) = rest.split_once(&end).unwrap();
    if written == expected {
        return;
    }
    assert!(
        std::env::var_os("BLESS").is_some(),
        "README's table of {name} is out of date: BLESS=1 cargo test --test it readme"
    );
    let _guard = WRITING.lock();
    let readme = fs::read_to_string(path).unwrap();
    let old = format!("{start}{written}{end}");
    let new = format!("{start}{expected}{end}");
    fs::write(path, readme.replace(&old, &new)).unwrap();
}

fn formats() -> String {
    let mut table =
        "\n| format | ending | what it is | several articles |\n| --- | --- | --- | --- |\n"
            .to_owned();
    for exporter in report::ALL {
        let many = match exporter.many {
            Many::Files | Many::Sharing(_) => "a file each",
            Many::Lines { .. } => "a file each, or one stream",
            Many::Together(_) => "a file each, or one file",
        };
        let _ = writeln!(
            table,
            "| `{}` | `.{}` | {} | {many} |",
            exporter.name, exporter.extension, exporter.about
        );
    }
    table.push('\n');
    table
}

fn table() -> String {
    let keymap = Keymap::standard();
    let mut table = String::new();
    for group in Group::ALL {
        let _ = write!(
            table,
            "\n**{}**\n\n| keys | command | does |\n| --- | --- | --- |\n",
            group.title()
        );
        for command in COMMANDS.iter().filter(|command| command.group == group) {
            let keys: Vec<String> = keymap
                .keys_of(command)
                .iter()
                .map(|keys| format!("`{keys}`"))
                .collect();
            let _ = writeln!(
                table,
                "| {} | {} | {} |",
                keys.join(" "),
                command.name,
                command.does.replace('|', "\\|")
            );
        }
    }
    table.push('\n');
    table
}
