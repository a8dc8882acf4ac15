//! Which records may describe one event: proposals are looked for in a task, and decided by the chair, one by one or all that are sure.

use std::sync::Arc;

use super::ChronologyAction;
use crate::app::{Action, Effect, Finish, Open, Problem, State, Task, TaskKind};
use crate::chronology::{self, Found, Proposal};
use crate::edits;
use crate::model::EntryId;

/// Proposals at least this sure may be accepted together; `tests/suite/same_events.rs` prints how many of such pairs are right.
pub const SURE: f32 = 0.9;
/// Less sure ones are not shown: they would be wrong as often as right.
const WORTH_LOOKING: f32 = 0.5;

/// The list of proposals, while it is open.
#[derive(Debug, Clone, Default)]
pub struct EventProposals {
    pub is_looking: bool,
    /// Those not yet decided, the surest first.
    pub proposals: Vec<EventProposal>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct EventProposal {
    pub proposal: Proposal,
    /// What the records could not both be right about.
    pub differences: Vec<Found>,
}

#[derive(Debug, Clone)]
pub enum EventsAction {
    /// Opens the list and looks for proposals anew.
    Look,
    Close,
    Accept(usize),
    /// The records are of different events, and are not proposed together again.
    Reject(usize),
    /// Accepts every proposal that is at least [`SURE`].
    AcceptSure,
}

impl EventProposals {
    pub fn sure(&self) -> usize {
        let is_sure = |one: &&EventProposal| one.proposal.confidence >= SURE;
        self.proposals.iter().filter(is_sure).count()
    }
}

pub(super) fn update(open: &mut Open, action: EventsAction) -> Result<Vec<Effect>, Problem> {
    match action {
        EventsAction::Look => return Ok(vec![look(open)]),
        EventsAction::Close => open.chronology.events_proposed = None,
        EventsAction::Accept(index) => {
            if let Some(entries) = entries_of(open, index) {
                open.edit("The records were not joined", |store| {
                    edits::join_entries(store, &entries)
                })?;
                decided(open, |at, _| at == index);
            }
        }
        EventsAction::Reject(index) => {
            if let Some(entries) = entries_of(open, index) {
                open.edit("The records were not kept apart", |store| {
                    edits::part_entries(store, &entries)
                })?;
                decided(open, |at, _| at == index);
            }
        }
        EventsAction::AcceptSure => {
            let listed = open.chronology.events_proposed.iter();
            let sure: Vec<Vec<EntryId>> = listed
                .flat_map(|listed| &listed.proposals)
                .filter(|one| one.proposal.confidence >= SURE)
                .map(|one| one.proposal.entries.clone())
                .collect();
            open.edit("The records were not joined", |store| {
                edits::join_many(store, &sure)
            })?;
            decided(open, |_, one| one.proposal.confidence >= SURE);
        }
    }
    Ok(Vec::new())
}

fn entries_of(open: &Open, index: usize) -> Option<Vec<EntryId>> {
    let listed = open.chronology.events_proposed.as_ref()?;
    let one = listed.proposals.get(index)?;
    Some(one.proposal.entries.clone())
}

fn decided(open: &mut Open, is_decided: impl Fn(usize, &EventProposal) -> bool) {
    if let Some(listed) = &mut open.chronology.events_proposed {
        let mut at = 0;
        listed.proposals.retain(|one| {
            let stays = !is_decided(at, one);
            at += 1;
            stays
        });
    }
}

fn look(open: &mut Open) -> Effect {
    open.chronology.events_proposed = Some(EventProposals {
        is_looking: true,
        ..EventProposals::default()
    });
    let (store, review) = (open.store(), Arc::clone(&open.review));
    let (order, people) = (
        Arc::clone(&open.derived.order),
        Arc::clone(&open.derived.people),
    );
    let title = "Looking for records of one event";
    Effect::Start(Task::new(TaskKind::Propose, title, move |progress| {
        let found = chronology::same_events(&review, &order, &people, progress).map(|proposals| {
            let worth = |proposal: &Proposal| proposal.confidence >= WORTH_LOOKING;
            let worth = proposals.into_iter().filter(worth);
            worth
                .map(|proposal| {
                    let group = std::slice::from_ref(&proposal.entries);
                    EventProposal {
                        differences: chronology::contradictions(&review, group, &people),
                        proposal,
                    }
                })
                .collect::<Vec<_>>()
        });
        let finish: Finish = Box::new(move |state: &mut State| {
            let Some(open) = state.open_as(&store) else {
                return Ok(Vec::new());
            };
            // Stopped: the list closes. Closed meanwhile: it stays closed.
            let listed = open.chronology.events_proposed.take();
            if let (Some(_), Ok(proposals)) = (listed, found) {
                open.chronology.events_proposed = Some(EventProposals {
                    is_looking: false,
                    proposals,
                });
            }
            Ok(Vec::new())
        });
        finish
    }))
}

impl From<EventsAction> for Action {
    fn from(action: EventsAction) -> Self {
        Self::Chronology(ChronologyAction::Events(action))
    }
}
