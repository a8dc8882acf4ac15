//! What the timeline is laid out from, made once for a revision and a filter.

mod rows;
mod signs;

use std::collections::HashMap;

pub(super) use rows::{KeyStretch, LaneRows, Open, Stretch};
pub use signs::{NO_EVENT, Signs};

use super::PeopleIndex;
use super::silence::{Listening, Silence};
use crate::model::{AgencyId, Entry, EventId, PersonId, Review};
use rows::key_dates;

/// In which order the lanes of agencies stand, from the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum LaneOrder {
    /// Of each agency's first entry.
    #[default]
    FirstEntry,
    /// Of the template's sectors, then of first entry.
    Sector,
}

/// What the lanes stand for.
#[derive(Debug, Clone, Copy)]
pub enum LanesBy<'a> {
    Agency(LaneOrder),
    /// In the order of the register. An entry stands in the lane of each person it names, and one that names nobody
    /// in a lane of its own below them.
    Person(&'a PeopleIndex),
}

/// Whose lane it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LaneOf {
    Agency(AgencyId),
    Person(PersonId),
    /// Entries that name nobody of the register.
    Nobody,
}

/// The rows of a chronology as stretches of time by lane, so that [`lanes`](super::lanes()) need not read the entries
/// again at every frame.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Timeline {
    pub(super) lanes: Vec<LaneRows>,
    pub(super) key_dates: Vec<KeyStretch>,
    /// Those with a contradiction first.
    pub(super) events: Vec<EventId>,
    pub(super) contradicted: usize,
    undated: usize,
}

impl Timeline {
    /// `rows`: the entries shown, in order of time. A lane for each agency or person among them.
    pub fn of(review: &Review, rows: &[u32], by: LanesBy<'_>, signs: &Signs) -> Self {
        let mut making = Making::default();
        let mut undated = 0;
        for index in rows {
            let Some(entry) = review.entries.get(*index as usize) else {
                continue;
            };
            let stretch = Stretch::of(&entry.when, *index, signs);
            undated += usize::from(stretch.is_none());
            for_each_lane(by, *index, entry, |of| {
                making.lane(review, of).take(*index, stretch);
            });
        }
        let mut lanes = making.lanes;
        for lane in &mut lanes {
            lane.sort();
        }
        sort_lanes(review, by, &mut lanes);
        Self {
            lanes,
            key_dates: key_dates(review),
            events: signs.events().to_vec(),
            contradicted: signs.contradicted(),
            undated,
        }
    }

    /// With every silence longer than `days` in its lanes. `all`: every entry in order of time, not only those shown,
    /// since a filter makes nobody silent.
    pub fn with_silences(
        mut self,
        review: &Review,
        all: &[u32],
        by: LanesBy<'_>,
        days: u32,
    ) -> Self {
        let mut lanes: HashMap<LaneOf, (Listening, Vec<Silence>)> = self
            .lanes
            .iter()
            .filter(|lane| lane.of != LaneOf::Nobody)
            .map(|lane| (lane.of, Default::default()))
            .collect();
        for index in all {
            let Some(entry) = review.entries.get(*index as usize) else {
                continue;
            };
            for_each_lane(by, *index, entry, |of| {
                if let Some((listening, silences)) = lanes.get_mut(&of) {
                    let silence = listening.hear(entry);
                    silences.extend(silence.filter(|one| one.days() > i64::from(days)));
                }
            });
        }
        for lane in &mut self.lanes {
            if let Some((_, silences)) = lanes.remove(&lane.of) {
                lane.silences = silences;
            }
        }
        self
    }

    /// How many entries have no place on the timeline because their date was not understood.
    pub fn undated(&self) -> usize {
        self.undated
    }

    /// The event that [`Mark::events`](super::Mark::events) and [`Join::events`](super::Join::events) number.
    pub fn event(&self, number: u32) -> Option<EventId> {
        self.events.get(number as usize).copied()
    }

    /// The nearest entry of a lane that stands wholly after (or before) a time, and the time at which it stands.
    pub fn beyond(&self, of: LaneOf, days: f64, forward: bool) -> Option<(u32, f64)> {
        let lane = self.lanes.iter().find(|lane| lane.of == of)?;
        let places = lane
            .stretches()
            .map(|stretch| (stretch.entry, stretch.middle()));
        if forward {
            places
                .filter(|(_, at)| *at > days)
                .min_by(|one, other| one.1.total_cmp(&other.1))
        } else {
            places
                .filter(|(_, at)| *at < days)
                .max_by(|one, other| one.1.total_cmp(&other.1))
        }
    }
}

fn for_each_lane(by: LanesBy<'_>, index: u32, entry: &Entry, mut put: impl FnMut(LaneOf)) {
    match by {
        LanesBy::Agency(_) => put(LaneOf::Agency(entry.agency)),
        LanesBy::Person(people) => {
            let named = people.in_entry(index as usize);
            for named in named {
                put(LaneOf::Person(named.person));
            }
            if named.is_empty() {
                put(LaneOf::Nobody);
            }
        }
    }
}

#[derive(Default)]
struct Making {
    lanes: Vec<LaneRows>,
    lane_of: HashMap<LaneOf, usize>,
}

impl Making {
    fn lane(&mut self, review: &Review, of: LaneOf) -> &mut LaneRows {
        let lanes = &mut self.lanes;
        let at = *self.lane_of.entry(of).or_insert_with(|| {
            lanes.push(LaneRows::empty(review, of));
            lanes.len() - 1
        });
        &mut lanes[at]
    }
}

fn sort_lanes(review: &Review, by: LanesBy<'_>, lanes: &mut [LaneRows]) {
    match by {
        LanesBy::Agency(LaneOrder::FirstEntry) => {}
        LanesBy::Agency(LaneOrder::Sector) => {
            let sectors = &review.template.sectors;
            lanes.sort_by_key(|lane| {
                let place = sectors.iter().position(|sector| sector.key == lane.sector);
                place.unwrap_or(sectors.len())
            });
        }
        LanesBy::Person(_) => {
            let people = &review.people;
            lanes.sort_by_key(|lane| {
                let place = people
                    .iter()
                    .position(|person| lane.of == LaneOf::Person(person.id));
                place.unwrap_or(people.len())
            });
        }
    }
}
