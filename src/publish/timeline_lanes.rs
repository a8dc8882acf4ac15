//! The records of each agency as stretches of a period.

use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

use super::timeline_data::Period;
use crate::model::{AgencyId, Certainty, Precision, Review, When};

/// One agency.
pub(super) struct Lane {
    pub(super) name: String,
    /// The sector's name; empty where none was chosen.
    pub(super) sector: String,
    pub(super) records: Vec<Record>,
    /// How many records it has, those that are not drawn included.
    pub(super) total: usize,
    /// By year, of those that are drawn.
    pub(super) years: BTreeMap<i32, usize>,
    pub(super) undated: usize,
    pub(super) outside: usize,
}

/// A record in the period: places from 0 to 1.
pub(super) struct Record {
    pub(super) from: f64,
    pub(super) until: f64,
    /// No longer than a day, both ends known.
    pub(super) is_point: bool,
    pub(super) sure: bool,
    /// Whether the beginning and the end are open, beyond the period or not certain.
    pub(super) fades: [bool; 2],
}

impl Record {
    pub(super) fn middle(&self) -> f64 {
        f64::midpoint(self.from, self.until)
    }

    /// `None` outside of the period, or without a date.
    fn of(when: &When, period: Period) -> Option<Self> {
        let first = when.earliest.map(|moment| moment.date);
        let last = when.latest.map(|moment| moment.date);
        let day = first.or(last)?;
        let (start, end) = (first.unwrap_or(day), last.unwrap_or(day));
        if end < period.from || start > period.until {
            return None;
        }
        let both = first.is_some() && last.is_some();
        let fine = matches!(
            when.precision,
            Precision::Minute | Precision::PartOfDay | Precision::Day
        );
        let sure = when.certainty == Certainty::Exact;
        // An open end has no length of its own: it is drawn over a small part of the period.
        let tail = if both { 0.0 } else { 0.04 };
        let next = |day: NaiveDate| day.succ_opt().unwrap_or(day);
        let lead = if first.is_none() { tail } else { 0.0 };
        let trail = if last.is_none() { tail } else { 0.0 };
        Some(Self {
            from: (period.place(start) - lead).clamp(0.0, 1.0),
            until: (period.place(next(end)) + trail).clamp(0.0, 1.0),
            is_point: both && start == end && fine,
            sure,
            fades: [
                first.is_none() || start < period.from || !sure,
                last.is_none() || end > period.until || !sure,
            ],
        })
    }
}

/// In the order of the template's sectors, those without one last; within a sector by the first record.
pub(super) fn lanes(review: &Review, rows: &[u32], period: Period) -> Vec<Lane> {
    let mut order: Vec<AgencyId> = Vec::new();
    let mut found: BTreeMap<AgencyId, Lane> = BTreeMap::new();
    for &row in rows {
        let Some(entry) = review.entries.get(row as usize) else {
            continue;
        };
        let lane = found.entry(entry.agency).or_insert_with(|| {
            order.push(entry.agency);
            empty(review, entry.agency)
        });
        lane.total += 1;
        match Record::of(&entry.when, period) {
            Some(record) => {
                let moment = entry.when.earliest.or(entry.when.latest);
                if let Some(year) = moment.map(|moment| moment.date.max(period.from).year()) {
                    *lane.years.entry(year).or_default() += 1;
                }
                lane.records.push(record);
            }
            None if entry.when.is_understood() => lane.outside += 1,
            None => lane.undated += 1,
        }
    }
    let mut lanes: Vec<Lane> = order.iter().filter_map(|id| found.remove(id)).collect();
    let sectors = &review.template.sectors;
    lanes.sort_by_key(|lane| {
        let place = sectors.iter().position(|sector| sector.name == lane.sector);
        place.unwrap_or(usize::MAX)
    });
    lanes
}

fn empty(review: &Review, id: AgencyId) -> Lane {
    let agency = review.agency(id);
    let key = agency
        .map(|agency| agency.sector.as_str())
        .unwrap_or_default();
    let sectors = review.template.sectors.iter();
    let mut sector = sectors
        .filter(|sector| sector.key == key)
        .map(|sector| sector.name.clone());
    Lane {
        name: agency.map_or_else(|| "No agency".to_owned(), |agency| agency.name.clone()),
        sector: sector.next_back().unwrap_or_default(),
        records: Vec::new(),
        total: 0,
        years: BTreeMap::new(),
        undated: 0,
        outside: 0,
    }
}
