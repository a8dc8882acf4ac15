//! What is done to every chosen entry at once, as one edit that one undo takes back.

use std::collections::BTreeSet;

use super::ChronologyAction;
use crate::app::{FindingAction, Open, Problem, plan};
use crate::edits;
use crate::model::{EntryId, RecommendationId};

/// Carries out what acts on the chosen entries.
pub(super) fn change(
    open: &mut Open,
    action: ChronologyAction,
    coder: &str,
) -> Result<(), Problem> {
    let chosen: Vec<EntryId> = open.chronology.selected.iter().copied().collect();
    if chosen.is_empty() {
        return Ok(());
    }
    match action {
        ChronologyAction::Tag(weakness) => open
            .edit("The tag was not set", |store| {
                edits::tag_entries(store, &chosen, &weakness, coder, "")
            })
            .map(drop),
        ChronologyAction::Untag(weakness) => open
            .edit("The tag was not removed", |store| {
                edits::untag_entries(store, &chosen, &weakness, coder)
            })
            .map(drop),
        ChronologyAction::SetBasis(basis) => open
            .edit("The basis was not set", |store| {
                edits::set_basis(store, &chosen, basis)
            })
            .map(drop),
        ChronologyAction::SetEnquiry(enquiry) => open
            .edit("This was not set", |store| {
                edits::set_enquiry(store, &chosen, enquiry)
            })
            .map(drop),
        ChronologyAction::SetDisclosure(disclosure) => open
            .edit("This was not set", |store| {
                edits::set_disclosure(store, &chosen, disclosure)
            })
            .map(drop),
        ChronologyAction::NamePerson(person, present) => open
            .edit("The person was not named", |store| {
                edits::name_people(store, &chosen, person, present)
            })
            .map(drop),
        ChronologyAction::AddToRecommendation(id) => link(open, &chosen, id),
        ChronologyAction::AddToFinding(Some(id)) => {
            plan::update_finding(open, FindingAction::Link(id, chosen))
        }
        ChronologyAction::AddToFinding(None) => {
            plan::update_finding(open, FindingAction::AddOn(chosen))
        }
        ChronologyAction::Remove => open
            .edit("The entries were not removed", |store| {
                edits::remove_entries(store, &chosen)
            })
            .map(drop),
        ChronologyAction::JoinAsEvent => open
            .edit("The entries were not joined", |store| {
                edits::join_entries(store, &chosen)
            })
            .map(drop),
        ChronologyAction::NotSameEvent => open
            .edit("The entries were not kept apart", |store| {
                edits::part_entries(store, &chosen)
            })
            .map(drop),
        _ => Ok(()),
    }
}

/// Adds the entries to a recommendation as its evidence.
fn link(open: &mut Open, chosen: &[EntryId], id: RecommendationId) -> Result<(), Problem> {
    let recommendations = &open.review.recommendations;
    let found = recommendations.iter().find(|known| known.id == id);
    let Some(mut recommendation) = found.cloned() else {
        return Ok(());
    };
    let mut entries: BTreeSet<EntryId> = recommendation.entries.iter().copied().collect();
    entries.extend(chosen);
    recommendation.entries = entries.into_iter().collect();
    open.edit("The entries were not linked", |store| {
        edits::change_recommendation(store, &recommendation)
    })
}
