//! Backups, the audit trail, passphrases, and what cannot be done.

use std::fs;

use rusqlite::Connection;

use super::{Answer, Desk, PASSPHRASE, SCHOOL, project};

#[test]
fn a_backup_opens_with_everything_in_it() {
    let desk = Desk::with_school();
    desk.done(&["backup", "anna.lantern", "copy.lantern"]);
    let original = desk.done(&["chronology", "anna.lantern"]);
    assert_eq!(desk.done(&["chronology", "copy.lantern"]), original);
    let again = desk.run(&["backup", "anna.lantern", "copy.lantern"]);
    assert_eq!(again.status, 2);
    assert!(again.err.contains("already a file"), "{}", again.err);
}

#[test]
fn a_tampered_audit_trail_is_answered_with_no() {
    let desk = Desk::with_school();
    let path = desk.path("anna.lantern");
    let connection = Connection::open(&path).expect("a database");
    connection
        .pragma_update(None, "key", PASSPHRASE)
        .expect("a key");
    connection
        .execute_batch(
            "DROP TRIGGER audit_never_changed; UPDATE audit SET who = 'nobody' WHERE id = 2;",
        )
        .expect("changed");
    drop(connection);
    let answer = desk.run(&["audit", "anna.lantern", "verify"]);
    assert_eq!(answer.status, 1);
    assert!(answer.out.contains("Row 2 was changed"), "{}", answer.out);
}

#[test]
fn what_cannot_be_done_ends_with_2_and_a_clear_word() {
    let desk = Desk::with_school();
    let untouched = fs::read(desk.path("anna.lantern")).expect("the file");
    fs::write(desk.path("other.lantern"), "a letter").expect("written");
    fs::write(desk.path("empty.csv"), "").expect("written");
    fs::write(desk.path("people.csv"), "name,role\nAna,mother\n").expect("written");
    let school = project(SCHOOL);
    let import = |more: &[&'static str]| -> Vec<String> {
        let start = ["import", "anna.lantern", "--agency", "Wexmoor Homes"];
        start
            .iter()
            .chain(more)
            .map(|argument| (*argument).to_owned())
            .collect()
    };
    let own = |arguments: &[&str]| -> Vec<String> {
        arguments
            .iter()
            .map(|argument| (*argument).to_owned())
            .collect()
    };
    let with_school = |mut arguments: Vec<String>| -> Vec<String> {
        arguments.push(school.clone());
        arguments
    };
    let cases: Vec<(Vec<String>, &str)> = vec![
        (own(&["nonsense"]), "neither a command nor a file"),
        (
            own(&["missing.lantern"]),
            "There is no file missing.lantern",
        ),
        (own(&["chronology"]), "FILE"),
        (own(&["chronology", "missing.lantern"]), "There is no file"),
        (own(&["chronology", "other.lantern"]), "not a Lantern file"),
        (
            own(&["chronology", "anna.lantern", "--format", "pdf"]),
            "--out",
        ),
        (
            own(&["chronology", "anna.lantern", "--out", "a.doc"]),
            "names no format",
        ),
        (
            own(&["report", "anna.lantern", "--out", "no folder/report.pdf"]),
            "no folder",
        ),
        (own(&["new", "anna.lantern"]), "already a file"),
        (
            own(&["new", "new.lantern", "--template", "dhr-1999"]),
            "dardr, dhr-2016",
        ),
        (
            own(&["people", "anna.lantern", "import", "people.csv"]),
            "“mother” is no role",
        ),
        (own(&["people", "anna.lantern"]), "import"),
        (import(&["missing.csv"]), "could not be opened"),
        (import(&["empty.csv"]), "is empty"),
        (with_school(import(&["empty.csv"])), "is empty"),
        (with_school(import(&[])), "imported before"),
        (
            with_school(import(&["--sector", "baking"])),
            "no sector “baking”",
        ),
        (
            with_school(import(&["--again", "--table", "4"])),
            "no table 4",
        ),
        (
            with_school(import(&["--again", "--map", "date=Where"])),
            "Its headings are: “Date”",
        ),
        (
            with_school(import(&["--map", "when=A"])),
            "no column of a chronology",
        ),
        (
            own(&["undo", "anna.lantern", "--passphrase-file", "missing"]),
            "could not be read",
        ),
        (own(&["dates", "--anchor", "death"]), "NAME=DATE"),
    ];
    for (arguments, expected) in cases {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let answer = desk.run(&arguments);
        assert_eq!(answer.status, 2, "{arguments:?}: {}", answer.err);
        assert!(
            answer.err.contains(expected),
            "{arguments:?}: {}",
            answer.err
        );
        assert_eq!(answer.out, "", "{arguments:?}");
        assert!(
            !answer.err.contains("panicked"),
            "{arguments:?}: {}",
            answer.err
        );
    }
    let now = fs::read(desk.path("anna.lantern")).expect("the file");
    assert!(
        now == untouched,
        "a command that failed has changed the file"
    );
}

#[test]
fn a_passphrase_comes_from_a_file_or_the_environment() {
    let desk = Desk::with_school();
    fs::write(desk.path("right"), format!("{PASSPHRASE}\n")).expect("written");
    fs::write(desk.path("wrong"), "other words\n").expect("written");
    for (variable, file, status) in [
        (Some(PASSPHRASE), None, 0),
        (Some("other words"), None, 2),
        (Some("other words"), Some("right"), 0),
        (Some(PASSPHRASE), Some("wrong"), 2),
        (None, Some("right"), 0),
        (None, None, 2),
        (Some(""), None, 2),
    ] {
        let mut arguments = vec!["audit", "anna.lantern", "verify"];
        arguments.extend(file.iter().flat_map(|file| ["--passphrase-file", file]));
        let mut command = desk.command(&arguments);
        match variable {
            Some(words) => command.env("LANTERN_PASSPHRASE", words),
            None => command.env_remove("LANTERN_PASSPHRASE"),
        };
        let answer = Answer::of(command.output().expect("it starts"));
        assert_eq!(
            answer.status, status,
            "{variable:?} {file:?}: {}",
            answer.err
        );
        assert!(
            status == 0 || answer.err.contains("assphrase"),
            "{}",
            answer.err
        );
    }
}
