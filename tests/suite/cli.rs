//! The real program, driven as a script would drive it: arguments and standard input in, output and exit status out.

mod blind;
mod check;
mod imports;
mod keeping_safe;
mod leaks;
mod outputs;
mod plan;
mod programme;
mod programme_report;
mod same_events;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const PASSPHRASE: &str = "four unrelated words here";
const SCHOOL: &str = "samples/review/school.csv";

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
        "check",
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
