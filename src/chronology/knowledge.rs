//! Who knew what, when: facts × agencies.

use crate::model::{AgencyId, EntryId, FactId, KnowingId, Review, When};

/// All facts of a review against all its agencies.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Knowledge {
    /// In the order of `review.agencies`.
    pub agencies: Vec<AgencyId>,
    /// In order of when each fact was first known.
    pub facts: Vec<FactRow>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct FactRow {
    pub fact: FactId,
    /// One for each of [`Knowledge::agencies`].
    pub cells: Vec<Cell>,
}

/// What one agency knew of one fact.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// When it learnt it first; `None`: nothing is entered.
    pub learnt: Option<Learnt>,
    /// Agencies with which it shared the fact, and when they learnt it, in order of time.
    pub shared_with: Vec<(AgencyId, When)>,
    /// Its own records that hold words of the fact, in order of time: where it may have learnt it, whatever is entered.
    pub mentions: Vec<EntryId>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Learnt {
    pub knowing: KnowingId,
    pub when: When,
    pub how: String,
    pub from: Option<AgencyId>,
    pub entry: Option<EntryId>,
    /// Days since the first agency knew; `None` where either date is not understood.
    pub days_after_first: Option<i64>,
}

/// The matrix. `order`: as from [`super::in_order`].
pub fn knowledge(_review: &Review, _order: &[u32]) -> Knowledge {
    Knowledge::default()
}
