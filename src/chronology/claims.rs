//! How well each entry's statement stands: who says so, who bears it out, who disputes it.

use std::collections::HashMap;

use crate::model::{Basis, Entry, EntryId, Review};

/// How an entry's statement stands among the others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Claim {
    pub basis: Basis,
    /// Entries of the same event in other agencies' records that rest on a basis of their own.
    pub borne_out_by: Vec<EntryId>,
    /// Entries that stand in an open or disputed contradiction with it.
    pub disputed_by: Vec<EntryId>,
}

/// The claims of a review at one revision.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Claims {
    by_entry: HashMap<EntryId, Claim>,
}

impl Claims {
    pub fn of(_review: &Review) -> Self {
        Self::default()
    }

    pub fn of_entry(&self, entry: &Entry) -> Claim {
        self.by_entry.get(&entry.id).cloned().unwrap_or(Claim {
            basis: entry.basis,
            ..Claim::default()
        })
    }
}

impl Claim {
    /// A few words that follow every citation (“Claim: the perpetrator’s own word, disputed”); `None` where a first-hand
    /// record stands undisputed or the basis is not stated.
    pub fn badge(&self) -> Option<String> {
        None
    }
}
