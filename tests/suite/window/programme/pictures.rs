//! Pictures of a programme’s rooms, light and dark.

use egui_kittest::SnapshotResults;
use lantern::app::{
    CasePart, CohortAction, FollowUpAction, GroupPart, GroupsAction, IntakeAction, IntakePart,
    KeepingAction, OutcomesAction, PartnersAction, ProgrammeRoom, ReportAction, Theme,
};
use lantern::model::programme::Mark;

use super::{LOCK, opened, with_programme_and_pictures};
use crate::window::hands::Hands;
use crate::window::pictures::{can_draw, keep};

#[test]
fn pictures_of_a_programmes_rooms() {
    if !can_draw() {
        return;
    }
    let mut results = SnapshotResults::new();
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut hands = with_programme_and_pictures();
        hands.app_mut().state.settings.theme = theme;
        hands.settle();
        let mut kept = |hands: &mut Hands, what: &str| {
            keep(hands, &format!("programme_{what}_{name}"), &mut results);
        };
        let man = opened(&hands).lines[8].man;
        hands.act(CohortAction::Choose(Some(man)).into());
        kept(&mut hands, "cohort");
        for (part, what) in [
            (CasePart::Referral, "referral_form"),
            (CasePart::Risk, "risk"),
            (CasePart::Family, "background"),
            (CasePart::Substances, "substances"),
            (CasePart::Incidents, "incidents"),
        ] {
            hands.act(CohortAction::Part(part).into());
            kept(&mut hands, what);
        }
        hands.act(KeepingAction::Open.into());
        hands.act(KeepingAction::ChooseAll(true).into());
        kept(&mut hands, "keeping");
        hands.act(KeepingAction::Leave.into());
        hands.act(ProgrammeRoom::Groups.into());
        for mark in [Mark::Attended, Mark::Missed, Mark::Attended] {
            hands.act(GroupsAction::Mark(Some(mark)).into());
        }
        kept(&mut hands, "register");
        for (part, what) in [
            (GroupPart::Calendar, "calendar"),
            (GroupPart::Places, "places"),
        ] {
            hands.act(GroupsAction::Part(part).into());
            kept(&mut hands, what);
        }
        hands.act(ProgrammeRoom::Partners.into());
        kept(&mut hands, "partners_locked");
        hands.act(PartnersAction::Unlock(LOCK.to_owned()).into());
        let first = opened(&hands).behind.as_ref().expect("open").partners()[0].id;
        hands.act(PartnersAction::Choose(Some(first)).into());
        kept(&mut hands, "partners");
        hands.act(PartnersAction::Lock.into());
        hands.act(ProgrammeRoom::FollowUp.into());
        let line = opened(&hands).follow_ups.iter().find(|line| line.waits());
        let of = line.map(|line| (line.man, line.window.months));
        hands.act(FollowUpAction::Begin(of).into());
        kept(&mut hands, "follow_up");
        hands.act(ProgrammeRoom::Outcomes.into());
        hands.wait();
        for (section, what) in [
            ("pathway", "outcomes"),
            ("attendance", "outcomes_attendance"),
            ("measures", "outcomes_change"),
            ("retention", "outcomes_retention"),
        ] {
            hands.act(OutcomesAction::Section(section.to_owned()).into());
            kept(&mut hands, what);
        }
        hands.act(OutcomesAction::Split(Some("source".to_owned())).into());
        kept(&mut hands, "outcomes_parted");
        hands.act(IntakeAction::Read(vec![made_by_hand(&hands)]).into());
        hands.wait();
        kept(&mut hands, "intake");
        hands.act(IntakeAction::Part(IntakePart::Doubts).into());
        kept(&mut hands, "intake_doubts");
        hands.act(IntakeAction::Leave.into());
        hands.act(ProgrammeRoom::Report.into());
        // The file stands in a folder of another name each time.
        hands.act(ReportAction::SetFolder("Northmoor/evaluation".into()).into());
        kept(&mut hands, "report");
        hands.act(ProgrammeRoom::Running.into());
        kept(&mut hands, "settings");
    }
}

/// A spreadsheet with what is doubtful in such ones.
fn made_by_hand(hands: &Hands) -> std::path::PathBuf {
    let path = hands.folder().join("men of 2015.csv");
    let text = "Case number,Referral source,Referred on,Ethnicity,Locker\n\
                B-1,Police,03/04/2015,White,9\n\
                B-2,Employer,05/06/2015,Cornish,8\n\
                B-2,Probation,16/13/2015,,10\n\
                B-4,Health visitor,some time in May,Black,\n";
    std::fs::write(&path, text).expect("written");
    path
}
