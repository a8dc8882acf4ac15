//! The real program, driven as a script would drive it: arguments and standard input in, output and exit status out.

mod leaks;
mod plan;
mod same_events;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use rusqlite::Connection;
use serde_json::Value;
use tempfile::TempDir;

const PASSPHRASE: &str = "four unrelated words here";

const POLICE: &str = "samples/review/police_return.xlsx";
const SCHOOL: &str = "samples/review/school.csv";
const HOUSING: &str = "samples/review/housing_chronology_FINAL_v2.docx";
const PEOPLE: &str = "samples/review/people.csv";

fn project(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    path.to_string_lossy().into_owned()
}

/// A folder to work in, with the program at hand.
struct Desk {
    folder: TempDir,
}

/// What came back.
struct Answer {
    status: i32,
    out: String,
    err: String,
}

impl Answer {
    fn of(output: Output) -> Self {
        Self {
            status: output.status.code().expect("it ended by itself"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }

    fn json(&self) -> Value {
        assert_eq!(self.status, 0, "{}", self.err);
        serde_json::from_str(&self.out).expect("JSON on standard output")
    }
}

impl Desk {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// No display, a known passphrase and account, English or not: nothing of the machine counts.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lantern"));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("LANTERN_NAME")
            .env("LANTERN_PASSPHRASE", PASSPHRASE)
            .env("USER", "chair")
            .stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Answer {
        Answer::of(self.command(arguments).output().expect("it starts"))
    }

    /// Runs what must go well; returns standard output.
    fn done(&self, arguments: &[&str]) -> String {
        let answer = self.run(arguments);
        assert_eq!(answer.status, 0, "{arguments:?}: {}", answer.err);
        answer.out
    }

    fn run_with(&self, arguments: &[&str], input: &str) -> Answer {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut stdin = child.stdin.take().expect("a pipe");
        stdin.write_all(input.as_bytes()).expect("it listens");
        drop(stdin);
        Answer::of(child.wait_with_output().expect("it ends"))
    }

    fn entries(&self) -> Vec<Value> {
        let chronology = self.run(&["chronology", "anna.lantern"]).json();
        chronology["entries"].as_array().expect("a list").clone()
    }

    /// `anna.lantern` with the school's return in it.
    fn with_school() -> Self {
        let desk = Self::new();
        desk.done(&["new", "anna.lantern", "--title", "Anna"]);
        let school = project(SCHOOL);
        desk.done(&[
            "import",
            "anna.lantern",
            "--agency",
            "Fenholt Primary School",
            "--sector",
            "education",
            &school,
        ]);
        desk
    }
}

fn texts<'a>(list: &'a Value, key: &str) -> Vec<&'a str> {
    let items = list.as_array().expect("a list").iter();
    items.filter_map(|item| item[key].as_str()).collect()
}

#[test]
fn every_command_has_a_help_page_with_an_example() {
    let desk = Desk::new();
    let help = desk.done(&["--help"]);
    let commands: Vec<&str> = help
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|command| *command != "help")
        .collect();
    for expected in [
        "demo",
        "new",
        "import",
        "people",
        "dates",
        "chronology",
        "codebook",
        "contacts",
        "same-events",
        "report",
        "plan",
        "publish",
        "audit",
        "history",
        "undo",
        "redo",
        "backup",
    ] {
        assert!(commands.contains(&expected), "{expected}: {commands:?}");
    }
    for command in commands {
        let help = desk.done(&[command, "--help"]);
        assert!(help.contains("Example"), "{command}");
        assert!(
            help.contains(&format!("lantern {command}")) || help.contains("| lantern"),
            "{command}"
        );
        assert!(
            !help.contains("--passphrase "),
            "{command} takes a passphrase as an argument"
        );
    }
}

#[test]
fn returns_of_three_kinds_go_in_and_come_out_again() {
    let desk = Desk::new();
    let (school, police, housing) = (project(SCHOOL), project(POLICE), project(HOUSING));
    desk.done(&["new", "anna", "--title", "Review of the death of Anna"]);
    assert!(desk.path("anna.lantern").is_file());
    let people = project(PEOPLE);
    desk.done(&["people", "anna.lantern", "import", &people]);
    let mut expected = 0;
    for (agency, sector, file) in [
        ("Fenholt Primary School", "education", &school),
        ("Wexmoor Constabulary", "police", &police),
        ("Wexmoor Homes", "housing", &housing),
    ] {
        let imported = desk
            .run(&[
                "import",
                "anna.lantern",
                "--agency",
                agency,
                "--sector",
                sector,
                "--json",
                file,
            ])
            .json();
        let file = &imported["files"][0];
        let tables = file["tables"].as_array().expect("tables");
        let chosen: Vec<&Value> = tables
            .iter()
            .filter(|table| table["chosen"] == true)
            .collect();
        assert_eq!(chosen.len(), 1, "{agency}");
        let count = chosen[0]["imported"].as_u64().expect("a number");
        assert!(count > 30, "{agency}: {count}");
        assert!(
            chosen[0]["rows"].as_u64().expect("a number") >= count,
            "{agency}"
        );
        for skipped in chosen[0]["skipped"].as_array().expect("a list") {
            assert!(skipped["place"].is_string() && skipped["why"].is_string());
        }
        for doubt in file["doubts"].as_array().expect("a list") {
            assert!(
                doubt["place"].is_string()
                    && doubt["wording"].is_string()
                    && doubt["why"].is_string()
            );
        }
        expected += count;
    }

    let entries = desk.entries();
    assert_eq!(entries.len() as u64, expected);
    let mut before = String::new();
    for entry in &entries {
        for key in [
            "agency",
            "sector",
            "file",
            "place",
            "date_wording",
            "precision",
            "certainty",
            "text",
            "response",
        ] {
            assert!(entry[key].is_string(), "{key}: {entry}");
        }
        for key in ["flags", "people", "tags"] {
            assert!(entry[key].is_array(), "{key}: {entry}");
        }
        assert!(entry["id"].is_i64());
        for key in ["earliest", "latest", "time", "event", "claim"] {
            assert!(entry.get(key).is_some(), "{key}: {entry}");
        }
        if let Some(earliest) = entry["earliest"].as_str() {
            assert!(
                earliest[..10] >= before[..before.len().min(10)],
                "{earliest} after {before}"
            );
            before = earliest.to_owned();
        }
    }
    assert!(
        entries.iter().all(|entry| entry["withdrawn"] == false),
        "nothing was withdrawn"
    );
    let named = entries.iter().any(|entry| {
        let people = entry["people"].as_array().expect("a list");
        people.iter().any(|name| name == "Catarina Hartnoll")
    });
    assert!(named, "nobody was found in the texts");

    let csv = desk.done(&["chronology", "anna.lantern", "--format", "csv"]);
    let mut rows = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
    assert_eq!(
        rows.records().filter_map(Result::ok).count() as u64,
        expected
    );

    let contacts = desk.run(&["contacts", "anna.lantern", "--json"]).json();
    let victim = &contacts["people"][0];
    assert_eq!(victim["role"], "victim");
    let police = victim["sectors"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|sector| sector["sector"] == "police");
    let police = police.expect("contacts with the police");
    for key in ["contacts", "events", "asked", "disclosed"] {
        assert!(police[key].is_u64(), "{key}: {police}");
    }

    let audit = desk
        .run(&["audit", "anna.lantern", "verify", "--json"])
        .json();
    // Created, people, and each agency and its return.
    assert_eq!(
        (audit["whole"].as_bool(), audit["rows"].as_i64()),
        (Some(true), Some(8))
    );
    let history = desk
        .run(&["history", "anna.lantern", "--limit", "1", "--json"])
        .json();
    assert_eq!(history["rows"][0]["who"], "chair");
    assert!(
        history["rows"][0]["what"]
            .as_str()
            .is_some_and(|what| what.contains("housing"))
    );
}

#[test]
fn undo_takes_an_import_back_and_redo_brings_it_again() {
    let desk = Desk::with_school();
    let before = desk.entries();
    let police = project(POLICE);
    desk.done(&[
        "import",
        "anna.lantern",
        "--agency",
        "Fenholt Primary School",
        &police,
    ]);
    let after = desk.entries();
    assert!(after.len() > before.len());
    let undone = desk.done(&["undo", "anna.lantern"]);
    assert!(undone.contains("police_return.xlsx"), "{undone}");
    assert_eq!(desk.entries(), before);
    desk.done(&["redo", "anna.lantern"]);
    assert_eq!(desk.entries(), after);
    // Import, import, agency; then nothing is left.
    for status in [0, 0, 0, 1] {
        assert_eq!(desk.run(&["undo", "anna.lantern"]).status, status);
    }
    assert_eq!(desk.entries(), Vec::<Value>::new());
}

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

#[test]
fn a_dry_run_says_what_would_be_imported_and_stores_nothing() {
    let desk = Desk::new();
    desk.done(&["new", "anna.lantern"]);
    let before = desk.done(&["audit", "anna.lantern", "verify"]);
    let police = project(POLICE);
    let arguments = [
        "import",
        "anna.lantern",
        "--agency",
        "Wexmoor Constabulary",
        "--dry-run",
        "--json",
        &police,
    ];
    let told = desk.run(&arguments).json();
    assert_eq!(told["stored"], false);
    assert!(!texts(&told["files"][0]["columns"], "heading").is_empty());
    assert_eq!(desk.entries(), Vec::<Value>::new());
    assert_eq!(desk.done(&["audit", "anna.lantern", "verify"]), before);
}

#[test]
fn a_corrected_return_is_compared_cell_by_cell_then_takes_the_earlier_ones_place() {
    let desk = Desk::new();
    desk.done(&["new", "anna.lantern"]);
    let own = |file: &'static str, more: &[&'static str]| {
        let start = ["import", "anna.lantern", "--agency", "Wexmoor Homes", file];
        [&start[..], more].concat()
    };
    let first = "Date,Details\n03/02/2019,Tenant asks for the locks of the front door.\n25/02/2019,No access.\n";
    fs::write(desk.path("log.csv"), first).expect("written");
    desk.done(&own("log.csv", &[]));
    let second = "Date,Details\n03/02/2019,Tenant asks for new locks of the front door.\n31/06/2019,Rent interview.\n";
    fs::write(desk.path("log_corrected.csv"), second).expect("written");
    let corrected = own("log_corrected.csv", &["--dry-run", "--replaces", "log.csv"]);
    let told = desk.done(&corrected);
    for expected in [
        "Beside “log.csv”: 0 entries are the same, 1 changed, 1 new, 1 gone.",
        "Changed, line 2, What happened: “Tenant asks for new locks of the front door.” was “Tenant asks for the locks of the front door.”",
        "New, line 3: “31/06/2019” Rent interview.",
        "Gone, formerly line 3: “25/02/2019” No access.",
    ] {
        assert!(told.contains(expected), "{expected} is not in {told}");
    }
    let told = desk.run(&[&corrected[..], &["--json"]].concat()).json();
    assert_eq!(
        told["amendment"]["changed"][0]["what"][0]["part"],
        "What happened"
    );
    assert_eq!(told["amendment"]["gone"][0]["place"], "line 3");
    let doubts = told["files"][0]["doubts"].as_array().expect("a list");
    let impossible = doubts.iter().find(|doubt| doubt["wording"] == "31/06/2019");
    let impossible = impossible.expect("a doubt");
    assert_eq!(
        (&impossible["row"], &impossible["column"]),
        (&3.into(), &0.into())
    );
    assert_eq!(desk.entries().len(), 2);
    let answer = desk.run(&own(
        "log_corrected.csv",
        &["--dry-run", "--replaces", "log2.csv"],
    ));
    assert_eq!(answer.status, 2);
    assert!(
        answer.err.contains("It has sent: “log.csv”"),
        "{}",
        answer.err
    );
    desk.done(&own("log_corrected.csv", &["--replaces", "log.csv"]));
    let entries = desk.entries();
    assert_eq!(entries.len(), 3, "changed, new, and gone but kept");
    let answer = desk.run(&own(
        "log_corrected.csv",
        &["--again", "--replaces", "log.csv"],
    ));
    assert_eq!(answer.status, 2, "it stands no longer");
    assert!(
        answer.err.contains("It has sent: “log_corrected.csv”"),
        "{}",
        answer.err
    );
    assert!(texts(&Value::Array(entries), "text").contains(&"Rent interview."));
    desk.done(&["undo", "anna.lantern"]);
    assert_eq!(desk.entries().len(), 2, "one undo takes it back");
}

#[test]
fn columns_and_the_order_of_dates_can_be_given_by_hand() {
    let desk = Desk::new();
    desk.done(&["new", "anna.lantern"]);
    let table = "Tag;Ereignis;Bemerkung\n03/04/2018;Hausbesuch;keine\n05/06/2018;Anruf;Rückruf\n07/08/2018;Brief;keine\n";
    fs::write(desk.path("list.csv"), table).expect("written");
    for (agency, more, text, earliest) in [
        (
            "A",
            &["--map", "date=Tag", "--map", "text=ereignis"][..],
            "Hausbesuch",
            "2018-04-03",
        ),
        (
            "B",
            &["--map", "date=A", "--map", "text=3"],
            "keine",
            "2018-04-03",
        ),
        (
            "C",
            &["--map", "date=1", "--map", "text=B", "--date-order", "mdy"],
            "Hausbesuch",
            "2018-03-04",
        ),
    ] {
        let mut arguments = vec!["import", "anna.lantern", "--agency", agency, "--again"];
        arguments.extend(more);
        arguments.push("list.csv");
        desk.done(&arguments);
        let entries = desk.entries();
        let own: Vec<&Value> = entries
            .iter()
            .filter(|entry| entry["agency"] == agency)
            .collect();
        assert_eq!(own.len(), 3, "{agency}");
        assert_eq!(
            (&own[0]["text"], &own[0]["earliest"]),
            (&text.into(), &earliest.into()),
            "{agency}"
        );
    }
}

#[test]
fn date_expressions_become_lines_of_json() {
    let desk = Desk::new();
    let input = "At 01:32hrs on the 13/03/2012\r\nin 2009\n\n02/11/2017\ntwo weeks before her death\nno date here\n";
    let answer = desk.run_with(&["dates", "--anchor", "death=2020-01-14", "--json"], input);
    assert_eq!(answer.status, 0, "{}", answer.err);
    let lines: Vec<Value> = answer
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line of JSON"))
        .collect();
    let expected = [
        (
            "At 01:32hrs on the 13/03/2012",
            1,
            Some("2012-03-13T01:32"),
            "minute",
        ),
        ("in 2009", 1, Some("2009-01-01"), "year"),
        ("02/11/2017", 2, Some("2017-11-02"), "day"),
        ("two weeks before her death", 1, Some("2019-12-31"), "day"),
        ("no date here", 0, None, ""),
    ];
    assert_eq!(lines.len(), expected.len());
    for (line, (expression, readings, earliest, precision)) in lines.iter().zip(expected) {
        assert_eq!(line["expression"], expression);
        assert_eq!(
            line["readings"].as_array().map(Vec::len),
            Some(readings),
            "{line}"
        );
        assert!(line["inferred"].is_array() && line["warnings"].is_array());
        let Some(first) = line["readings"].get(0) else {
            assert!(
                !line["warnings"][0].as_str().unwrap_or_default().is_empty(),
                "{line}"
            );
            continue;
        };
        assert_eq!(first["earliest"].as_str(), earliest, "{line}");
        assert_eq!(first["precision"], precision, "{line}");
        assert!(
            first.get("latest").is_some()
                && first.get("certainty").is_some()
                && first.get("edtf").is_some()
        );
    }
    let year = desk.run_with(&["dates", "--year", "2015"], "on 3 May\n");
    assert!(year.out.contains("3 May 2015"), "{}", year.out);
}

#[test]
fn outputs_are_files_of_their_kind() {
    let desk = Desk::with_school();
    for (arguments, file, start) in [
        (
            &["chronology", "anna.lantern", "--out", "c.pdf"][..],
            "c.pdf",
            &b"%PDF-"[..],
        ),
        (
            &["chronology", "anna.lantern", "--out", "c.docx"],
            "c.docx",
            b"PK",
        ),
        (
            &[
                "chronology",
                "anna.lantern",
                "--format",
                "xlsx",
                "--out",
                "c.xlsx",
            ],
            "c.xlsx",
            b"PK",
        ),
        (
            &["chronology", "anna.lantern", "--out", "c.csv"],
            "c.csv",
            b"\xEF\xBB\xBFEntry,",
        ),
        (
            &["chronology", "anna.lantern", "--out", "c.json"],
            "c.json",
            b"{",
        ),
        (
            &[
                "plan",
                "anna.lantern",
                "--format",
                "docx",
                "--out",
                "p.docx",
            ],
            "p.docx",
            b"PK",
        ),
        (
            &["report", "anna.lantern", "--out", "r.pdf"],
            "r.pdf",
            b"%PDF-",
        ),
    ] {
        let said = desk.done(arguments);
        assert!(said.contains(file), "{said}");
        let bytes = fs::read(desk.path(file)).expect(file);
        assert!(bytes.starts_with(start), "{file}");
    }
    desk.done(&["publish", "anna.lantern", "--out", "all"]);
    assert_eq!(fs::read_dir(desk.path("all")).expect("a folder").count(), 9);
}

/// Elsewhere there is always a display to try.
#[cfg(target_os = "linux")]
#[test]
fn without_a_display_the_program_does_what_the_demonstration_does() {
    let desk = Desk::new();
    let first = desk.run(&[]);
    assert_eq!(first.status, 0, "{}", first.err);
    assert!(first.err.contains("no display"), "{}", first.err);
    for words in [
        "Wexmoor Constabulary",
        "the review is the same as before",
        "The audit trail is whole",
        "Overview report, PDF",
        "Dates understood as they were meant: 36",
        "proposed with 0.5 or more: 9",
        "The panel: 5 members, 2 rounds",
        "each is known as its member’s, with no comment in it",
    ] {
        assert!(first.out.contains(words), "{words}: {}", first.out);
    }
    let named = desk.run(&["lantern-demo/sample review.lantern"]);
    assert_eq!(named.status, 2);
    assert!(named.err.contains("no display"), "{}", named.err);
    // The folder is its own: a second run may write it again.
    let second = desk.run(&["demo", "--out", "lantern-demo"]);
    assert_eq!(second.status, 0, "{}", second.err);
    assert_eq!(second.out, first.out);
    // Another folder is not.
    fs::create_dir(desk.path("mine")).expect("a folder");
    fs::write(desk.path("mine/letter.txt"), "Dear panel").expect("written");
    let refused = desk.run(&["demo", "--out", "mine"]);
    assert_eq!(refused.status, 2);
    assert!(
        refused.err.contains("no demonstration has written"),
        "{}",
        refused.err
    );
    assert_eq!(
        fs::read_dir(desk.path("mine")).expect("a folder").count(),
        1
    );
}

#[test]
fn codes_go_to_another_tool_and_back() {
    let desk = Desk::with_school();
    let said = desk.done(&["codebook", "anna.lantern", "export", "weaknesses.qdc"]);
    assert!(
        said.contains(" weaknesses written to weaknesses.qdc"),
        "{said}"
    );
    let text = fs::read_to_string(desk.path("weaknesses.qdc")).expect("a codebook");
    assert!(text.contains("urn:QDA-XML:codebook:1.0"));
    // Another tool adds a code, and says more of one that is known.
    let code = "<Code guid=\"1FF58B12-6F6F-4B0C-8BE5-BBDC91F55294\" name=\"Economic abuse\" isCodable=\"true\"/></Codes>";
    fs::write(desk.path("theirs.qdc"), text.replace("</Codes>", code)).expect("written");
    let import = ["codebook", "anna.lantern", "import", "theirs.qdc", "--json"];
    for added in [1, 0] {
        let taken = desk.run(&import).json();
        assert_eq!(taken["added"], added);
        assert_eq!(taken["tags"], 0);
        assert_eq!(taken["unknown_texts"], serde_json::json!([]));
    }
    desk.done(&["codebook", "anna.lantern", "export", "anna.qdpx"]);
    let whole = desk.done(&["codebook", "anna.lantern", "import", "anna.qdpx"]);
    assert!(
        whole.starts_with("0 of ") && whole.contains("codes are new in the review"),
        "{whole}"
    );
    let undone = desk.done(&["undo", "anna.lantern"]);
    assert!(undone.contains("Take in 1 weakness and 0 tags"), "{undone}");
    for (arguments, words) in [
        (
            ["codebook", "anna.lantern", "export", "codes.csv"],
            "ends neither in .qdc",
        ),
        (
            ["codebook", "anna.lantern", "import", "none.qdc"],
            "could not be read",
        ),
        (
            ["codebook", "anna.lantern", "import", "anna.lantern"],
            "neither a codebook",
        ),
    ] {
        let answer = desk.run(&arguments);
        assert_eq!(answer.status, 2);
        assert!(answer.err.contains(words), "{}", answer.err);
    }
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let desk = Desk::with_school();
    let mut child = desk
        .command(&["chronology", "anna.lantern"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    drop(child.stdout.take());
    let answer = Answer::of(child.wait_with_output().expect("it ends"));
    assert_eq!((answer.status, answer.err.as_str()), (0, ""));
}
