//! A corrected return beside the one it replaces.

use std::sync::Arc;

use lantern::app::{Action, ChronologyAction, ImportAction, Room, Selecting, ShellAction};
use lantern::model::Entry;

use super::{add, in_import};

/// The school's return with one row worded otherwise, one gone and one more.
fn corrected_school_return() -> Vec<u8> {
    let bytes = lantern::sample::file("school.csv").expect("embedded");
    // It is in an old encoding, of which each byte is a character.
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let last = lines.iter().rposition(|line| !line.trim().is_empty());
    let mut new = lines[last.expect("rows")].clone();
    lines.remove(10);
    lines[12] = lines[12].replacen("the ", "the very ", 1);
    if let Some(end) = new.find(';') {
        new.replace_range(..end, "30/06/2021");
    }
    lines.push(new);
    let text = lines.join(end) + end;
    text.chars()
        .map(|letter| u8::try_from(letter).expect("a byte"))
        .collect()
}

#[test]
fn a_corrected_return_is_compared_replaces_the_earlier_one_and_one_undo_takes_it_back() {
    let mut hands = in_import();
    let before = hands.review();
    let import = before
        .imports
        .iter()
        .find(|import| import.file == "school.csv");
    let import = import.expect("the school's return").clone();
    add(
        &mut hands,
        "school corrected.csv",
        &corrected_school_return(),
    );
    hands.act(Action::Import(ImportAction::SetAgency(0, import.agency)));
    hands.wait();
    assert!(hands.sees("Its name is like school.csv."));
    hands.press("What this return does");
    hands.press_last("is a corrected return of school.csv");
    hands.wait();
    assert!(hands.sees("What it changes"));
    assert!(hands.sees("Changed (1)"));
    assert!(hands.sees("New (1)"));
    assert!(hands.sees("No longer there (1)"));
    assert_eq!(
        hands.review().entries,
        before.entries,
        "nothing is stored by comparing"
    );

    hands.press("Replace the earlier return");
    hands.wait();
    let after = hands.review();
    assert_eq!(after.entries.len(), before.entries.len() + 1);
    let withdrawn = after
        .entries
        .iter()
        .filter(|entry| entry.withdrawn.is_some());
    assert_eq!(withdrawn.count(), 1);
    assert!(hands.sees_part("Replaces school.csv of "));
    assert!(hands.sees_part("Replaced by school corrected.csv of "));
    hands.press("Undo");
    hands.wait();
    assert_eq!(hands.review().entries, before.entries);
    assert_eq!(hands.review().imports, before.imports);
}

#[test]
fn a_comparison_is_made_anew_when_the_review_has_changed() {
    let mut hands = in_import();
    let before = hands.review();
    let import = before
        .imports
        .iter()
        .find(|import| import.file == "school.csv");
    let import = import.expect("the school's return").clone();
    add(
        &mut hands,
        "school corrected.csv",
        &corrected_school_return(),
    );
    hands.act(Action::Import(ImportAction::SetAgency(0, import.agency)));
    hands.wait();
    hands.act(Action::Import(ImportAction::Amend(Some(import.id))));
    hands.wait();
    let of_school = |entry: &&Arc<Entry>| entry.source.import == Some(import.id);
    let changed = before.entries.iter().find(of_school).expect("an entry").id;
    hands.act(Action::Chronology(ChronologyAction::Select(
        changed,
        Selecting::One,
    )));
    hands.act(Action::Chronology(ChronologyAction::Remove));
    hands.act(Action::Shell(ShellAction::GoTo(Room::Import)));
    assert!(hands.sees_part("the review has changed since"));
    hands.press("Compare");
    hands.wait();
    assert!(hands.sees("What it changes"));
    assert!(hands.sees_part("New ("));
}
