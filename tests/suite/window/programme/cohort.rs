//! The cohort: finding, adding, the next step; follow-up; what is behind a figure.

use egui::{Key, Modifiers};
use lantern::app::{CohortAction, ProgrammeRoom, Screen};
use lantern::model::programme::StepKind;

use super::{opened, with_programme};
use crate::window::hands::Hands;

fn choose(hands: &mut Hands, name: &str) {
    let lines = &opened(hands).lines;
    let man = lines
        .iter()
        .find(|line| line.called == name)
        .expect(name)
        .man;
    hands.act(CohortAction::Choose(Some(man)).into());
}

#[test]
fn a_man_is_added_takes_his_first_step_and_undo_takes_both_back() {
    let mut hands = with_programme();
    let before = opened(&hands).lines.len();
    hands.press("Add a man");
    hands.write("Case number of the new man", "LW-777");
    hands.press("Add him");
    hands.wait();
    assert_eq!(opened(&hands).lines.len(), before + 1);
    assert!(hands.sees("Take the next step"));
    assert!(!hands.sees("Record “Appointment offered”"));

    hands.press("Appointment offered");
    hands.press("Record “Appointment offered”");
    hands.wait();
    let chosen = opened(&hands).cohort.chosen.expect("he is in hand");
    let stands = |hands: &Hands| opened(hands).line(chosen).expect("his line").kind();
    assert_eq!(stands(&hands), Some(StepKind::AppointmentOffered));
    hands.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(stands(&hands), Some(StepKind::Referred));
    hands.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(opened(&hands).lines.len(), before);
}

#[test]
fn only_steps_that_may_follow_are_offered_and_leaving_needs_a_reason() {
    let mut hands = with_programme();
    choose(&mut hands, "Wrexham");
    let man = opened(&hands).cohort.chosen.expect("he is in hand");
    let last = opened(&hands).line(man).expect("his line").kind();
    assert_eq!(last, Some(StepKind::Assessed));
    assert!(hands.sees("Found unsuitable"));
    assert!(!hands.sees("Completed"));
    hands.press("Dropped out");
    hands.press("Record “Dropped out”");
    hands.wait();
    assert!(hands.sees("Please choose a reason"));
    assert_eq!(opened(&hands).line(man).expect("his line").kind(), last);
    hands.press("Reason for leaving");
    hands.press_last("Moved away");
    hands.press("Record “Dropped out”");
    hands.wait();
    let now = opened(&hands).line(man).expect("his line").kind();
    assert_eq!(now, Some(StepKind::DroppedOut));
}

#[test]
fn typing_finds_a_man_by_name_or_case_number() {
    let mut hands = with_programme();
    hands.key(Modifiers::COMMAND, Key::K);
    hands.write("Find a man", "lw-00");
    assert!(hands.sees("9 of 24 men"));
    hands.write("Find a man", "bellamy");
    assert!(hands.sees("1 of 24 men"));
    hands.press("Show everybody");
    assert!(hands.sees("24 men"));
}

#[test]
fn not_known_and_not_asked_are_kept_apart_in_the_form() {
    let mut hands = with_programme();
    choose(&mut hands, "Arden");
    hands.press("Referral form");
    assert!(hands.sees_part("0 of 24 questions were asked"));
    let form = &opened(&hands).programme.template.referral_form;
    let asked = form
        .iter()
        .find(|one| one.kind == lantern::model::programme::QuestionKind::YesNo);
    let text = asked.expect("a question of yes or no").text.clone();
    hands.scroll_to_and_press_first(&text);
    if !hands.sees("Not known") {
        hands.press_last(&text);
    }
    hands.press_last("Not known");
    hands.wait();
    assert!(hands.sees_part("1 of 24 questions were asked"));
}

#[test]
fn a_follow_up_is_recorded_and_its_denominator_says_so() {
    let mut hands = with_programme();
    hands.press("Follow-up");
    let waiting = |hands: &Hands| {
        let lines = &opened(hands).follow_ups;
        lines.iter().filter(|line| line.waits()).count()
    };
    let before = waiting(&hands);
    let line = opened(&hands).follow_ups.iter().find(|line| line.waits());
    let line = line.expect("somebody waits").clone();
    hands.press(&format!(
        "Record the result of {} after {} months",
        line.called, line.window.months
    ));
    hands.press_last("What came of it");
    hands.press_last("Refused");
    hands.press("Record it");
    hands.wait();
    assert_eq!(waiting(&hands), before - 1);
    assert!(hands.sees_part("1 refused"));
}

#[test]
fn the_report_is_written_beside_the_file() {
    let mut hands = with_programme();
    hands.press("Report");
    hands.press("Write the evaluation");
    hands.wait();
    assert!(hands.sees("Written: evaluation.pdf"));
    assert!(hands.folder().join("evaluation.docx").exists());
}

#[test]
fn every_room_has_its_key_and_its_page_of_the_manual() {
    let mut hands = with_programme();
    for (key, room) in [
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
    ]
    .into_iter()
    .zip(ProgrammeRoom::ALL)
    {
        hands.key(Modifiers::COMMAND, key);
        assert_eq!(hands.app().state.screen(), Screen::Programme(room));
        hands.key(Modifiers::NONE, Key::F1);
        assert!(hands.sees("Close help"), "{room:?}");
        hands.press("Close help");
    }
}
