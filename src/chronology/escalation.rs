//! Signs of danger in the records over time.

use chrono::NaiveDate;

use crate::model::{EntryId, Review};

/// How often each indicator of the template shows, by stretches of equal length.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Escalation {
    /// First days of the stretches (calendar quarters, or years where there are more than 40 quarters), without gaps.
    pub stretches: Vec<NaiveDate>,
    pub by_year: bool,
    /// In the template's order; those that show nowhere included.
    pub rows: Vec<IndicatorRow>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorRow {
    /// Key of the template's indicator.
    pub indicator: String,
    /// One for each stretch: its entries, in order of time.
    pub cells: Vec<Vec<EntryId>>,
    /// The first record in time that shows it.
    pub first: Option<EntryId>,
    /// Entries that show it but have no date that fits into one stretch.
    pub elsewhere: Vec<EntryId>,
}

/// Over the entries of `order` (as from [`super::in_order`], or a part of it) that are not withdrawn.
pub fn escalation(_review: &Review, _order: &[u32]) -> Escalation {
    Escalation::default()
}

/// Keys of the indicators whose words stand in the entry's text, response or disclosure cells.
pub fn indicators_of<'a>(_review: &'a Review, _entry: &crate::model::Entry) -> Vec<&'a str> {
    Vec::new()
}
