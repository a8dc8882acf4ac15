//! `lantern check`: marks as words and as JSON, the exit status, and marks that may stand.

use lantern::edits;
use lantern::store::{Passphrase, Store};
use serde_json::Value;

use super::{Answer, Desk, PASSPHRASE, texts};

fn checked(desk: &Desk) -> (Answer, Value) {
    let answer = desk.run(&["check", "anna.lantern", "--today", "2025-06-01", "--json"]);
    let json = serde_json::from_str(&answer.out).expect("JSON on standard output");
    (answer, json)
}

#[test]
fn marks_stand_against_publication_until_they_are_put_right_or_may_stand() {
    let desk = Desk::with_school();
    let (answer, before) = checked(&desk);
    assert_eq!(answer.status, 1, "{}", answer.err);
    let against = before["against"].as_u64().expect("a number");
    let marks = before["marks"].as_array().expect("a list");
    let musts = marks.iter().filter(|mark| mark["severity"] == "must");
    assert_eq!(musts.count() as u64, against);
    for mark in marks {
        for key in ["rule", "title", "source", "place", "subject", "what"] {
            assert_ne!(mark[key].as_str().expect(key), "", "{key} of {mark}");
        }
        assert!(mark["instead"].is_string());
    }
    assert!(
        texts(&before["marks"], "subject").contains(&"author"),
        "an empty section"
    );
    assert_eq!(before["suppressed"].as_array().map(Vec::len), Some(0));

    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let mut store = Store::open(&desk.path("anna.lantern"), &passphrase, "chair").expect("open");
    let reason = "The chair writes it last.";
    edits::suppress(&mut store, "section_empty", "author", reason).expect("stands");
    drop(store);
    let (answer, after) = checked(&desk);
    assert_eq!(answer.status, 1, "others stand");
    assert_eq!(after["against"].as_u64(), Some(against - 1));
    let [stands] = after["suppressed"].as_array().expect("a list").as_slice() else {
        panic!("{}", after["suppressed"]);
    };
    assert_eq!(stands["reason"], reason);
    assert_eq!(
        (&stands["rule"], &stands["subject"], &stands["by"]),
        (&"section_empty".into(), &"author".into(), &"chair".into())
    );

    let told = desk.run(&["check", "anna.lantern", "--today", "2025-06-01"]);
    assert_eq!(told.status, 1);
    for words in [
        "Stands against publication (",
        "Decided to stand (1)",
        "Stands because: The chair writes it last.",
        "is empty.",
    ] {
        assert!(told.out.contains(words), "{words}: {}", told.out);
    }
    let last = told.out.lines().last().expect("a line");
    assert_eq!(
        last,
        format!("{} marks stand against publication.", against - 1)
    );
}

#[test]
fn a_report_on_which_nothing_stands_ends_well() {
    let desk = Desk::with_school();
    let (_, found) = checked(&desk);
    let passphrase = Passphrase::new(PASSPHRASE.to_owned());
    let mut store = Store::open(&desk.path("anna.lantern"), &passphrase, "chair").expect("open");
    for mark in found["marks"].as_array().expect("a list") {
        let [rule, subject] = ["rule", "subject"].map(|key| mark[key].as_str().expect(key));
        edits::suppress(&mut store, rule, subject, "It is a trial.").expect("stands");
    }
    drop(store);
    let (answer, now) = checked(&desk);
    assert_eq!((answer.status, now["against"].as_u64()), (0, Some(0)));
    let told = desk.done(&["check", "anna.lantern", "--today", "2025-06-01"]);
    assert!(
        told.ends_with("Nothing stands against publication.\n"),
        "{told}"
    );
}
