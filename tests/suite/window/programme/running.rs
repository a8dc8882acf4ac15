//! The room Programme: settings, colleagues, money, feedback; each is one undo.

use egui::{Key, Modifiers};
use lantern::app::{ProgrammeRoom, RunningAction, RunningPart};
use lantern::model::programme::{Duty, Grade, Programme};

use super::{LOCK, opened, with_programme};
use crate::window::hands::Hands;

fn in_room(part: RunningPart) -> Hands {
    let mut hands = with_programme();
    hands.act(ProgrammeRoom::Running.into());
    hands.act(RunningAction::Part(part).into());
    hands
}

fn undo(hands: &mut Hands) {
    hands.key(Modifiers::COMMAND, Key::Z);
    hands.wait();
}

/// Leaves the field by going on with Tab.
fn type_into(hands: &mut Hands, field: &str, text: &str) {
    hands.write(field, text);
    hands.key(Modifiers::NONE, Key::Tab);
    hands.wait();
}

fn programme(hands: &Hands) -> Programme {
    (*opened(hands).programme).clone()
}

#[test]
fn a_number_of_the_settings_is_changed_and_undone() {
    let mut hands = in_room(RunningPart::Settings);
    let before = programme(&hands);
    type_into(
        &mut hands,
        "Smallest count that may leave the programme",
        "8",
    );
    assert_eq!(programme(&hands).template.disclosure_control.threshold, 8);
    type_into(&mut hands, "Months after completion", "3, 6 12");
    assert_eq!(programme(&hands).template.follow_up.months, [3, 6, 12]);
    undo(&mut hands);
    undo(&mut hands);
    assert_eq!(programme(&hands), before);
}

#[test]
fn a_number_that_cannot_be_is_refused_and_stays_in_its_field() {
    for (field, typed, said) in [
        ("Places in a group", "eight", "“eight” is not a number"),
        ("Places in a group", "0", "it can be between 1 and 50"),
        ("Months after completion", "12, 6", "each once and in order"),
    ] {
        let mut hands = in_room(RunningPart::Settings);
        let before = programme(&hands);
        type_into(&mut hands, field, typed);
        assert!(hands.sees_part(said), "{said}");
        assert!(hands.reads(typed), "{typed}");
        assert_eq!(programme(&hands), before);
    }
}

#[test]
fn what_is_owed_to_partners_needs_their_lock_open() {
    let field = "Contacts while he is in the programme";
    let mut hands = in_room(RunningPart::Settings);
    assert!(!hands.has_field(field) && hands.has_field("Places in a group"));
    hands.press("Open the lock");
    hands.write("Passphrase of women’s safety work", LOCK);
    hands.press("Unlock");
    hands.wait();
    hands.press("Programme");
    type_into(&mut hands, field, "9");
    assert_eq!(programme(&hands).template.contact.during, 9);
}

#[test]
fn a_line_of_a_list_is_added_renamed_and_offered_elsewhere() {
    let mut hands = in_room(RunningPart::Lists);
    let before = programme(&hands);
    hands.write("New line of “Who refers men”", "Housing office");
    hands.press("Add to “Who refers men”");
    hands.wait();
    let sources = programme(&hands).template.referral_sources;
    let added = sources.last().expect("one");
    assert_eq!(
        (&*added.key, &*added.name),
        ("housing_office", "Housing office")
    );
    let last = format!("Who refers men, line {}", sources.len());
    type_into(&mut hands, &last, "Housing");
    let sources = programme(&hands).template.referral_sources;
    let added = sources.last().expect("one");
    assert_eq!((&*added.key, &*added.name), ("housing_office", "Housing"));
    undo(&mut hands);
    undo(&mut hands);
    assert_eq!(programme(&hands), before);
}

#[test]
fn colleagues_come_and_go_with_their_duties() {
    let mut hands = in_room(RunningPart::Colleagues);
    let before = programme(&hands);
    hands.write("New colleague", "Oluwaseun Hart");
    hands.press("Add a colleague");
    hands.wait();
    hands.press("Oluwaseun Hart: Runs groups");
    hands.wait();
    assert_eq!(programme(&hands).colleagues[0].duties, [Duty::Facilitator]);
    hands.press("Remove Oluwaseun Hart");
    hands.wait();
    assert!(programme(&hands).colleagues.is_empty());
    for _ in 0..3 {
        undo(&mut hands);
    }
    assert_eq!(programme(&hands), before);
}

#[test]
fn a_sum_of_money_is_added_and_one_that_is_none_stays_in_its_field() {
    let mut hands = in_room(RunningPart::Money);
    let before = programme(&hands);
    hands.write("Quarter", "Q1 2026");
    hands.write("What for", "Rooms");
    hands.write("Pounds", "about ten");
    hands.press("Add the sum");
    hands.wait();
    assert!(hands.sees_part("“about ten” is not a sum of money"));
    assert!(hands.reads("about ten"));
    hands.write("Pounds", "1,200.50");
    hands.press("Add the sum");
    hands.wait();
    assert!(hands.sees_part("£1,200.50"));
    assert_eq!(programme(&hands).costs[0].pence, 120_050);
    undo(&mut hands);
    assert_eq!(programme(&hands), before);
}

#[test]
fn a_feedback_form_keeps_what_was_left_empty_apart() {
    let mut hands = in_room(RunningPart::Feedback);
    let before = programme(&hands);
    hands.press("Add a form…");
    hands.write("Whose form it is", "7");
    hands.press("One more question");
    hands.press("Answer to question 1");
    hands.press_last("Very satisfied");
    hands.press("Add the form");
    hands.wait();
    assert_eq!(
        programme(&hands).feedback[0].grades,
        [Some(Grade::Very), None]
    );
    assert!(hands.sees_part("1 very satisfied, 1 left empty"));
    undo(&mut hands);
    assert_eq!(programme(&hands), before);
}
