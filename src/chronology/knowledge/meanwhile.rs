//! Records that an agency made while another knew and it did not.

use std::collections::HashMap;
use std::ops::Range;

use chrono::NaiveDate;

use super::{Cell, Knowledge, day_of, in_the_chronology};
use crate::model::{AgencyId, EntryId, FactId, Review};

/// The records of an agency from the day on which the first agency knew until the day on which it learnt itself, or, where it
/// never did, until the death: each was an occasion on which the knowledge was missing. In order of time.
pub fn meanwhile(
    review: &Review,
    order: &[u32],
    knowledge: &Knowledge,
    fact: FactId,
    agency: AgencyId,
) -> Vec<EntryId> {
    let row = knowledge.row(fact);
    let cell = knowledge.cell(fact, agency);
    let Some((row, cell)) = row.zip(cell) else {
        return Vec::new();
    };
    let Some(stretch) = stretch_meanwhile(row.first_known, cell, day_of_death(review)) else {
        return Vec::new();
    };
    let column = HashMap::from([(agency, 0)]);
    Days::of_agencies(review, order, &column)
        .first()
        .map(|days| days.in_stretch(&stretch).to_vec())
        .unwrap_or_default()
}

/// The dated records of one agency, in order of time, with their days.
#[derive(Default)]
pub(super) struct Days {
    days: Vec<NaiveDate>,
    entries: Vec<EntryId>,
}

impl Days {
    pub(super) fn of_agencies(
        review: &Review,
        order: &[u32],
        column: &HashMap<AgencyId, usize>,
    ) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        all.resize_with(column.len(), Self::default);
        for entry in in_the_chronology(review, order) {
            let days = column.get(&entry.agency).and_then(|at| all.get_mut(*at));
            if let (Some(days), Some(day)) = (days, day_of(&entry.when)) {
                days.days.push(day);
                days.entries.push(entry.id);
            }
        }
        all
    }

    /// From the first day to before the last.
    pub(super) fn in_stretch(&self, stretch: &Range<NaiveDate>) -> &[EntryId] {
        let from = self.days.partition_point(|day| *day < stretch.start);
        let until = self.days.partition_point(|day| *day < stretch.end);
        self.entries.get(from..until.max(from)).unwrap_or_default()
    }
}

pub(super) fn day_of_death(review: &Review) -> Option<NaiveDate> {
    review.key_date("death").and_then(|date| day_of(&date.when))
}

/// `None` where nobody is known to have known, or the agency is said to have known without a date.
pub(super) fn stretch_meanwhile(
    first: Option<NaiveDate>,
    cell: &Cell,
    death: Option<NaiveDate>,
) -> Option<Range<NaiveDate>> {
    let first = first?;
    let until = match &cell.learnt {
        Some(learnt) => day_of(&learnt.when)?,
        None => death.unwrap_or(NaiveDate::MAX),
    };
    Some(first..until.min(death.unwrap_or(until)))
}
