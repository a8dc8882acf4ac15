use std::collections::HashMap;

use super::time_range::days_of;
use crate::model::{AgencyId, Certainty, KeyDateId, Review, When};

/// In which order the lanes stand, from the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum LaneOrder {
    /// Of each agency's first entry.
    #[default]
    FirstEntry,
    /// Of the template's sectors, then of first entry.
    Sector,
}

/// The rows of a chronology as stretches of time by agency: made once for a revision and a filter, so that
/// [`lanes`](super::lanes()) need not read the entries again at every frame.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Timeline {
    pub(super) lanes: Vec<AgencyRows>,
    pub(super) key_dates: Vec<KeyStretch>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct AgencyRows {
    pub(super) agency: AgencyId,
    pub(super) name: String,
    pub(super) sector: String,
    /// Every stretch that has both ends, in order of its middle: short ones are drawn as points there.
    pub(super) by_middle: Vec<Stretch>,
    /// Every stretch longer than a day or with an open end, in order of its start: long ones are drawn as bars.
    pub(super) by_start: Vec<Stretch>,
    /// Entries whose date was not understood.
    pub(super) undated: Vec<u32>,
}

/// In days since 1970; where one end is open, both are the known one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stretch {
    pub(super) from: f64,
    pub(super) until: f64,
    pub(super) entry: u32,
    pub(super) certainty: Certainty,
    pub(super) open: Open,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    Neither,
    Start,
    End,
}

impl Stretch {
    pub(super) fn middle(&self) -> f64 {
        f64::midpoint(self.from, self.until)
    }

    fn of(when: &When, entry: u32) -> Option<Self> {
        let first = when.earliest.map(days_of);
        // The latest is inclusive: a day lasts until its end.
        let last = when
            .latest
            .map(|moment| days_of(moment) + if moment.time.is_some() { 0.0 } else { 1.0 });
        let (from, until, open) = match (first, last) {
            (Some(first), Some(last)) => (first, last.max(first), Open::Neither),
            (Some(first), None) => (first, first, Open::End),
            (None, Some(last)) => (last, last, Open::Start),
            (None, None) => return None,
        };
        Some(Self {
            from,
            until,
            entry,
            certainty: when.certainty,
            open,
        })
    }

    fn is_within_a_day(&self) -> bool {
        self.open == Open::Neither && self.until - self.from <= 1.0
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct KeyStretch {
    pub(super) id: KeyDateId,
    pub(super) kind: String,
    pub(super) label: String,
    pub(super) from: f64,
    pub(super) until: f64,
}

impl Timeline {
    /// `rows`: the entries shown, in order of time. A lane for each agency among them.
    pub fn of(review: &Review, rows: &[u32], order: LaneOrder) -> Self {
        let mut lanes: Vec<AgencyRows> = Vec::new();
        let mut lane_of: HashMap<AgencyId, usize> = HashMap::new();
        for index in rows {
            let Some(entry) = review.entries.get(*index as usize) else {
                continue;
            };
            let at = *lane_of.entry(entry.agency).or_insert_with(|| {
                lanes.push(AgencyRows::empty(review, entry.agency));
                lanes.len() - 1
            });
            let lane = &mut lanes[at];
            match Stretch::of(&entry.when, *index) {
                None => lane.undated.push(*index),
                Some(stretch) => {
                    if stretch.open == Open::Neither {
                        lane.by_middle.push(stretch);
                    }
                    if !stretch.is_within_a_day() {
                        lane.by_start.push(stretch);
                    }
                }
            }
        }
        for lane in &mut lanes {
            lane.by_middle
                .sort_by(|one, other| one.middle().total_cmp(&other.middle()));
            lane.by_start
                .sort_by(|one, other| one.from.total_cmp(&other.from));
        }
        if order == LaneOrder::Sector {
            let sectors = &review.template.sectors;
            lanes.sort_by_key(|lane| {
                let place = sectors.iter().position(|sector| sector.key == lane.sector);
                place.unwrap_or(sectors.len())
            });
        }
        Self {
            lanes,
            key_dates: key_dates(review),
        }
    }

    /// How many entries have no place on the timeline because their date was not understood.
    pub fn undated(&self) -> usize {
        self.lanes.iter().map(|lane| lane.undated.len()).sum()
    }
}

impl AgencyRows {
    fn empty(review: &Review, id: AgencyId) -> Self {
        let agency = review.agency(id);
        Self {
            agency: id,
            name: agency.map(|agency| agency.name.clone()).unwrap_or_default(),
            sector: agency
                .map(|agency| agency.sector.clone())
                .unwrap_or_default(),
            by_middle: Vec::new(),
            by_start: Vec::new(),
            undated: Vec::new(),
        }
    }
}

fn key_dates(review: &Review) -> Vec<KeyStretch> {
    let mut dates: Vec<KeyStretch> = review
        .key_dates
        .iter()
        .filter_map(|date| {
            let stretch = Stretch::of(&date.when, 0)?;
            Some(KeyStretch {
                id: date.id,
                kind: date.kind.clone(),
                label: date.label.clone(),
                from: stretch.from,
                until: stretch.until,
            })
        })
        .collect();
    dates.sort_by(|one, other| one.from.total_cmp(&other.from));
    dates
}
