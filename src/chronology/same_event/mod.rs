//! Which records of several agencies may describe one event: proposals with their reasons, never more than proposals.

use crate::jobs::{Cancelled, Progress};
use crate::model::{EntryId, EventId, Review};

use super::PeopleIndex;

/// Entries that may be records of one event.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// At least two, in order of time. Where `joins` is set: those of the event, and those that may belong to it.
    pub entries: Vec<EntryId>,
    /// An event there already is, which the others may belong to.
    pub joins: Option<EventId>,
    /// From 0 to 1: how many of such proposals are right.
    pub confidence: f32,
    /// Sentences for the chair: “Both within 15 minutes of 21:10 on 12 April 2019.”
    pub reasons: Vec<String>,
}

/// Proposals, the surest first. Each entry stands in one proposal at most; pairs in `review.parted` stand in none together;
/// entries of one event already are proposed only with something new to join it. Withdrawn entries are left out.
pub fn same_events(
    _review: &Review,
    _order: &[u32],
    _people: &PeopleIndex,
    _progress: &dyn Progress,
) -> Result<Vec<Proposal>, Cancelled> {
    Ok(Vec::new())
}
