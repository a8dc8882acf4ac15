//! In which order and in which groups the table shows what the filter left.

use std::collections::HashMap;
use std::ops::Range;

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use super::sorting::{events, sorted};
use super::{Claims, Column, PeopleIndex, Sorting};
use crate::dates;
use crate::model::{AgencyId, Entry, Event, EventId, Review};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grouping {
    #[default]
    None,
    Year,
    Agency,
    /// Records of one event together; all others stay where they are.
    Event,
}

impl Grouping {
    pub const ALL: [Self; 4] = [Self::None, Self::Year, Self::Agency, Self::Event];

    pub fn words(self) -> &'static str {
        match self {
            Self::None => "Not grouped",
            Self::Year => "By year",
            Self::Agency => "By agency",
            Self::Event => "By event",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupKey {
    Year(i32),
    /// Entries whose date was not understood.
    Undated,
    Agency(AgencyId),
    Event(EventId),
}

/// A run of rows under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub key: GroupKey,
    pub name: String,
    /// Places in [`Arranged::rows`].
    pub rows: Range<usize>,
    /// How many belong to it, whatever the filter shows; known of events only.
    pub of: Option<usize>,
}

/// Every row once, in the order shown. Groups follow each other and do not overlap; rows in none stand between them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arranged {
    pub rows: Vec<u32>,
    pub groups: Vec<Group>,
}

/// Arranges `rows` (indices into `review.entries`, in order of time). What has nothing in the column sorted by comes
/// last in either direction; equals stay in order of time.
pub fn arranged(
    review: &Review,
    rows: &[u32],
    people: &PeopleIndex,
    claims: &Claims,
    sorting: Sorting,
    grouping: Grouping,
) -> Arranged {
    let rows = sorted(review, rows, people, claims, sorting);
    match grouping {
        Grouping::None => Arranged {
            rows,
            groups: Vec::new(),
        },
        Grouping::Event => by_event(review, &rows),
        Grouping::Year | Grouping::Agency => in_groups(review, &rows, grouping, sorting),
    }
}

fn in_groups(review: &Review, rows: &[u32], grouping: Grouping, sorting: Sorting) -> Arranged {
    let mut groups: HashMap<GroupKey, Vec<u32>> = HashMap::new();
    for row in rows {
        let Some(entry) = review.entries.get(*row as usize) else {
            continue;
        };
        groups
            .entry(key_of(entry, grouping))
            .or_default()
            .push(*row);
    }
    let mut groups: Vec<(GroupKey, Vec<u32>)> = groups.into_iter().collect();
    let agency_place: HashMap<AgencyId, usize> = review
        .agencies
        .iter()
        .map(|agency| agency.id)
        .zip(0..)
        .collect();
    let backwards = sorting.by == Column::When && sorting.descending;
    groups.sort_by_key(|(key, _)| match key {
        GroupKey::Year(year) => (0, i64::from(if backwards { -*year } else { *year })),
        GroupKey::Agency(id) => (
            0,
            agency_place.get(id).map_or(i64::MAX, |place| *place as i64),
        ),
        GroupKey::Event(id) => (0, id.0),
        GroupKey::Undated => (1, 0),
    });
    let mut arranged = Arranged::default();
    for (key, rows) in groups {
        let from = arranged.rows.len();
        arranged.rows.extend(rows);
        arranged.groups.push(Group {
            key,
            name: match key {
                GroupKey::Year(year) => year.to_string(),
                GroupKey::Agency(id) => review
                    .agency(id)
                    .map_or_else(String::new, |agency| agency.name.clone()),
                GroupKey::Event(_) | GroupKey::Undated => "Without a date".to_owned(),
            },
            rows: from..arranged.rows.len(),
            of: None,
        });
    }
    arranged
}

fn key_of(entry: &Entry, grouping: Grouping) -> GroupKey {
    if grouping == Grouping::Agency {
        return GroupKey::Agency(entry.agency);
    }
    let first = entry.when.earliest.or(entry.when.latest);
    first.map_or(GroupKey::Undated, |first| GroupKey::Year(first.date.year()))
}

/// An event stands where the first of its rows would; a single record of one is no group.
fn by_event(review: &Review, rows: &[u32]) -> Arranged {
    let events = events(review);
    let event_of = |row: u32| {
        let entry = review.entries.get(row as usize)?;
        events.get(&entry.id).copied()
    };
    let mut members: HashMap<EventId, Vec<u32>> = HashMap::new();
    for row in rows {
        if let Some(event) = event_of(*row) {
            members.entry(event.id).or_default().push(*row);
        }
    }
    let mut arranged = Arranged::default();
    for row in rows {
        let Some(event) = event_of(*row) else {
            arranged.rows.push(*row);
            continue;
        };
        // Taken at its first row, gone at the others.
        let Some(together) = members.remove(&event.id) else {
            continue;
        };
        let from = arranged.rows.len();
        arranged.rows.extend(together);
        arranged.groups.push(Group {
            key: GroupKey::Event(event.id),
            name: event_name(review, event, *row),
            rows: from..arranged.rows.len(),
            of: Some(event.entries.len()),
        });
    }
    arranged
}

/// What the panel calls it, or when it was.
fn event_name(review: &Review, event: &Event, row: u32) -> String {
    if !event.name.trim().is_empty() {
        return event.name.trim().to_owned();
    }
    let entry = review.entries.get(row as usize);
    match entry.filter(|entry| entry.when.is_understood()) {
        Some(entry) => format!("One event, {}", dates::spoken(&entry.when)),
        None => "One event, without a date".to_owned(),
    }
}
