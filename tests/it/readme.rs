//! README says what is true: its key table is made from the commands.

use closeread::app::{COMMANDS, Group, Keymap};
use std::fmt::Write;
use std::fs;

const START: &str = "by `BLESS=1 cargo test --test it readme` -->\n";
const END: &str = "<!-- /keys -->";

#[test]
fn the_key_table_follows_from_the_commands() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = fs::read_to_string(path).unwrap();
    let (before, rest) = readme.split_once(START).unwrap();
    let (written, after) = rest.split_once(END).unwrap();
    let expected = table();
    if std::env::var_os("BLESS").is_some() {
        fs::write(path, format!("{before}{START}{expected}{END}{after}")).unwrap();
    } else {
        assert!(
            written == expected,
            "README's key table is out of date: BLESS=1 cargo test --test it readme"
        );
    }
}

fn table() -> String {
    let keymap = Keymap::default();
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
