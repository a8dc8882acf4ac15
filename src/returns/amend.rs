//! A corrected return against the one it replaces.

use crate::model::EntryId;

/// What a corrected return changes, before anything is stored. Numbers are indices into its drafts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Amendment {
    pub same: Vec<(EntryId, usize)>,
    pub changed: Vec<Changed>,
    pub new: Vec<usize>,
    pub gone: Vec<EntryId>,
}

/// An entry that the agency now words or dates otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    pub entry: EntryId,
    pub draft: usize,
    pub what: Vec<Difference>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// “Date”, “What happened”.
    pub part: &'static str,
    pub before: String,
    pub after: String,
}
