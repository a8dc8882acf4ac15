//! `lantern round`, as a script would use it.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::*;

/// The case's file, closed, in its folder.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn of(case: Case) -> Self {
        drop(case.store);
        Self {
            folder: case.folder,
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Exit status, what it said, and messages.
    fn round(&self, arguments: &[&str]) -> (i32, Value, String) {
        let ended = Command::new(env!("CARGO_BIN_EXE_lantern"))
            .args(["round", "rosa.lantern"])
            .args(arguments)
            .arg("--json")
            .current_dir(self.folder.path())
            .env("LANTERN_PASSPHRASE", PASSPHRASE)
            .output()
            .expect("it starts");
        let said = String::from_utf8(ended.stdout).expect("UTF-8");
        (
            ended.status.code().expect("it ended by itself"),
            serde_json::from_str(&said).unwrap_or(Value::Null),
            String::from_utf8(ended.stderr).expect("UTF-8"),
        )
    }

    fn edited(&self, file: &str, edit: impl FnOnce(&mut WordFile)) {
        let path = self.path(file);
        let mut word = WordFile::open(&std::fs::read(&path).expect("read"));
        edit(&mut word);
        std::fs::write(path, word.saved()).expect("written");
    }
}

fn docx(folder: &Path) -> Vec<String> {
    let all = std::fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> = all
        .map(|one| {
            one.expect("a file")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

#[test]
fn a_round_goes_out_and_comes_back_from_the_command_line() {
    let desk = Desk::of(Case::begun(INTRODUCTION, ANALYSIS));
    let (status, _, said) = desk.round(&["send", "3", "--out", "out"]);
    assert_eq!(status, 2);
    assert!(said.contains("There is no round 3; there is one"), "{said}");

    std::fs::write(desk.path("words.txt"), "six herons on the pier\n").expect("written");
    let (status, sent, said) = desk.round(&["send", "1", "--out", "out", "--packs", "words.txt"]);
    assert_eq!(status, 0, "{said}");
    assert_eq!(sent["files"].as_array().map(Vec::len), Some(6));
    assert_eq!(
        docx(&desk.path("out")),
        [
            "Round 1 - Dr Bronwen Pryce - confidential.docx",
            "Round 1 - Dr Bronwen Pryce - confidential.lanternpack",
            "Round 1 - Pilar Valdés - confidential.docx",
            "Round 1 - Pilar Valdés - confidential.lanternpack",
            "Round 1 - Tadeusz Wójcik - confidential.docx",
            "Round 1 - Tadeusz Wójcik - confidential.lanternpack",
        ]
    );

    let file = "out/Round 1 - Tadeusz Wójcik - confidential.docx";
    desk.edited(file, |word| {
        word.comment("own word", "T. Wójcik", AT, "Quite.");
    });
    std::fs::write(desk.path("notes.txt"), "Dear chair").expect("written");
    let (status, taken, _) = desk.round(&["collect", "notes.txt", file, "gone.docx"]);
    assert_eq!(status, 1, "two could not be taken");
    let files = taken["files"].as_array().expect("a list");
    let told: Vec<(bool, u64)> = files
        .iter()
        .map(|one| {
            (
                one["problem"].is_string(),
                one["added"].as_u64().unwrap_or(9),
            )
        })
        .collect();
    assert_eq!(told, [(true, 0), (false, 1), (true, 0)]);
    assert_eq!(files[1]["member"], "Tadeusz Wójcik");

    let pack = "out/Round 1 - Pilar Valdés - confidential.lanternpack";
    let (status, taken, _) = desk.round(&["collect", pack]);
    assert_eq!(status, 1);
    assert!(
        taken["files"][0]["problem"]
            .as_str()
            .is_some_and(|said| said.contains("is a pack"))
    );
    let (status, taken, _) = desk.round(&["collect", pack, "--packs", "words.txt"]);
    assert_eq!((status, &taken["files"][0]["added"]), (0, &Value::from(0)));

    let (status, stands, _) = desk.round(&["status"]);
    assert_eq!(status, 0);
    let members = stands["rounds"][0]["members"].as_array().expect("a list");
    let told: Vec<String> = members
        .iter()
        .map(|one| {
            format!(
                "{} {} {} {}",
                one["member"],
                one["sees"],
                one["comments"],
                one["replied"] != ""
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "\"Dr Bronwen Pryce\" \"agency_facts\" 0 false",
            "\"Tadeusz Wójcik\" \"full_draft\" 1 true",
            "\"Pilar Valdés\" \"family_version\" 0 true",
        ]
    );
}

#[test]
fn a_round_of_which_nothing_can_be_written_has_not_gone_out() {
    let mut case = Case::begun("Ximena Valdés rang.", ANALYSIS);
    let mut victim = case.review().people[0].clone();
    victim.pseudonym = String::new();
    change_person(&mut case.store, &victim).expect("changed");
    let desk = Desk::of(case);
    let (status, _, said) = desk.round(&["send", "1", "--out", "out"]);
    assert_eq!(status, 2);
    assert!(said.contains("would name people"), "{said}");
    assert!(docx(&desk.path("out")).is_empty());
    let (_, stands, _) = desk.round(&["status"]);
    assert_eq!(stands["rounds"][0]["sent"], "");
}
