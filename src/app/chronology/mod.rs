//! The chronology: filter, order, selection, tagging, saved views, and printing what is shown.

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
use std::path::PathBuf;
use std::sync::Arc;

use super::{Derived, Effect, Notice, Open, Pick, Problem, State, field};
use crate::chronology::{self, Column, Filter, GroupKey, Grouping, Sorting, TimeRange, Timeline};
use crate::edits::Direction;
use crate::model::{
    Basis, Disclosure, Enquiry, EntryId, Event, FindingId, PersonId, RecommendationId, Review,
    ViewId,
};
use crate::publish::Output;

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

#[derive(Debug, Clone)]
pub enum ChronologyAction {
    SetFilter(Box<Filter>),
    ClearFilter,
    Search(String),
    Select(EntryId, Selecting),
    /// Moves the current entry by rows: the arrow and page keys.
    Move(isize),
    /// Moves the end of what is chosen by rows: Shift with an arrow.
    Extend(isize),
    SelectAll,
    SelectGroup(GroupKey),
    Unselect,
    SetRange(Option<TimeRange>),
    Timeline(TimelineAction),
    Events(EventsAction),
    SideBySide(SideBySideAction),
    Passages(PassagesAction),
    /// Narrows to a first or last day, in words as a person writes a date; empty words open that end.
    SetFrom(String),
    SetUntil(String),
    Sort(Sorting),
    Group(Grouping),
    Fold(GroupKey, bool),
    FoldAll(bool),
    /// Folds or unfolds the group of the current entry.
    FoldCurrent(bool),
    ShowColumn(Column, bool),
    /// Opens or closes the tagging bar.
    SetTagging(bool),
    /// What is typed to find a weakness by its name; `None`: back to keys.
    FindTag(Option<String>),
    OpenView(ViewId),
    /// Everything as it is without a view.
    LeaveView,
    /// Saves what is shown under a name; a view of that name is replaced.
    SaveView(String),
    RenameView(ViewId, String),
    RemoveView(ViewId),
    /// Prints what is shown: asks for the file.
    Print(Output),
    PrintTo(Output, PathBuf),
    ShowPrinted,
    /// The rest act on what is selected.
    Tag(String),
    /// Sets the tag, or takes it away where all chosen entries have it.
    TagOrUntag(String),
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
    /// The same of a finding; `None`: of a new one, which is shown at once.
    AddToFinding(Option<FindingId>),
    /// Records of one event: they stay entries of their own.
    JoinAsEvent,
    NotSameEvent,
    Remove,
}

pub(super) fn update(state: &mut State, action: ChronologyAction) -> Result<Vec<Effect>, Problem> {
    field::leave(state)?;
    let coder = state.settings.name.trim().to_owned();
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    let today = open.today;
    let chronology = &mut open.chronology;
    match action {
        ChronologyAction::SetFilter(filter) => {
            chronology.filter = *filter;
            chronology.follow(&open.review, &open.derived);
        }
        ChronologyAction::SetFrom(text) => {
            chronology.filter.from = words::first_day(&text, &open.review, today)?;
            chronology.follow(&open.review, &open.derived);
        }
        ChronologyAction::SetUntil(text) => {
            chronology.filter.until = words::last_day(&text, &open.review, today)?;
            chronology.follow(&open.review, &open.derived);
        }
        ChronologyAction::ClearFilter => {
            chronology.show_everything();
            chronology.follow(&open.review, &open.derived);
        }
        ChronologyAction::Search(words) => search(open, words),
        ChronologyAction::Select(entry, how) => chronology.select(&open.review, entry, how),
        ChronologyAction::Move(by) => chronology.step(&open.review, by),
        ChronologyAction::Extend(by) => chronology.extend(&open.review, by),
        ChronologyAction::SelectAll => chronology.select_all(&open.review),
        ChronologyAction::SelectGroup(key) => chronology.select_group(&open.review, key),
        ChronologyAction::Unselect => chronology.unselect(),
        ChronologyAction::SetRange(range) => chronology.range = range,
        ChronologyAction::Events(action) => return events::update(open, action),
        ChronologyAction::SideBySide(action) => side_by_side::update(open, action),
        ChronologyAction::Passages(action) => passages::update(open, action, &coder)?,
        ChronologyAction::Timeline(action) => {
            if let Some(said) = timeline::update(open, action) {
                state.tell(Notice::Done(said));
            }
        }
        ChronologyAction::Sort(sorting) => {
            chronology.sorting = sorting;
            chronology.arrange(&open.review, &open.derived);
            chronology.reveal += 1;
        }
        ChronologyAction::Group(grouping) => {
            chronology.grouping = grouping;
            chronology.folded.clear();
            chronology.arrange(&open.review, &open.derived);
            chronology.reveal += 1;
        }
        ChronologyAction::Fold(key, folded) => chronology.fold(key, folded),
        ChronologyAction::FoldAll(folded) => chronology.fold_all(folded),
        ChronologyAction::FoldCurrent(folded) => chronology.fold_current(&open.review, folded),
        ChronologyAction::ShowColumn(column, true) => {
            chronology.columns.insert(column);
        }
        ChronologyAction::ShowColumn(column, false) => {
            chronology.columns.remove(&column);
        }
        ChronologyAction::SetTagging(true) => chronology.begin_tagging(&open.review),
        ChronologyAction::SetTagging(false) => chronology.tagging = None,
        ChronologyAction::FindTag(typed) => {
            if let Some(tagging) = &mut chronology.tagging {
                tagging.typed = typed;
            }
        }
        ChronologyAction::TagOrUntag(weakness) => tag_or_untag(open, &weakness, &coder)?,
        ChronologyAction::OpenView(id) => return views::show(state, id),
        ChronologyAction::LeaveView => views::leave(open),
        ChronologyAction::SaveView(name) => views::save(open, &name)?,
        ChronologyAction::RenameView(id, name) => views::rename(open, id, &name)?,
        ChronologyAction::RemoveView(id) => views::remove(open, id)?,
        ChronologyAction::Print(output) => return Ok(vec![Effect::Pick(Pick::Print(output))]),
        ChronologyAction::PrintTo(output, path) => return printing::start(open, output, path),
        ChronologyAction::ShowPrinted => {
            let printed = chronology.printed.as_ref();
            return Ok(printed
                .map(|printed| Effect::Show(printed.path.clone()))
                .into_iter()
                .collect());
        }
        ChronologyAction::MoveUp => move_current(open, Direction::Earlier)?,
        ChronologyAction::MoveDown => move_current(open, Direction::Later)?,
        other => bulk::change(open, other, &coder)?,
    }
    Ok(Vec::new())
}

fn tag_or_untag(open: &mut Open, weakness: &str, coder: &str) -> Result<(), Problem> {
    if open.chronology.marked_here().is_some() {
        return passages::tag(open, weakness, coder);
    }
    let chronology = &open.chronology;
    let set = !chronology.all_have(&open.review, &open.derived, weakness);
    let chosen = chronology.selected.len();
    let action = if set {
        ChronologyAction::Tag(weakness.to_owned())
    } else {
        ChronologyAction::Untag(weakness.to_owned())
    };
    bulk::change(open, action, coder)?;
    if let Some(tagging) = &mut open.chronology.tagging {
        tagging.said = tagging::in_words(&open.review, chosen, weakness, set);
        tagging.typed = None;
    }
    Ok(())
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

/// Moves the current entry among those of the same time, where the order is the chair's.
fn move_current(open: &mut Open, direction: Direction) -> Result<(), Problem> {
    if let Some(current) = open.chronology.current {
        open.edit("The entry was not moved", |store| {
            crate::edits::move_entry(store, current, direction)
        })?;
        open.chronology.reveal += 1;
    }
    Ok(())
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
