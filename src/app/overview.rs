//! The overview: details of the review, its clock and pauses.

use super::{
    AgreementAction, AnalysisAction, AnalysisPart, ChronologyAction, ContradictionsAction, Effect,
    LedgerStanding, LineStanding, PanelAction, PanelPart, PeoplePart, Problem, Room, State,
    analysis, chronology, field, panel, plan,
};
use crate::chronology::Filter;
use crate::drafting::ChainStep;
use crate::edits;
use crate::model::{AgencyId, Pause, PauseId, Standing};
use crate::overview::Waiting;

#[derive(Debug, Clone)]
pub enum OverviewAction {
    /// Goes where something that waits can be dealt with.
    Attend(Waiting),
    ShowAgency(AgencyId),
    /// Opens the import room for this agency.
    ImportFor(AgencyId),
    /// The day as typed.
    AddPause {
        from: String,
        reason: String,
    },
    RemovePause(PauseId),
}

pub(super) fn update(state: &mut State, action: OverviewAction) -> Result<Vec<Effect>, Problem> {
    field::leave(state)?;
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    let today = open.today;
    match action {
        OverviewAction::Attend(waiting) => return attend(state, waiting),
        OverviewAction::ShowAgency(agency) => {
            let filter = Filter {
                agencies: vec![agency],
                ..Filter::default()
            };
            open.room = Room::Chronology;
            return chronology::update(state, ChronologyAction::SetFilter(Box::new(filter)));
        }
        OverviewAction::ImportFor(agency) => {
            open.room = Room::Import;
            open.import.agency = Some(agency);
        }
        OverviewAction::AddPause { from, reason } => {
            let from = field::a_day(&from, &open.review, today)?.ok_or_else(|| {
                Problem::new(
                    "The pause was not added",
                    "A pause needs the day on which it began.",
                )
            })?;
            let pause = Pause {
                id: PauseId(0),
                from,
                until: None,
                reason,
            };
            open.edit("The pause was not added", |store| {
                edits::add_pause(store, &pause)
            })?;
        }
        OverviewAction::RemovePause(pause) => {
            open.edit("The pause was not removed", |store| {
                edits::remove_pause(store, pause)
            })?;
        }
    }
    Ok(Vec::new())
}

fn show_standing(state: &mut State, standing: LedgerStanding) -> Result<Vec<Effect>, Problem> {
    panel::update(state, PanelAction::ShowStanding(standing))
}

fn attend(state: &mut State, waiting: Waiting) -> Result<Vec<Effect>, Problem> {
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    match waiting {
        Waiting::LateReturns(agencies) => {
            open.room = Room::Import;
            open.import.agency = agencies.first().copied();
        }
        Waiting::SkippedRows(_) => open.room = Room::Import,
        Waiting::DoubtfulDates(_) => {
            let filter = Filter {
                doubtful: true,
                ..Filter::default()
            };
            open.room = Room::Chronology;
            return chronology::update(state, ChronologyAction::SetFilter(Box::new(filter)));
        }
        Waiting::OpenContradictions(_) => {
            let open = LineStanding::OnRecord(Standing::Open);
            let show = ContradictionsAction::ShowStanding(open);
            return analysis::update(state, AnalysisAction::Contradictions(show));
        }
        Waiting::OpenCodings(codings) => {
            if let Some(coding) = codings.first() {
                let show = AgreementAction::Show(*coding);
                open.room = Room::Analysis;
                analysis::update(state, AnalysisAction::Show(AnalysisPart::Agreement))?;
                return analysis::update(state, AnalysisAction::Agreement(show));
            }
        }
        Waiting::NotHeard(_) => return show_standing(state, LedgerStanding::NotHeard),
        Waiting::UnansweredComments(_) => return show_standing(state, LedgerStanding::NotAnswered),
        Waiting::UnplacedComments(_) => return show_standing(state, LedgerStanding::Unplaced),
        Waiting::LateReplies(late) => {
            open.room = Room::Panel;
            open.panel.part = PanelPart::Rounds;
            open.panel.round = late.first().map(|(round, _)| *round);
        }
        Waiting::RoundsToGo(_) => {
            open.room = Room::Panel;
            open.panel.part = PanelPart::Rounds;
        }
        Waiting::OverdueActions(actions) => {
            if let Some(action) = actions.first() {
                plan::go(open, ChainStep::Action(*action));
            }
        }
        Waiting::Wishes(actions) => {
            if let Some((action, _)) = actions.first() {
                plan::go(open, ChainStep::Action(*action));
            }
        }
        Waiting::LooseEnds(_, steps) => {
            if let Some(step) = steps.first() {
                plan::go(open, *step);
            }
        }
        Waiting::EmptySections(sections) => {
            open.draft.section = sections.first().copied();
            open.room = Room::Draft;
        }
        Waiting::BrokenCitations(_) => {
            open.draft.show_broken(&open.review, &open.derived.claims);
            open.room = Room::Draft;
        }
        Waiting::AgenciesWithoutSector(_) => {
            open.people.part = PeoplePart::Agencies;
            open.room = Room::PeopleAndAgencies;
        }
        Waiting::PeopleWithoutPseudonym(people) => {
            open.people.part = PeoplePart::People;
            open.people.person = people.first().copied();
            open.room = Room::PeopleAndAgencies;
        }
    }
    Ok(Vec::new())
}
