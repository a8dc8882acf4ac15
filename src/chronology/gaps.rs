use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::silence::{Listening, Silence, recorded_days};
use crate::model::{AgencyId, Entry, EntryId, KeyDateId, Review};

/// A silence of one agency, or of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Silent {
    /// `None`: no agency at all has a record in it.
    pub agency: Option<AgencyId>,
    pub silence: Silence,
}

/// Every silence of more than `days` days: first those of all agencies together, then of each in the order of the
/// agencies; within one, in order of time. `order`: as from [`super::in_order`], or a part of it; withdrawn entries are
/// no records.
///
/// Inexact dates are taken at their full extent, so that a silence is at least as long as said.
pub fn silences(review: &Review, order: &[u32], days: i64) -> Vec<Silent> {
    let long = |silence: &Silence| silence.days() > days;
    let mut overall = Vec::new();
    let mut by_agency: Vec<Vec<Silent>> = vec![Vec::new(); review.agencies.len()];
    let mut all = Listening::default();
    let mut each: Vec<Listening> = vec![Listening::default(); review.agencies.len()];
    for record in records(review, order) {
        let agency = Some(record.entry.agency);
        let own = each[record.column].hear(record.entry).filter(long);
        by_agency[record.column].extend(own.map(|silence| Silent { agency, silence }));
        let nobodys = all.hear(record.entry).filter(long);
        overall.extend(nobodys.map(|silence| Silent {
            agency: None,
            silence,
        }));
    }
    overall.extend(by_agency.into_iter().flatten());
    overall
}

/// How many dated records an agency has, and from when to when; or those of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    /// `None`: all agencies.
    pub agency: Option<AgencyId>,
    pub records: usize,
    pub first: NaiveDate,
    pub last: NaiveDate,
}

/// Of all agencies together, then of each that has a dated record, in the order of the agencies; what [`silences`] says
/// of dates and of withdrawn entries holds here, too.
pub fn recorded(review: &Review, order: &[u32]) -> Vec<Recorded> {
    let mut all: Vec<Option<Recorded>> = vec![None; review.agencies.len() + 1];
    for record in records(review, order) {
        let of = [(0, None), (record.column + 1, Some(record.entry.agency))];
        for (place, agency) in of {
            let recorded = all[place].get_or_insert(Recorded {
                agency,
                records: 0,
                first: record.first,
                last: record.last,
            });
            recorded.records += 1;
            recorded.first = recorded.first.min(record.first);
            recorded.last = recorded.last.max(record.last);
        }
    }
    all.into_iter().flatten().collect()
}

/// Agencies of which there is no entry that is not withdrawn, in the order of the agencies.
pub fn agencies_without_entries(review: &Review) -> Vec<AgencyId> {
    let heard: HashSet<AgencyId> = review
        .entries
        .iter()
        .filter(|entry| entry.withdrawn.is_none())
        .map(|entry| entry.agency)
        .collect();
    let all = review.agencies.iter().map(|agency| agency.id);
    all.filter(|agency| !heard.contains(agency)).collect()
}

/// What stands nearest to a key date: the last record that was over before it, and the first that began after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AroundKeyDate {
    pub key_date: KeyDateId,
    /// `None`: of any agency.
    pub agency: Option<AgencyId>,
    pub before: Option<Nearest>,
    pub after: Option<Nearest>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nearest {
    pub entry: EntryId,
    /// From the end of the record to the key date, or from the key date to its beginning; at least 1.
    pub days: i64,
}

/// Around the death and every date the chair added (not the dates of the process) of which a day is known: for all
/// agencies together and for each that has a record, in the order of the key dates, then of the agencies.
///
/// A record of the key date's own day, or whose date may reach over it, is neither before nor after.
pub fn around_key_dates(review: &Review, order: &[u32]) -> Vec<AroundKeyDate> {
    let all: Vec<Record> = records(review, order).collect();
    let mut found = Vec::new();
    for key_date in &review.key_dates {
        let of_the_case = key_date.kind.is_empty() || key_date.kind == "death";
        let ends = key_date.when.earliest.zip(key_date.when.latest);
        let Some((first, last)) = ends.filter(|_| of_the_case) else {
            continue;
        };
        let empty = |agency| AroundKeyDate {
            key_date: key_date.id,
            agency,
            before: None,
            after: None,
        };
        let mut rows: Vec<AroundKeyDate> = std::iter::once(None)
            .chain(review.agencies.iter().map(|agency| Some(agency.id)))
            .map(empty)
            .collect();
        for record in &all {
            for row in [0, record.column + 1] {
                rows[row].take_in(record, first.date, last.date);
            }
        }
        found.extend(
            rows.into_iter()
                .filter(|row| row.before.is_some() || row.after.is_some()),
        );
    }
    found
}

impl AroundKeyDate {
    fn take_in(&mut self, record: &Record, first: NaiveDate, last: NaiveDate) {
        let nearest = |days: i64| Nearest {
            entry: record.entry.id,
            days,
        };
        let nearer =
            |known: &Option<Nearest>, days: i64| known.is_none_or(|known| days < known.days);
        if record.last < first {
            let days = (first - record.last).num_days();
            if nearer(&self.before, days) {
                self.before = Some(nearest(days));
            }
        } else if record.first > last {
            let days = (record.first - last).num_days();
            if nearer(&self.after, days) {
                self.after = Some(nearest(days));
            }
        }
    }
}

/// A dated entry that is not withdrawn, with its days as [`recorded_days`] gives them.
struct Record<'a> {
    entry: &'a Entry,
    /// Place of its agency in `review.agencies`.
    column: usize,
    first: NaiveDate,
    last: NaiveDate,
}

fn records<'a>(review: &'a Review, order: &'a [u32]) -> impl Iterator<Item = Record<'a>> {
    let columns: HashMap<AgencyId, usize> = review
        .agencies
        .iter()
        .zip(0..)
        .map(|(agency, column)| (agency.id, column))
        .collect();
    order.iter().filter_map(move |index| {
        let entry = review.entries.get(*index as usize)?;
        let (first, last) = recorded_days(entry)?;
        let column = *columns.get(&entry.agency)?;
        Some(Record {
            entry,
            column,
            first,
            last,
        })
    })
}
