//! Back and Forward in a programme’s file.

use egui::{Key, Modifiers};
use lantern::app::{
    CohortAction, GroupPart, GroupsAction, Only, PartnersAction, ProgrammeRoom, RunningAction,
    RunningPart,
};

use super::{LOCK, opened, with_programme};
use crate::window::hands::Hands;

fn back(hands: &mut Hands) {
    hands.key(Modifiers::ALT, Key::ArrowLeft);
}

fn forward(hands: &mut Hands) {
    hands.key(Modifiers::ALT, Key::ArrowRight);
}

#[test]
fn back_leads_through_rooms_and_figures_and_forward_leads_on() {
    let mut hands = with_programme();
    let man = opened(&hands).lines[3].man;
    let only = Only {
        words: "Enrolled in a group".to_owned(),
        men: [man].into_iter().collect(),
    };
    hands.act(ProgrammeRoom::Outcomes.into());
    hands.act(CohortAction::Only(Some(only.clone())).into());
    hands.act(ProgrammeRoom::Cohort.into());
    hands.act(CohortAction::Choose(Some(man)).into());
    hands.act(ProgrammeRoom::Groups.into());
    hands.act(GroupsAction::Part(GroupPart::Places).into());
    hands.act(ProgrammeRoom::Running.into());
    hands.act(RunningAction::Part(RunningPart::Money).into());

    back(&mut hands);
    assert_eq!(opened(&hands).running.part, RunningPart::Settings);
    back(&mut hands);
    assert_eq!(opened(&hands).room, ProgrammeRoom::Groups);
    assert_eq!(opened(&hands).groups.part, GroupPart::Places);
    back(&mut hands);
    back(&mut hands);
    let open = opened(&hands);
    assert_eq!(open.room, ProgrammeRoom::Cohort);
    assert_eq!(
        (open.cohort.chosen, &open.cohort.only),
        (Some(man), &Some(only))
    );
    back(&mut hands);
    assert_eq!(opened(&hands).room, ProgrammeRoom::Outcomes);
    forward(&mut hands);
    assert_eq!(opened(&hands).room, ProgrammeRoom::Cohort);
}

#[test]
fn a_file_that_is_gone_is_passed_over() {
    let mut hands = with_programme();
    hands.press("Add a man");
    hands.write("Case number of the new man", "LW-777");
    hands.press("Add him");
    hands.wait();
    hands.act(ProgrammeRoom::FollowUp.into());
    hands.act(ProgrammeRoom::Report.into());
    hands.key(Modifiers::COMMAND, Key::Z);
    hands.wait();
    back(&mut hands);
    back(&mut hands);
    assert!(matches!(
        opened(&hands).room,
        ProgrammeRoom::FollowUp | ProgrammeRoom::Cohort
    ));
    assert!(opened(&hands).cohort.chosen.is_none());
}

#[test]
fn of_partners_the_way_remembers_the_room_and_nobody() {
    let mut hands = with_programme();
    hands.act(ProgrammeRoom::Partners.into());
    hands.act(PartnersAction::Unlock(LOCK.to_owned()).into());
    hands.wait();
    let first = opened(&hands).behind.as_ref().expect("open").partners()[0].id;
    hands.act(PartnersAction::Choose(Some(first)).into());
    hands.act(ProgrammeRoom::Report.into());
    let way = format!("{:?}", opened(&hands).way);
    assert!(way.contains("Partners") && !way.contains(super::HERS));
    let words = opened(&hands)
        .way
        .back()
        .map(|place| place.words(opened(&hands)));
    assert_eq!(words.as_deref(), Some("Partners"));
}
