//! What can be done in the chronology. What acts on chosen entries is in [`bulk`].

use std::path::PathBuf;

use super::{
    EventsAction, PassagesAction, Selecting, SideBySideAction, TimelineAction, bulk, events,
    passages, printing, side_by_side, tagging, timeline, views, words,
};
use crate::app::{Effect, Notice, Open, Pick, Problem, State, field};
use crate::chronology::{Column, Filter, GroupKey, Grouping, Sorting, TimeRange};
use crate::edits::{self, Direction};
use crate::model::{
    Basis, Disclosure, Enquiry, EntryId, FindingId, PersonId, RecommendationId, ViewId,
};
use crate::publish::Output;

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

pub(in crate::app) fn update(
    state: &mut State,
    action: ChronologyAction,
) -> Result<Vec<Effect>, Problem> {
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
        ChronologyAction::Search(words) => super::search(open, words),
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
