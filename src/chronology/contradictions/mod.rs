//! Where the records of one event cannot all be right.

use crate::model::{About, EntryId, Review};

use super::PeopleIndex;

/// Two records that contradict each other, with their words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub about: About,
    /// As [`crate::model::Contradiction::entries`].
    pub entries: [EntryId; 2],
    pub a: String,
    pub b: String,
    /// A sentence for the chair: “The calls are 18 minutes apart.”
    pub why: String,
}

/// Contradictions among the entries of each group (an event, or a proposal); in order of group, then of entry.
/// Those the chair has already looked at (same entries, same [`About`] in `review.contradictions`) are found all the same.
pub fn contradictions(
    _review: &Review,
    _groups: &[Vec<EntryId>],
    _people: &PeopleIndex,
) -> Vec<Found> {
    Vec::new()
}
