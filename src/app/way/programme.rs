//! The places of a programme’s file. Of what stands behind the wall only the room is remembered, never a person.

use super::Step;
use crate::app::{
    CasePart, FollowUpFilter, GroupPart, Only, OpenProgramme, ProgrammeRoom, ReportPart,
    RunningPart, called,
};
use crate::model::{GroupId, ManId};

/// A room, and what it shows.
#[derive(Debug, Clone, PartialEq)]
pub struct ProgrammePlace {
    room: ProgrammeRoom,
    shows: Shows,
}

#[derive(Debug, Clone, PartialEq)]
enum Shows {
    /// The men behind a figure, and whose file is open.
    Cohort(Option<Only>, Option<ManId>, CasePart),
    Groups(Option<GroupId>, GroupPart),
    FollowUp(FollowUpFilter),
    Report(ReportPart),
    Running(RunningPart),
    /// A room that is one place.
    Whole,
}

impl ProgrammePlace {
    fn of(open: &OpenProgramme) -> Self {
        let shows = match open.room {
            ProgrammeRoom::Cohort => {
                let cohort = &open.cohort;
                Shows::Cohort(cohort.only.clone(), cohort.chosen, cohort.part)
            }
            ProgrammeRoom::Groups => Shows::Groups(open.groups.group, open.groups.part),
            ProgrammeRoom::FollowUp => Shows::FollowUp(open.follow_up.filter),
            ProgrammeRoom::Running => Shows::Running(open.running.part),
            ProgrammeRoom::Report => Shows::Report(open.report.part),
            ProgrammeRoom::Partners | ProgrammeRoom::Outcomes => Shows::Whole,
        };
        Self {
            room: open.room,
            shows,
        }
    }

    /// Whether this is where `open` stands; asked once a frame.
    fn is(&self, open: &OpenProgramme) -> bool {
        self.room == open.room
            && match &self.shows {
                Shows::Cohort(only, chosen, part) => {
                    let cohort = &open.cohort;
                    *chosen == cohort.chosen && *part == cohort.part && *only == cohort.only
                }
                _ => *self == Self::of(open),
            }
    }

    /// Going through the men one by one is no step.
    fn is_left_for(&self, other: &Self) -> bool {
        match (&self.shows, &other.shows) {
            (Shows::Cohort(only, ..), Shows::Cohort(others, ..)) => only != others,
            _ => self != other,
        }
    }

    fn is_there(&self, open: &OpenProgramme) -> bool {
        match &self.shows {
            Shows::Cohort(_, Some(man), _) => open.man(*man).is_some(),
            Shows::Groups(Some(group), _) => open.group(*group).is_some(),
            _ => true,
        }
    }

    /// “Cohort: Enrolled in a group”, “Groups & attendance: Register”.
    pub fn words(&self, open: &OpenProgramme) -> String {
        let shown = match &self.shows {
            Shows::Cohort(Some(only), ..) => only.words.clone(),
            Shows::Cohort(None, man, _) => {
                let man = man.and_then(|man| open.man(man));
                man.map(called).unwrap_or_default()
            }
            Shows::Groups(_, part) => part.words().to_owned(),
            Shows::FollowUp(filter) => filter.words().to_owned(),
            Shows::Report(part) => part.words().to_owned(),
            Shows::Running(part) => part.words().to_owned(),
            Shows::Whole => String::new(),
        };
        match shown.as_str() {
            "" => self.room.words().to_owned(),
            shown => format!("{}: {shown}", self.room.words()),
        }
    }
}

/// Remembers where somebody has come from, where they have gone elsewhere since this was asked last.
pub(in crate::app) fn note(open: &mut OpenProgramme) {
    if open.way.here().is_some_and(|here| here.is(open)) {
        return;
    }
    let now = ProgrammePlace::of(open);
    let mut way = std::mem::take(&mut open.way);
    way.arrive(now, |before, now, is_led| {
        (is_led || before.is_left_for(now)) && before.is_there(open)
    });
    open.way = way;
}

/// Goes to the nearest place that still is there.
pub(super) fn go(open: &mut OpenProgramme, step: Step) {
    note(open);
    let mut way = std::mem::take(&mut open.way);
    if let Some(place) = way.take(step, |place| place.is_there(open)) {
        arrive(open, place);
        way.stand(ProgrammePlace::of(open));
    }
    open.way = way;
}

fn arrive(open: &mut OpenProgramme, place: ProgrammePlace) {
    open.room = place.room;
    match place.shows {
        Shows::Cohort(only, chosen, part) => {
            let cohort = &mut open.cohort;
            (cohort.only, cohort.chosen, cohort.part) = (only, chosen, part);
        }
        Shows::Groups(group, part) => (open.groups.group, open.groups.part) = (group, part),
        Shows::FollowUp(filter) => open.follow_up.filter = filter,
        Shows::Report(part) => open.report.part = part,
        Shows::Running(part) => open.running.part = part,
        Shows::Whole => {}
    }
}
