//! The window of a perpetrator programme’s file, in place of a review. One file a room; what was opened behind the wall is in [`Behind`] alone.

mod behind;
mod case;
mod cohort;
mod day;
mod follow_up;
mod groups;
mod hers;
mod intake;
mod keeping;
mod lines;
mod open;
mod outcomes;
mod partners;
mod report;
mod room;
mod running;
mod told;
mod typed;

pub use behind::{Behind, Draft, PartnerPart};
pub use case::{AnswerOf, CaseAction, IncidentTyped, Monitored};
pub use cohort::{CasePart, CohortAction, CohortState, Only};
pub use follow_up::{FollowUpAction, FollowUpFilter, FollowUpLine, FollowUpState, Recorded};
pub use groups::{GroupPart, GroupsAction, GroupsState, RegisterRow};
pub use intake::{CohortIntake, IntakeAction, IntakePart, counted};
pub use keeping::{Decision, KeepingAction, KeepingState};
pub use lines::{CaseLine, called, is_incomplete, name_of_key};
pub use open::OpenProgramme;
pub use outcomes::{Counted, OutcomesAction, OutcomesState, Parted, PartedGroup};
pub use partners::{Adding, CouplesQuestion, PartnersAction};
pub use report::{ReportAction, ReportPart, ReportState};
pub use room::ProgrammeRoom;
pub use running::{
    AskedAction, AskedText, NOTICES, NewMeasure, RunningAction, RunningPart, RunningState,
    RunningText, Setting, SettingList,
};
pub use told::ALCOHOL;
pub use typed::{ManText, ProgrammeField};

pub(super) use outcomes::wanted;
pub(super) use typed::store as store_typed;

use super::open::wait;
use super::{Action, Effect, Notice, Problem, State, Task, TaskKind, field};
use crate::store::{Outcome, Store, StoreError};

#[derive(Debug, Clone)]
pub enum ProgrammeAction {
    GoTo(ProgrammeRoom),
    Cohort(CohortAction),
    Intake(IntakeAction),
    Keeping(KeepingAction),
    /// In the file of the man who is chosen.
    Case(CaseAction),
    Groups(GroupsAction),
    Partners(PartnersAction),
    FollowUp(FollowUpAction),
    Outcomes(OutcomesAction),
    Report(ReportAction),
    Running(RunningAction),
}

macro_rules! into_action {
    ($($action:ident => $room:ident),*) => {$(
        impl From<$action> for Action {
            fn from(action: $action) -> Self {
                Self::Programme(ProgrammeAction::$room(action))
            }
        }
    )*};
}

into_action! {
    CohortAction => Cohort, IntakeAction => Intake, KeepingAction => Keeping, CaseAction => Case, GroupsAction => Groups,
    PartnersAction => Partners, FollowUpAction => FollowUp, OutcomesAction => Outcomes, ReportAction => Report,
    RunningAction => Running, ProgrammeRoom => GoTo
}

pub(super) fn update(state: &mut State, action: ProgrammeAction) -> Result<Vec<Effect>, Problem> {
    let only_looks = matches!(
        action,
        ProgrammeAction::Groups(GroupsAction::Move(_))
            | ProgrammeAction::Cohort(CohortAction::Find(_))
    );
    if !only_looks {
        field::leave(state)?;
    }
    let Some(open) = state.programme.as_deref_mut() else {
        return Ok(Vec::new());
    };
    match action {
        ProgrammeAction::GoTo(room) => open.room = room,
        ProgrammeAction::Cohort(action) => cohort::update(open, action)?,
        ProgrammeAction::Intake(action) => return intake::update(open, action),
        ProgrammeAction::Keeping(action) => return keeping::update(open, action),
        ProgrammeAction::Case(action) => case::update(open, action)?,
        ProgrammeAction::Groups(action) => return groups::update(open, action),
        ProgrammeAction::Partners(action) => {
            let locks = matches!(action, PartnersAction::Lock);
            partners::update(open, action)?;
            if locks {
                state.notices.clear();
            }
        }
        ProgrammeAction::FollowUp(action) => follow_up::update(open, action)?,
        ProgrammeAction::Outcomes(action) => outcomes::update(open, action),
        ProgrammeAction::Report(action) => return report::update(state, action),
        ProgrammeAction::Running(action) => running::update(open, action)?,
    }
    Ok(Vec::new())
}

/// Undo or redo, on a task’s thread: taking back a whole cohort lasts longer than a frame.
pub(super) fn step(
    state: &mut State,
    doing: &str,
    title: &'static str,
    done: &'static str,
    work: fn(&mut Store) -> Result<Option<Outcome<String>>, StoreError>,
) -> Result<Vec<Effect>, Problem> {
    field::leave(state)?;
    let Some(open) = &state.programme else {
        return Ok(Vec::new());
    };
    let store = open.store();
    let task = Task::new(TaskKind::Step, doing, move |_| {
        let outcome = work(&mut wait(&store));
        Box::new(move |state: &mut State| {
            let outcome = outcome.map_err(|error| Problem::new(title, error))?;
            let open = state.programme.as_deref_mut();
            if let (Some(open), Some(outcome)) = (open.filter(|open| open.is(&store)), outcome) {
                open.take_in(title)?;
                state.tell(Notice::Done(format!("{done}: {}", outcome.value)));
            }
            Ok(Vec::new())
        })
    });
    Ok(vec![Effect::Start(task)])
}
