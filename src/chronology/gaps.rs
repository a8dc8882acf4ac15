use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::model::{AgencyId, Entry, KeyDateId, Review};

/// The longest silence of one agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    pub agency: AgencyId,
    /// The last day with a record before it, and the first after it.
    pub from: NaiveDate,
    pub until: NaiveDate,
    /// Whole days between the two.
    pub days: i64,
    /// Indices into `review.entries` of the records at its two ends.
    pub before: u32,
    pub after: u32,
}

/// The longest stretch without a record of each agency, in the order of the agencies; agencies with fewer than two
/// dated entries have none. `order`: as from [`super::in_order`], or a part of it; withdrawn entries are no records.
///
/// Inexact dates are taken at their full extent, so that the silence is at least as long as said.
pub fn gaps(review: &Review, order: &[u32]) -> Vec<Gap> {
    let mut longest: Vec<Option<Gap>> = vec![None; review.agencies.len()];
    let mut listening: Vec<Listening> = vec![Listening::default(); review.agencies.len()];
    for record in records(review, order) {
        if let Some(silence) = listening[record.column].next(&record)
            && longest[record.column].is_none_or(|known| silence.days > known.days)
        {
            longest[record.column] = Some(Gap {
                agency: record.entry.agency,
                from: silence.from,
                until: silence.until,
                days: silence.days,
                before: silence.before,
                after: silence.after,
            });
        }
    }
    longest.into_iter().flatten().collect()
}

/// A stretch without a record of one agency, or of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Silence {
    /// `None`: no agency at all has a record in it.
    pub agency: Option<AgencyId>,
    /// The last day with a record before it, and the first after it.
    pub from: NaiveDate,
    pub until: NaiveDate,
    /// Whole days between the two.
    pub days: i64,
    /// Indices into `review.entries` of the records at its two ends.
    pub before: u32,
    pub after: u32,
}

/// Every silence of more than `days` days: first those of all agencies together, then of each in the order of the
/// agencies; within one, in order of time. What [`gaps`] says of dates and of withdrawn entries holds here, too.
pub fn silences(review: &Review, order: &[u32], days: i64) -> Vec<Silence> {
    let mut overall = Vec::new();
    let mut by_agency: Vec<Vec<Silence>> = vec![Vec::new(); review.agencies.len()];
    let mut all = Listening::default();
    let mut each: Vec<Listening> = vec![Listening::default(); review.agencies.len()];
    for record in records(review, order) {
        let long = |silence: &Silence| silence.days > days;
        overall.extend(all.next(&record).filter(long));
        let own = each[record.column].next(&record).filter(long);
        by_agency[record.column].extend(own.map(|silence| Silence {
            agency: Some(record.entry.agency),
            ..silence
        }));
    }
    overall.extend(by_agency.into_iter().flatten());
    overall
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
    /// Index into `review.entries`.
    pub entry: u32,
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
            entry: record.index,
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

/// A dated entry that is not withdrawn; an open end is taken for its other end.
struct Record<'a> {
    index: u32,
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
        let when = &entry.when;
        let first = when.earliest.or(when.latest)?;
        let last = when.latest.or(when.earliest)?;
        let column = *columns.get(&entry.agency)?;
        entry.withdrawn.is_none().then_some(Record {
            index: *index,
            entry,
            column,
            first: first.date,
            last: last.date,
        })
    })
}

/// The latest day with a record so far, and that record.
#[derive(Debug, Clone, Copy, Default)]
struct Listening(Option<(NaiveDate, u32)>);

impl Listening {
    /// The silence that the record ends; records come in order of their first day.
    fn next(&mut self, record: &Record) -> Option<Silence> {
        let silence = self.0.and_then(|(from, before)| {
            let days = (record.first - from).num_days() - 1;
            (days > 0).then_some(Silence {
                agency: None,
                from,
                until: record.first,
                days,
                before,
                after: record.index,
            })
        });
        if self.0.is_none_or(|(known, _)| record.last > known) {
            self.0 = Some((record.last, record.index));
        }
        silence
    }
}
