//! Everything that a man’s file holds is typed, corrected and removed in it.

use egui::{Key, Modifiers};
use lantern::app::{CasePart, CohortAction};
use lantern::model::programme::{
    Answer, ChildAge, InformationSource, Man, StepKind, SubstanceFile, Taken, Use,
};

use super::{before, opened, with_programme};
use crate::window::hands::Hands;

fn with_file(name: &str, part: CasePart) -> Hands {
    let mut hands = with_programme();
    hands.resize(1600.0, 1600.0);
    let lines = &opened(&hands).lines;
    let line = lines.iter().find(|line| line.called == name);
    let man = line.expect(name).man;
    hands.act(CohortAction::Choose(Some(man)).into());
    hands.act(CohortAction::Part(part).into());
    hands
}

fn man(hands: &Hands) -> Man {
    let open = opened(hands);
    let man = open.cohort.chosen.and_then(|id| open.man(id));
    man.expect("he is in hand").clone()
}

fn choose(hands: &mut Hands, menu: &str, words: &str) {
    hands.press_last(menu);
    hands.press_last(words);
    hands.wait();
}

fn undo(hands: &mut Hands) {
    hands.key(Modifiers::COMMAND, Key::Z);
}

fn spoken(days: u64) -> String {
    before(days).format("%d/%m/%Y").to_string()
}

#[test]
fn substances_are_told_one_by_one_and_not_asked_is_not_never() {
    let mut hands = with_file("Arden", CasePart::Substances);
    assert!(hands.sees_part("0 of 10 substances were asked about"));
    choose(&mut hands, "Alcohol", "Uses it");
    choose(&mut hands, "Cannabis", "Never used it");
    choose(&mut hands, "How often he drinks", "Daily");
    hands.write("Units of alcohol a week", "12,5");
    hands.key(Modifiers::NONE, Key::Enter);
    let all = man(&hands).substances;
    assert_eq!(all.len(), 2);
    let alcohol = &all[0];
    assert_eq!(
        (alcohol.used, alcohol.tenths_of_units),
        (Use::Current, Some(125))
    );
    assert_eq!(alcohol.regularity, "daily");
    assert!(hands.sees_part("2 of 10 substances were asked about"));

    choose(
        &mut hands,
        "Tells enough of substances to count it",
        "Complete",
    );
    choose(&mut hands, "Used substances before incidents", "Not known");
    let whole = SubstanceFile {
        complete: true,
        used_before_incidents: Answer::NotKnown,
    };
    assert_eq!(man(&hands).substance_file, Some(whole));

    choose(&mut hands, "Cannabis", "Not asked");
    assert_eq!(man(&hands).substances.len(), 1);
    undo(&mut hands);
    assert_eq!(man(&hands).substances.len(), 2);
}

#[test]
fn what_is_no_number_of_units_changes_nothing() {
    let mut hands = with_file("Arden", CasePart::Substances);
    hands.write("Units of alcohol a week", "a lot");
    hands.key(Modifiers::NONE, Key::Enter);
    assert!(hands.sees_part("“a lot” is no number of units"));
    assert!(man(&hands).substances.is_empty());
}

#[test]
fn an_incident_is_recorded_corrected_and_removed_and_she_is_no_source() {
    let mut hands = with_file("Arden", CasePart::Incidents);
    assert!(hands.sees("No incident is recorded."));
    hands.write("Day of the incident", &spoken(20));
    hands.write("Day on which it was told", &spoken(30));
    choose(&mut hands, "Physical violence", "Yes");
    hands.press_last("Who told of the incident");
    assert!(hands.sees("Other agency"));
    assert!(!hands.sees("Partner"));
    hands.press_last("Police");
    hands.write("What happened in the incident", "He broke a door.");
    hands.press("Record the incident");
    hands.wait();
    assert!(hands.sees("It was told before it happened"));
    assert!(man(&hands).incidents.is_empty());

    hands.write("Day on which it was told", &spoken(10));
    hands.press("Record the incident");
    hands.wait();
    let kept = man(&hands).incidents;
    assert_eq!(kept.len(), 1);
    assert_eq!((kept[0].on, kept[0].told), (before(20), before(10)));
    assert_eq!(
        (kept[0].physical, kept[0].source),
        (Answer::Yes, InformationSource::Police)
    );
    assert!(hands.sees("He broke a door."));

    hands.press_part("Correct the incident of");
    hands.write("Day of the incident", &spoken(21));
    hands.press("Keep the correction");
    hands.wait();
    assert_eq!(man(&hands).incidents[0].on, before(21));
    assert_eq!(man(&hands).incidents[0].words, "He broke a door.");
    hands.press_part("Remove the incident of");
    hands.wait();
    assert!(man(&hands).incidents.is_empty());
    undo(&mut hands);
    undo(&mut hands);
    assert_eq!(man(&hands).incidents, kept);
}

#[test]
fn the_day_of_a_step_is_corrected() {
    let mut hands = with_file("Arden", CasePart::Pathway);
    let first = man(&hands).steps[0].clone();
    assert_eq!(first.kind, StepKind::Referred);
    hands.press("Correct the step Referred");
    hands.write("Right day of the step Referred", "soon");
    hands.press("Keep the correction");
    hands.wait();
    assert!(hands.sees_part("“soon” is not one day"));
    assert_eq!(man(&hands).steps[0], first);
    hands.write("Right day of the step Referred", &spoken(430));
    hands.press("Keep the correction");
    hands.wait();
    assert_eq!(man(&hands).steps[0].on, before(430));
    assert!(!hands.sees("Keep the correction"));
    undo(&mut hands);
    assert_eq!(man(&hands).steps[0], first);
}

#[test]
fn monitoring_data_are_chosen_from_lists_and_kept_as_keys() {
    let mut hands = with_file("Arden", CasePart::Pathway);
    for (menu, words) in [
        ("Ethnicity", "Bangladeshi"),
        ("Gender", "Man"),
        ("Sexual orientation", "Straight or heterosexual"),
    ] {
        choose(&mut hands, menu, words);
    }
    let identity = man(&hands).identity;
    assert_eq!(identity.ethnicity, "bangladeshi");
    assert_eq!(identity.gender, "man");
    assert_eq!(identity.sexual_orientation, "straight");
    undo(&mut hands);
    assert_eq!(man(&hands).identity.sexual_orientation, "");
}

#[test]
fn a_child_has_an_age_until_its_day_of_birth_is_known() {
    let mut hands = with_file("Arden", CasePart::Family);
    choose(&mut hands, "Age of the new child", "5 to 9");
    hands.press("Add a child");
    hands.wait();
    assert_eq!(man(&hands).children[0].age, Some(ChildAge::FiveToNine));
    choose(&mut hands, "Age of child 1", "Not yet 1 year");
    assert_eq!(man(&hands).children[0].age, Some(ChildAge::Years(0)));
    choose(&mut hands, "Who told of child 1", "Other agency");
    let source = man(&hands).children[0].source;
    assert_eq!(source, InformationSource::OtherAgency);
    hands.write("Child 1 born on", "3 May 2015");
    hands.key(Modifiers::NONE, Key::Enter);
    let child = man(&hands).children[0].clone();
    assert!(child.born.is_some() && child.age.is_none());
    assert!(!hands.sees("Age of child 1"));
    hands.press("Remove child 1");
    hands.wait();
    assert!(man(&hands).children.is_empty());
    undo(&mut hands);
    assert_eq!(man(&hands).children, [child]);
}

#[test]
fn a_measure_at_a_follow_up_is_recorded_and_corrected() {
    let mut hands = with_file("Arden", CasePart::Measures);
    let measures = |hands: &Hands| {
        let all = man(hands).measures;
        let mut late = all.iter().filter(|one| one.taken == Taken::FollowUp);
        late.next().map(|one| one.value)
    };
    choose(
        &mut hands,
        "When Responsibility taken was taken",
        "at a follow-up",
    );
    choose(&mut hands, "Value of Responsibility taken", "6");
    hands.press("Record Responsibility taken");
    hands.wait();
    assert_eq!(measures(&hands), Some(6));
    hands.press("Correct Responsibility taken 6, at a follow-up");
    choose(&mut hands, "Value of Responsibility taken", "7");
    hands.press("Keep Responsibility taken");
    hands.wait();
    assert_eq!(measures(&hands), Some(7));
    undo(&mut hands);
    assert_eq!(measures(&hands), Some(6));
}
