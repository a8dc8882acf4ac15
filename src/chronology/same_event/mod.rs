//! Which records of several agencies may describe one event: proposals with their reasons, never more than proposals.
//!
//! The way through: [`texts`] cuts a record into words; [`mentions`] finds when it speaks of, [`terms`] and [`kinds`] what it
//! speaks of; [`records`] puts that beside what is common and rare in the review. [`candidates`] picks the pairs worth a
//! look, [`weigh`] says how likely each is, [`grouping`] makes groups of them and [`reasons`] says why.

mod candidates;
mod grouping;
mod kinds;
mod mentions;
mod nearness;
mod reasons;
mod records;
mod spoken_clock;
mod terms;
mod texts;
mod weigh;

use crate::jobs::{Cancelled, Progress};
use crate::model::{EntryId, EventId, Review};

use super::PeopleIndex;
use grouping::Group;
use records::Records;
use terms::Terms;

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
///
/// `order` is that of [`super::in_order`], `people` the index of the same revision.
pub fn same_events(
    review: &Review,
    order: &[u32],
    people: &PeopleIndex,
    progress: &dyn Progress,
) -> Result<Vec<Proposal>, Cancelled> {
    let records = Records::of(review, order, people, progress)?;
    let pairs = candidates::likely_pairs(&records, progress)?;
    let groups = grouping::groups(review, &records, pairs, progress)?;
    let mut proposals = Vec::with_capacity(groups.len());
    let total = Some(groups.len() as u64);
    let mut terms = Terms::new(&records.names);
    for (done, group) in (0..).zip(&groups) {
        progress.report(done, total, "Writing the reasons")?;
        proposals.push(proposal(review, &records, group, &mut terms));
    }
    proposals.sort_by(|one, other| other.confidence.total_cmp(&one.confidence));
    Ok(proposals)
}

fn proposal(review: &Review, records: &Records, group: &Group, terms: &mut Terms<'_>) -> Proposal {
    let entries = group
        .records
        .iter()
        .map(|at| review.entries[records.all[*at].entry].id)
        .collect();
    Proposal {
        entries,
        joins: group.event,
        confidence: group.sureness,
        reasons: reasons::reasons(review, records, group, terms),
    }
}
