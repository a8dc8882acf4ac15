//! The chronology: filter, selection, tagging, and what is understood of one entry.

mod timeline;

pub use timeline::{
    LaneChoice, Picking, SILENCES, Spot, TimelineAction, TimelineLook, days_of_stretch,
};

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use super::{Derived, Effect, Open, Problem, State, field};
use crate::chronology::{self, Filter, TimeRange, Timeline};
use crate::edits::{self, Direction};
use crate::model::{Basis, Disclosure, Enquiry, EntryId, PersonId, RecommendationId, Review};

#[derive(Debug, Clone, Default)]
pub struct ChronologyState {
    pub filter: Filter,
    /// Words searched for; empty: all.
    pub words: String,
    found: Option<HashSet<EntryId>>,
    /// What is shown, as indices into the review's entries, in order of time.
    pub rows: Arc<Vec<u32>>,
    /// As in [`Derived`]: `rows` ascend in it.
    places: Arc<Vec<u32>>,
    pub selected: BTreeSet<EntryId>,
    /// The entry in the detail pane; always one of `selected` while that is not empty.
    pub current: Option<EntryId>,
    /// Grows when the table shall bring the current entry into view.
    pub reveal: u64,
    /// `rows`, and what a filter by time leaves out, by lane.
    pub timeline: Arc<Timeline>,
    pub look: TimelineLook,
    /// The stretch of time that all of it fills; `None` where none is dated.
    pub whole: Option<TimeRange>,
    /// The stretch of time that the timeline shows; `None`: the whole.
    pub range: Option<TimeRange>,
    /// Grows with every change of `rows`, so that the window can keep what it has laid out.
    pub version: u64,
}

/// How a click changes the selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selecting {
    /// This one only.
    One,
    /// This one as well, or no longer (Ctrl).
    Toggle,
    /// All from the current one to this (Shift).
    Through,
}

#[derive(Debug, Clone)]
pub enum ChronologyAction {
    SetFilter(Box<Filter>),
    ClearFilter,
    Search(String),
    Select(EntryId, Selecting),
    /// Moves the current entry by rows: the arrow and page keys.
    Move(isize),
    SelectAll,
    Unselect,
    SetRange(Option<TimeRange>),
    Timeline(TimelineAction),
    /// The rest act on what is selected.
    Tag(String),
    Untag(String),
    SetBasis(Basis),
    SetEnquiry(Enquiry),
    SetDisclosure(Disclosure),
    NamePerson(PersonId, bool),
    /// Moves the current entry before its neighbour of the same time.
    MoveUp,
    MoveDown,
    /// Adds the selected entries to a recommendation as its evidence.
    AddToRecommendation(RecommendationId),
    Remove,
}

pub(super) fn update(state: &mut State, action: ChronologyAction) -> Result<Vec<Effect>, Problem> {
    field::leave(state)?;
    let coder = state.settings.name.clone();
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    match action {
        ChronologyAction::SetFilter(filter) => {
            open.chronology.filter = *filter;
            open.chronology.follow(&open.review, &open.derived);
        }
        ChronologyAction::ClearFilter => {
            open.chronology.filter = Filter::default();
            open.chronology.words.clear();
            open.chronology.found = None;
            open.chronology.follow(&open.review, &open.derived);
        }
        ChronologyAction::Search(words) => search(open, words)?,
        ChronologyAction::Select(entry, how) => open.chronology.select(&open.review, entry, how),
        ChronologyAction::Move(by) => open.chronology.step(&open.review, by),
        ChronologyAction::SelectAll => {
            let entries = &open.review.entries;
            open.chronology.selected = open
                .chronology
                .rows
                .iter()
                .map(|row| entries[*row as usize].id)
                .collect();
        }
        ChronologyAction::Unselect => {
            open.chronology.selected.clear();
            open.chronology.current = None;
        }
        ChronologyAction::SetRange(range) => open.chronology.range = range,
        ChronologyAction::Timeline(action) => timeline::update(open, action),
        ChronologyAction::MoveUp => move_current(open, Direction::Earlier)?,
        ChronologyAction::MoveDown => move_current(open, Direction::Later)?,
        other => change(open, other, &coder)?,
    }
    Ok(Vec::new())
}

fn change(open: &mut Open, action: ChronologyAction, coder: &str) -> Result<(), Problem> {
    let chosen: Vec<EntryId> = open.chronology.selected.iter().copied().collect();
    if chosen.is_empty() {
        return Ok(());
    }
    match action {
        ChronologyAction::Tag(weakness) => {
            open.edit("The tag was not set", |store| {
                edits::tag_entries(store, &chosen, &weakness, coder, "")
            })?;
        }
        ChronologyAction::Untag(weakness) => {
            open.edit("The tag was not removed", |store| {
                edits::untag_entries(store, &chosen, &weakness)
            })?;
        }
        ChronologyAction::SetBasis(basis) => {
            open.edit("The basis was not set", |store| {
                edits::set_basis(store, &chosen, basis)
            })?;
        }
        ChronologyAction::SetEnquiry(enquiry) => {
            open.edit("This was not set", |store| {
                edits::set_enquiry(store, &chosen, enquiry)
            })?;
        }
        ChronologyAction::SetDisclosure(disclosure) => {
            open.edit("This was not set", |store| {
                edits::set_disclosure(store, &chosen, disclosure)
            })?;
        }
        ChronologyAction::NamePerson(person, present) => {
            open.edit("The person was not named", |store| {
                edits::name_people(store, &chosen, person, present)
            })?;
        }
        ChronologyAction::AddToRecommendation(id) => {
            let found = open
                .review
                .recommendations
                .iter()
                .find(|recommendation| recommendation.id == id);
            if let Some(mut recommendation) = found.cloned() {
                let mut entries: BTreeSet<EntryId> =
                    recommendation.entries.iter().copied().collect();
                entries.extend(chosen);
                recommendation.entries = entries.into_iter().collect();
                open.edit("The entries were not linked", |store| {
                    edits::change_recommendation(store, &recommendation)
                })?;
            }
        }
        ChronologyAction::Remove => {
            open.edit("The entries were not removed", |store| {
                edits::remove_entries(store, &chosen)
            })?;
        }
        _ => {}
    }
    Ok(())
}

/// Shows only entries that hold `words`; empty words show all.
pub(super) fn search(open: &mut Open, words: String) -> Result<(), Problem> {
    open.chronology.found = if words.trim().is_empty() {
        None
    } else {
        Some(open.found(&words)?)
    };
    open.chronology.words = words;
    open.chronology.follow(&open.review, &open.derived);
    Ok(())
}

/// Brings one entry into view, dropping a filter that hides it.
pub(super) fn show(open: &mut Open, entry: EntryId) {
    let chronology = &mut open.chronology;
    let shown = chronology.row_of(&open.review, entry).is_some();
    if !shown {
        chronology.filter = Filter::default();
        chronology.words.clear();
        chronology.found = None;
        chronology.follow(&open.review, &open.derived);
    }
    chronology.select(&open.review, entry, Selecting::One);
    chronology.reveal += 1;
}

/// Moves the current entry among those of the same time, where the order is the chair's.
fn move_current(open: &mut Open, direction: Direction) -> Result<(), Problem> {
    if let Some(current) = open.chronology.current {
        open.edit("The entry was not moved", |store| {
            edits::move_entry(store, current, direction)
        })?;
        open.chronology.reveal += 1;
    }
    Ok(())
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
        self.selected.retain(|entry| review.entry(*entry).is_some());
        self.current = self.current.filter(|entry| review.entry(*entry).is_some());
        self.version += 1;
    }

    /// The row in which an entry is shown; `None` where the filter hides it.
    pub fn row_of(&self, review: &Review, entry: EntryId) -> Option<usize> {
        let index = review
            .entries
            .binary_search_by_key(&entry, |entry| entry.id)
            .ok()?;
        let place_of = |index: usize| self.places.get(index).copied();
        let place = place_of(index)?;
        let found = self
            .rows
            .binary_search_by_key(&Some(place), |row| place_of(*row as usize));
        found.ok()
    }

    pub fn is_filtered(&self) -> bool {
        self.filter != Filter::default() || self.found.is_some()
    }

    fn select(&mut self, review: &Review, entry: EntryId, how: Selecting) {
        match how {
            Selecting::One => self.selected = BTreeSet::from([entry]),
            Selecting::Toggle => {
                if !self.selected.remove(&entry) {
                    self.selected.insert(entry);
                }
            }
            Selecting::Through => {
                let place = |id: EntryId| self.row_of(review, id);
                if let (Some(from), Some(to)) = (self.current.and_then(place), place(entry)) {
                    let between = &self.rows[from.min(to)..=from.max(to)];
                    self.selected = between
                        .iter()
                        .map(|row| review.entries[*row as usize].id)
                        .collect();
                }
                self.selected.insert(entry);
                return;
            }
        }
        self.current = if self.selected.contains(&entry) {
            Some(entry)
        } else {
            self.selected.iter().next().copied()
        };
    }

    fn step(&mut self, review: &Review, by: isize) {
        if self.rows.is_empty() {
            return;
        }
        let at = self.current.and_then(|id| self.row_of(review, id));
        let last = self.rows.len() - 1;
        // Without a current entry the first step leads to the first.
        let to = at
            .map_or(by.saturating_sub(1).max(0).unsigned_abs(), |at| {
                at.saturating_add_signed(by)
            })
            .min(last);
        let entry = review.entries[self.rows[to] as usize].id;
        self.select(review, entry, Selecting::One);
        self.reveal += 1;
    }
}
