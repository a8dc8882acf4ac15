//! The chronology: filter, order, selection, tagging, saved views, and printing what is shown.

mod action;
mod arranging;
mod bulk;
mod chosen;
mod events;
mod lines;
mod passages;
mod printing;
mod returning;
mod searching;
mod selecting;
mod side_by_side;
mod tagging;
mod timeline;
mod views;
mod words;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::{Derived, Open};
use crate::chronology::{self, Column, Filter, GroupKey, Grouping, Sorting, TimeRange, Timeline};
use crate::model::{EntryId, Event, Review, ViewId};

pub use action::ChronologyAction;
pub(super) use action::update;
pub use chosen::Chosen;
pub use events::{EventProposal, EventProposals, EventsAction, SURE};
pub use lines::{Line, Lines};
pub use passages::{Marked, PassagesAction};
pub use printing::{PRINTED, Printed, output_of};
pub(super) use returning::{ChronologyPlace, return_to};
pub(super) use searching::wanted;
pub use selecting::Selecting;
pub(super) use selecting::show;
pub use side_by_side::{SideBySide, SideBySideAction};
pub use tagging::{TAG_KEYS, Tagging, named_like, tag_keys};
pub use timeline::{
    LaneChoice, Picking, SILENCES, Spot, TimelineAction, TimelineLook, days_of_stretch,
    silence_in_words,
};
pub use words::{Part, filter_parts, order_in_words};

/// Words of single choices of the filter.
pub mod filter_words {
    pub use super::words::{asked, disclosed};
}

#[derive(Debug, Clone)]
pub struct ChronologyState {
    pub filter: Filter,
    /// Words that the entries shown hold; empty: all.
    pub words: String,
    found: Option<HashSet<EntryId>>,
    /// A search that has not ended yet.
    sought: Option<searching::Sought>,
    /// What the filter leaves, as indices into the review's entries, in order of time.
    pub rows: Arc<Vec<u32>>,
    /// The same as the table shows it: sorted, grouped, folded.
    pub lines: Lines,
    pub sorting: Sorting,
    pub grouping: Grouping,
    pub folded: HashSet<GroupKey>,
    /// Columns besides those that always are there.
    pub columns: BTreeSet<Column>,
    /// The row of each entry in `lines`, by index into the review's entries; `None`: `lines` has the order of `rows`.
    table_rows: Option<Vec<u32>>,
    /// Places in `review.events`.
    events: HashMap<EntryId, usize>,
    /// Entries that agencies have withdrawn, whether shown or not.
    pub withdrawn: usize,
    /// The revision that the two above are of.
    known: i64,
    /// As in [`Derived`]: `rows` ascend in it.
    places: Arc<Vec<u32>>,
    pub selected: BTreeSet<EntryId>,
    /// The entry in the detail pane; always one of `selected` while that is not empty.
    pub current: Option<EntryId>,
    /// The other end of what is chosen, where Shift chose from the current entry to it.
    reach: Option<EntryId>,
    /// Grows with every change of `selected`.
    pub selection: u64,
    /// Grows when the table shall bring the current entry into view.
    pub reveal: u64,
    /// `rows`, and what a filter by time leaves out, by lane.
    pub timeline: Arc<Timeline>,
    /// What the timeline was made from, beside the review.
    drawn: Option<(u64, LaneChoice, u32, Arc<Vec<u32>>)>,
    pub look: TimelineLook,
    /// The stretch of time that all of it fills; `None` where none is dated.
    pub whole: Option<TimeRange>,
    /// The stretch of time that the timeline shows; `None`: the whole.
    pub range: Option<TimeRange>,
    /// Grows with every change of `rows` or `lines`, so that the window can keep what it has laid out.
    pub version: u64,
    pub tagging: Option<Tagging>,
    /// Words of an entry that are marked, to be tagged.
    pub marked: Option<Marked>,
    /// The wording shall take the keyboard, to mark words in it.
    pub marking: bool,
    /// What may be one event; `None` while its list is closed.
    pub events_proposed: Option<EventProposals>,
    /// Records that are read beside each other.
    pub side_by_side: Option<SideBySide>,
    /// The saved view that was opened last.
    pub view: Option<ViewId>,
    /// What was printed last.
    pub printed: Option<Printed>,
}

/// Shows only entries that hold `words`, as soon as they are found; empty words show all.
pub(super) fn search(open: &mut Open, words: String) {
    open.chronology.seek(words);
    open.chronology.follow(&open.review, &open.derived);
}

/// Shows certain records, whatever was shown before.
pub(super) fn show_only(open: &mut Open, title: String, entries: Vec<EntryId>) {
    let chronology = &mut open.chronology;
    chronology.show_everything();
    chronology.filter = Filter::of_records(&open.review, title, entries);
    chronology.range = None;
    chronology.follow(&open.review, &open.derived);
}

/// Opens the tagging bar.
pub(super) fn begin_tagging(open: &mut Open) {
    let (chronology, review) = (&mut open.chronology, &open.review);
    chronology.begin_tagging(review);
}

impl Default for ChronologyState {
    fn default() -> Self {
        Self {
            look: TimelineLook::default(),
            filter: Filter::default(),
            words: String::new(),
            found: None,
            sought: None,
            rows: Arc::default(),
            lines: Lines::default(),
            sorting: Sorting::default(),
            grouping: Grouping::default(),
            folded: HashSet::new(),
            columns: Column::USUAL.into(),
            table_rows: None,
            events: HashMap::new(),
            withdrawn: 0,
            known: 0,
            places: Arc::default(),
            selected: BTreeSet::new(),
            current: None,
            reach: None,
            selection: 0,
            reveal: 0,
            timeline: Arc::default(),
            drawn: None,
            whole: None,
            range: None,
            version: 0,
            tagging: None,
            marked: None,
            marking: false,
            events_proposed: None,
            side_by_side: None,
            view: None,
            printed: None,
        }
    }
}

impl ChronologyState {
    /// Lists anew what the filter shows. Entries that are gone leave the selection.
    pub(super) fn follow(&mut self, review: &Review, derived: &Derived) {
        self.rows = Arc::new(chronology::filtered(
            review,
            &derived.order,
            &self.filter,
            &derived.people,
            self.found.as_ref(),
        ));
        self.places = Arc::clone(&derived.places);
        self.draw(review, derived);
        self.learn(review);
        self.selected.retain(|entry| review.entry(*entry).is_some());
        self.current = self.current.filter(|entry| review.entry(*entry).is_some());
        self.reach = self.reach.filter(|entry| review.entry(*entry).is_some());
        self.marked = self
            .marked
            .take()
            .filter(|marked| marked.still_fits(review));
        self.selection += 1;
        self.arrange(review, derived);
    }

    /// Computes what depends on the review alone, once a revision.
    fn learn(&mut self, review: &Review) {
        if std::mem::replace(&mut self.known, review.revision) == review.revision {
            return;
        }
        let events = review.events.iter().zip(0..);
        self.events = events
            .flat_map(|(event, place)| event.entries.iter().map(move |entry| (*entry, place)))
            .collect();
        let withdrawn = review
            .entries
            .iter()
            .filter(|entry| entry.withdrawn.is_some());
        self.withdrawn = withdrawn.count();
    }

    /// Drops filter and search; what is withdrawn is shown only where the present filter does.
    fn show_everything(&mut self) {
        self.filter = Filter::default();
        self.seek(String::new());
    }

    /// The place of an entry in `rows`; `None` where the filter hides it.
    pub fn row_of(&self, review: &Review, entry: EntryId) -> Option<usize> {
        let place_of = |index: usize| self.places.get(index).copied();
        let place = place_of(index_of(review, entry)?)?;
        let found = self
            .rows
            .binary_search_by_key(&Some(place), |row| place_of(*row as usize));
        found.ok()
    }

    /// The place of an entry in the table's rows; `None` where the filter hides it.
    pub fn table_row_of(&self, review: &Review, entry: EntryId) -> Option<usize> {
        let Some(table_rows) = &self.table_rows else {
            return self.row_of(review, entry);
        };
        let row = *table_rows.get(index_of(review, entry)?)?;
        (row != u32::MAX).then_some(row as usize)
    }

    /// The event that an entry is a record of.
    pub fn event_of<'a>(&self, review: &'a Review, entry: EntryId) -> Option<&'a Event> {
        review.events.get(*self.events.get(&entry)?)
    }

    pub fn shows(&self, column: Column) -> bool {
        column.is_always_shown() || self.columns.contains(&column)
    }

    pub fn is_filtered(&self) -> bool {
        self.filter != Filter::default() || self.found.is_some()
    }
}

fn index_of(review: &Review, entry: EntryId) -> Option<usize> {
    let found = review
        .entries
        .binary_search_by_key(&entry, |entry| entry.id);
    found.ok()
}
