//! Coming back to what the chronology showed.

use super::{ChronologyState, Selecting};
use crate::app::Open;
use crate::chronology::{Filter, TimeRange};
use crate::model::EntryId;

/// What the chronology shows: of whom, of when, and which entry is in hand.
#[derive(Debug, Clone, PartialEq)]
pub struct ChronologyPlace {
    filter: Filter,
    words: String,
    range: Option<TimeRange>,
    pub entry: Option<EntryId>,
}

impl ChronologyPlace {
    pub fn of(state: &ChronologyState) -> Self {
        Self {
            filter: state.filter.clone(),
            words: state.words_asked_for().to_owned(),
            range: state.range,
            entry: state.current,
        }
    }

    pub fn is(&self, state: &ChronologyState) -> bool {
        self.entry == state.current && self.range == state.range && self.shows_as(state)
    }

    fn shows_as(&self, state: &ChronologyState) -> bool {
        self.filter == state.filter && self.words == state.words_asked_for()
    }

    /// “12 records: Police, no routine enquiry”; `None` where it shows no figure's records.
    pub fn figure(&self) -> Option<&str> {
        self.filter.only.as_ref().map(|only| only.title.as_str())
    }
}

/// Shows what was shown then; an entry that is gone meanwhile leaves none in hand.
pub(in crate::app) fn return_to(open: &mut Open, place: ChronologyPlace) {
    let chronology = &mut open.chronology;
    if place.is(chronology) {
        return;
    }
    chronology.side_by_side = None;
    if !place.shows_as(chronology) {
        chronology.seek(place.words);
        chronology.filter = place.filter;
        chronology.follow(&open.review, &open.derived);
    }
    chronology.range = place.range;
    let present = |entry: &EntryId| open.review.entry(*entry).is_some();
    match place.entry.filter(present) {
        Some(entry) => {
            chronology.unfold_around(&open.review, entry);
            chronology.select(&open.review, entry, Selecting::One);
            chronology.reveal += 1;
        }
        None => chronology.unselect(),
    }
}
