//! Reads the project's own sources and fails when the house is out of order: an arrow between rooms that runs the wrong
//! way, a library named outside its room, a file too long to read, a file that nobody lists. Each rule is a function from
//! sources to faults, and has a test that shows it can fail.

mod reading;
mod rules;
mod sources;
mod that_rules_can_fail;

use std::fs;

use rules::{
    libraries_outside_their_room, long_files, loose_tokens, machine_paths, sudden_ends, unlisted,
    wrong_arrows,
};
use sources::{files, root, sources};

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

fn names_in(folder: &str, ending: &str) -> Vec<String> {
    let files = files(folder, &[ending]);
    files
        .into_iter()
        .filter_map(|(path, _)| path.rsplit('/').next().map(str::to_owned))
        .collect()
}

/// Names of the Rust files of `folder` itself; what lies deeper belongs to one of them.
fn directly_in(folder: &str) -> Vec<String> {
    let depth = folder.matches('/').count() + 1;
    let files = files(folder, &["rs"]);
    files
        .into_iter()
        .filter(|(path, _)| path.matches('/').count() == depth)
        .filter_map(|(path, _)| path.rsplit('/').next().map(str::to_owned))
        .collect()
}

#[test]
fn arrows_between_rooms_run_downwards() {
    assert_none(&wrong_arrows(&sources()));
}

#[test]
fn libraries_stay_in_their_rooms() {
    assert_none(&libraries_outside_their_room(&sources()));
}

#[test]
fn nothing_stops_the_program() {
    assert_none(&sudden_ends(&sources()));
}

#[test]
fn every_file_can_be_read_in_one_sitting() {
    let all = ["src", "tests", "benches"].map(|folder| files(folder, &["rs"]));
    assert!(
        all.iter().all(|files| !files.is_empty()),
        "a folder was not found"
    );
    assert_none(&long_files(&all.concat()));
}

#[test]
fn colours_and_sizes_stand_in_one_file() {
    assert_none(&loose_tokens(&sources()));
}

#[test]
fn every_file_is_listed_where_it_is_used() {
    let text = |path: &str| fs::read_to_string(root().join(path)).expect(path);
    let stem = |name: &str| name.trim_end_matches(".rs").to_owned();
    let templates = unlisted(
        &names_in("review-templates", "toml"),
        &text("src/templates/mod.rs"),
        |name| format!("review-templates/{name}"),
    );
    let programmes = unlisted(
        &names_in("programme-templates", "toml"),
        &text("src/templates/programme.rs"),
        |name| format!("programme-templates/{name}"),
    );
    let suite: Vec<String> = directly_in("tests/suite")
        .into_iter()
        .filter(|name| name != "main.rs")
        .collect();
    let suite = unlisted(&suite, &text("tests/suite/main.rs"), |name| {
        format!("mod {};", stem(name))
    });
    let benches = unlisted(&directly_in("benches"), &text("Cargo.toml"), |name| {
        format!("name = \"{}\"", stem(name))
    });
    let store: String = files("src/store", &["rs"])
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    let statements = unlisted(&names_in("src/store", "sql"), &store, |name| {
        format!("{name}\"")
    });
    assert_none(&[templates, programmes, suite, benches, statements].concat());
}

#[test]
fn no_file_knows_one_machine() {
    let endings = ["rs", "toml", "md", "py", "typ", "sh", "sql", "json"];
    let mut all: Vec<(String, String)> = [
        "src",
        "tests",
        "benches",
        "export",
        "samples",
        "review-templates",
        "programme-templates",
        "cohort-words",
        ".ci",
    ]
    .iter()
    .flat_map(|folder| files(folder, &endings))
    .collect();
    for path in [
        ".ci/run",
        "Cargo.toml",
        "README.md",
        "ARCHITECTURE.md",
        "CHANGELOG.md",
    ] {
        if let Ok(text) = fs::read_to_string(root().join(path)) {
            all.push((path.to_owned(), text));
        }
    }
    assert_none(&machine_paths(&all));
}
