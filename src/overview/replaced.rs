use std::collections::{HashMap, HashSet};

use crate::model::{Import, ImportId, Review};

/// Returns that no longer stand, since a corrected one took their place: each with the one that did, where that was recorded.
/// Corrections made by the earliest versions were not; there, a return of which no entry stands while a later one of its agency
/// does is taken to be replaced.
pub fn replaced(review: &Review) -> HashMap<ImportId, Option<ImportId>> {
    let mut replaced: HashMap<ImportId, Option<ImportId>> = review
        .imports
        .iter()
        .filter_map(|import| Some((import.replaces?, Some(import.id))))
        .collect();
    let mut empty: HashSet<ImportId> = review
        .imports
        .iter()
        .filter(|import| import.entries > 0 && has_later(review, import))
        .map(|import| import.id)
        .collect();
    if !empty.is_empty() {
        for entry in review.entries.iter() {
            if let (Some(import), None) = (entry.source.import, entry.withdrawn) {
                empty.remove(&import);
            }
        }
    }
    for import in empty {
        replaced.entry(import).or_insert(None);
    }
    replaced
}

/// An agency that has sent one return only cannot have replaced it.
fn has_later(review: &Review, import: &Import) -> bool {
    let mut others = review.imports.iter();
    others.any(|other| other.agency == import.agency && other.id > import.id)
}
