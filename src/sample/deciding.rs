//! What the coder decided by hand: tags, and who says so, whether abuse was asked about and disclosed.

use std::collections::BTreeMap;

use super::SampleError;
use super::material::{Decisions, Settled};
use super::places::Places;
use crate::edits;
use crate::jobs::Progress;
use crate::model::{EntryId, Review};
use crate::store::Store;

pub(super) fn places(review: &Review, decisions: &Decisions) -> Places {
    Places::of(review, decisions.places.clone())
}

/// One edit for each tag, so that each can be undone and stands with its memo in the audit trail.
pub(super) fn tag(
    store: &mut Store,
    decisions: &Decisions,
    places: &Places,
    coder: &str,
    progress: &dyn Progress,
) -> Result<(), SampleError> {
    let total = decisions.taggings.len() as u64;
    for (done, tagging) in (0..).zip(&decisions.taggings) {
        progress.report(done, Some(total), "Tagging entries")?;
        let entries = places.row(&tagging.file, tagging.row)?;
        edits::tag_entries(store, entries, &tagging.weakness, coder, &tagging.memo)?;
    }
    Ok(())
}

/// One edit for each answer, over all the entries that have it.
pub(super) fn settle(
    store: &mut Store,
    decisions: &Decisions,
    places: &Places,
) -> Result<(), SampleError> {
    for (basis, entries) in by_answer(decisions, places, |settled| settled.basis)? {
        edits::set_basis(store, &entries, basis)?;
    }
    for (enquiry, entries) in by_answer(decisions, places, |settled| settled.enquiry)? {
        edits::set_enquiry(store, &entries, enquiry)?;
    }
    for (disclosure, entries) in by_answer(decisions, places, |settled| settled.disclosure)? {
        edits::set_disclosure(store, &entries, disclosure)?;
    }
    Ok(())
}

fn by_answer<A: Ord + Copy>(
    decisions: &Decisions,
    places: &Places,
    answer: impl Fn(&Settled) -> Option<A>,
) -> Result<BTreeMap<A, Vec<EntryId>>, SampleError> {
    let mut answers: BTreeMap<A, Vec<EntryId>> = BTreeMap::new();
    for settled in &decisions.settled {
        if let Some(answer) = answer(settled) {
            let entries = places.row(&settled.file, settled.row)?;
            answers.entry(answer).or_default().extend(entries);
        }
    }
    Ok(answers)
}
