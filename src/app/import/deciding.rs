//! What the chair decides about a file that waits: whose it is, and how it is to be read.

use chrono::NaiveDate;

use super::reading::{self, Reading};
use super::{ImportAction, Ready, WaitingState};
use crate::app::{Effect, Open, Problem};
use crate::edits;
use crate::model::{Agency, AgencyId, ColumnKey};
use crate::returns::Mapping;

/// Carries out an action about how the selected file is read.
pub(super) fn decide(open: &mut Open, action: ImportAction, today: NaiveDate) -> Vec<Effect> {
    let selected = open.import.selected;
    let review = std::sync::Arc::clone(&open.review);
    let waiting = open.import.waiting.get(selected);
    let agency = waiting.and_then(|waiting| waiting.agency);
    reading::understand_again(open, selected, today, |reading, ready| match action {
        ImportAction::SetTable(table) => {
            *reading = Reading {
                table,
                habit: reading.habit.take(),
                without_habit: reading.without_habit,
                ..Reading::default()
            };
        }
        ImportAction::SetCase(case) => reading.case = case,
        ImportAction::SetColumn(column, meaning) => {
            set_column(&mut by_hand(reading, ready).columns, column, meaning);
        }
        ImportAction::SwapColumns(one, other) => {
            let columns = &mut by_hand(reading, ready).columns;
            if one < columns.len() && other < columns.len() {
                columns.swap(one, other);
            }
        }
        ImportAction::SetHeader(header) => by_hand(reading, ready).header = header,
        ImportAction::SetOrder(order) => reading.order = order,
        ImportAction::AsUnderstood => {
            reading.mapping = None;
            reading.order = None;
        }
        ImportAction::UseHabit(used) => {
            reading.without_habit = !used;
            reading.mapping = None;
            reading.order = None;
            *reading = std::mem::take(reading).for_agency(&review, agency);
        }
        _ => {}
    })
}

/// The columns to set by hand, beginning with what was understood.
fn by_hand<'a>(reading: &'a mut Reading, ready: &Ready) -> &'a mut Mapping {
    let mapping = reading
        .mapping
        .get_or_insert_with(|| ready.understood.mapping.clone());
    let width = ready.table().map_or(0, |table| table.width);
    mapping.columns.resize(width, None);
    mapping
}

/// One column at most stands for one thing.
fn set_column(columns: &mut [Option<ColumnKey>], column: usize, meaning: Option<ColumnKey>) {
    for other in columns.iter_mut() {
        if meaning.is_some() && *other == meaning {
            *other = None;
        }
    }
    if let Some(place) = columns.get_mut(column) {
        *place = meaning;
    }
}

/// Says whose return the file at `index` is; it is then read as that agency's last one was.
pub(super) fn set_agency(
    open: &mut Open,
    index: usize,
    agency: AgencyId,
    today: NaiveDate,
) -> Vec<Effect> {
    let Some(waiting) = open.import.waiting.get_mut(index) else {
        return Vec::new();
    };
    let changed = waiting.agency != Some(agency);
    waiting.agency = Some(agency);
    if let WaitingState::Ready(ready) = &mut waiting.state
        && changed
    {
        ready.amends = None;
        ready.shows_changes = false;
    }
    let review = std::sync::Arc::clone(&open.review);
    reading::understand_again(open, index, today, |reading, _| {
        *reading = std::mem::take(reading).for_agency(&review, Some(agency));
    })
}

pub(super) fn new_agency(
    open: &mut Open,
    name: String,
    sector: String,
    today: NaiveDate,
) -> Result<Vec<Effect>, Problem> {
    let agency = Agency {
        id: AgencyId(0),
        name: name.trim().to_owned(),
        sector,
        due: None,
        note: String::new(),
    };
    let id = open.edit("The agency was not added", |store| {
        edits::add_agency(store, &agency)
    })?;
    let selected = open.import.selected;
    Ok(set_agency(open, selected, id, today))
}
