//! The room Programme: settings, colleagues, money, feedback; each is one undo.

use egui::{Key, Modifiers};
use lantern::app::{ProgrammeRoom, RunningAction, RunningPart};
use lantern::model::programme::{Duty, Grade, MeasureOf, Programme, QuestionKind, Taken};

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
fn a_measure_is_added_renamed_and_taken_at_other_times() {
    let mut hands = in_room(RunningPart::Measures);
    let before = programme(&hands);
    let number = before.template.measures.len() + 1;
    hands.scroll_to_and_press("Add a measure…");
    hands.write("Name of the new measure", "Trust in the police");
    hands.scroll_to_and_press("Whose measure it is");
    hands.press_last("partners");
    hands.write("Lowest value", "ten");
    hands.write("Highest value", "30");
    hands.scroll_to_and_press("Add the measure");
    hands.wait();
    assert!(hands.sees_part("“ten” is not a number"));
    assert_eq!(programme(&hands), before);
    hands.write("Lowest value", "40");
    hands.scroll_to_and_press("Add the measure");
    hands.wait();
    assert!(hands.sees_part("must be below its highest"));
    hands.write("Lowest value", "10");
    hands.scroll_to_and_press("Add the measure");
    hands.wait();
    let added = programme(&hands).template.measures;
    let added = added.last().expect("one");
    assert_eq!(
        (&*added.key, added.of, added.lowest, added.highest),
        ("trust_in_the_police", MeasureOf::Partner, 10, 30)
    );
    assert_eq!(added.taken, [Taken::Before, Taken::End]);
    hands.scroll_to_and_press("Trust in the police: at a follow-up");
    hands.wait();
    type_into(
        &mut hands,
        &format!("Name of measure {number}"),
        "Trust in police",
    );
    let changed = programme(&hands).template.measures;
    let changed = changed.last().expect("one");
    assert_eq!(changed.taken, [Taken::Before, Taken::End, Taken::FollowUp]);
    assert_eq!(&*changed.name, "Trust in police");
    for _ in 0..3 {
        undo(&mut hands);
    }
    assert_eq!(programme(&hands), before);
}

#[test]
fn questions_and_substances_are_added_and_reworded() {
    let mut hands = in_room(RunningPart::Forms);
    let before = programme(&hands);
    hands.write("New question", "Is he on bail?");
    hands.scroll_to_and_press("How it is answered");
    hands.press_last("yes or no, and who says so");
    hands.scroll_to_and_press("Add the question");
    hands.wait();
    let form = programme(&hands).template.referral_form;
    let added = form.last().expect("one");
    assert_eq!(
        (&*added.key, added.kind),
        ("is_he_on_bail", QuestionKind::YesNoWithSource)
    );
    hands.write("New substance", "Spice");
    hands.scroll_to_and_press("Add the substance");
    hands.wait();
    hands.scroll_to_and_press("Spice: illicit");
    hands.wait();
    let all = programme(&hands).template.substances;
    let added = all.last().expect("one");
    assert_eq!((&*added.key, added.illicit), ("spice", true));
    let last = format!("Substance {}", all.len());
    type_into(&mut hands, &last, "Synthetic cannabinoids");
    let name = programme(&hands).template.substances;
    assert_eq!(&*name.last().expect("one").name, "Synthetic cannabinoids");
    for _ in 0..4 {
        undo(&mut hands);
    }
    assert_eq!(programme(&hands), before);
}

#[test]
fn what_the_feedback_form_asks_stands_beside_its_answers() {
    let mut hands = in_room(RunningPart::Lists);
    hands.press("List in hand");
    hands.press_last("Questions of the feedback form");
    hands.write(
        "New line of “Questions of the feedback form”",
        "Was there time enough?",
    );
    hands.press("Add to “Questions of the feedback form”");
    hands.wait();
    hands.act(RunningAction::Part(RunningPart::Feedback).into());
    hands.press("Add a form…");
    assert!(hands.sees("Was there time enough?"));
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
