//! The HTML report in a real browser, where there is one: what lies where, what is readable, and that text stays text.
//!
//! `PAGES=folder cargo test --test it page` leaves pictures and prints of the pages there, to be looked at.

pub(crate) mod pages;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Names under which the browser may be installed.
const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// Widths in CSS pixels at which every page is looked at.
const WIDTHS: [u32; 3] = [1400, 800, 400];

#[test]
fn pages_in_a_browser() {
    let Some(browser) = browser() else {
        eprintln!("skipped: no Chromium here to look at pages with");
        return;
    };
    let folder = pages::folder();
    let names = pages::export(folder.path(), "html");
    let frames: String = names
        .iter()
        .flat_map(|name| WIDTHS.map(|width| frame(name, width)))
        .collect();
    let page = format!(
        "<!doctype html><meta charset=utf-8><body>{frames}<script>{}</script>",
        include_str!("page/measure.js")
    );
    fs::write(folder.path().join("measure.html"), page).unwrap();
    // A dark scheme is 0, a light one 1.
    for (scheme, number) in [("dark", 0), ("light", 1)] {
        let setting = format!("--blink-settings=preferredColorScheme={number}");
        let arguments = ["--allow-file-access-from-files", "--dump-dom", &setting];
        let output = run(&browser, folder.path(), &arguments, "measure.html");
        let dumped = String::from_utf8_lossy(&output.stdout).into_owned();
        let result = dumped
            .split("<pre id=\"result\">")
            .nth(1)
            .and_then(|rest| rest.split("</pre>").next());
        let Some(result) = result else {
            panic!("{output:?}");
        };
        let (seen, problems) = result.split_once("\nproblems:").unwrap();
        assert_eq!(problems.trim(), "", "{scheme}");
        assert!(seen.starts_with(scheme), "{seen}");
        assert_eq!(seen.lines().count(), 1 + names.len() * WIDTHS.len());
        eprintln!("{seen}");
    }
    prints(&browser, folder.path(), &names);
}

/// Every page as a PDF, and pictures where they are asked for.
fn prints(browser: &Path, folder: &Path, names: &[&str]) {
    let kept = std::env::var_os("PAGES").map(PathBuf::from);
    let output = kept.as_deref().unwrap_or(folder);
    fs::create_dir_all(output).unwrap();
    for name in names {
        let page = format!("{name}.html");
        let pdf = output.join(format!("{name}.pdf"));
        let print = format!("--print-to-pdf={}", pdf.display());
        run(browser, folder, &["--no-pdf-header-footer", &print], &page);
        assert!(fs::read(&pdf).unwrap().starts_with(b"%PDF"), "{name}");
        if kept.is_none() {
            // One print shows that printing works.
            return;
        }
        for (scheme, number) in [("dark", 0), ("light", 1)] {
            for width in WIDTHS {
                let picture = output.join(format!("{name}-{scheme}-{width}.png"));
                let picture = format!("--screenshot={}", picture.display());
                let size = format!("--window-size={width},1800");
                let setting = format!("--blink-settings=preferredColorScheme={number}");
                run(browser, folder, &[&picture, &size, &setting], &page);
            }
        }
    }
}

fn frame(name: &str, width: u32) -> String {
    format!("<iframe data-name=\"{name}\" src=\"{name}.html\" width={width} height=800></iframe>")
}

fn run(browser: &Path, folder: &Path, arguments: &[&str], page: &str) -> Output {
    let profile = tempfile::tempdir().unwrap();
    Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu"])
        .args(["--hide-scrollbars", "--disable-dev-shm-usage"])
        // No name leads anywhere.
        .arg("--host-resolver-rules=MAP * ~NOTFOUND")
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .args(arguments)
        .arg(format!("file://{}", folder.join(page).display()))
        .output()
        .unwrap()
}

fn browser() -> Option<PathBuf> {
    let candidates = BROWSERS.iter().map(PathBuf::from);
    candidates.into_iter().find(|browser| {
        let answer = Command::new(browser).arg("--version").output();
        answer.is_ok_and(|answer| answer.status.success())
    })
}
