use super::{LaneOf, Signs, Silence};
use crate::chronology::time_range::days_of;
use crate::model::{Certainty, KeyDateId, Review, When};

/// The entries of one lane.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::chronology) struct LaneRows {
    pub(in crate::chronology) of: LaneOf,
    pub(in crate::chronology) name: String,
    /// Of an agency; empty for a person.
    pub(in crate::chronology) sector: String,
    /// Every stretch that has both ends, in order of its middle: short ones are drawn as points there.
    pub(in crate::chronology) by_middle: Vec<Stretch>,
    /// Every stretch longer than a day or with an open end, in order of its start: long ones are drawn as bars.
    pub(in crate::chronology) by_start: Vec<Stretch>,
    /// Whole days and parts of one, in order of start: drawn as bars where a day is wide enough to see its length.
    pub(in crate::chronology) days_by_start: Vec<Stretch>,
    /// Entries whose date was not understood.
    pub(in crate::chronology) undated: Vec<u32>,
    pub(in crate::chronology) silences: Vec<Silence>,
}

/// In days since 1970; where one end is open, both are the known one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::chronology) struct Stretch {
    pub(in crate::chronology) from: f64,
    pub(in crate::chronology) until: f64,
    pub(in crate::chronology) entry: u32,
    /// Number of its event; [`super::NO_EVENT`] where it is in none.
    pub(in crate::chronology) event: u32,
    pub(in crate::chronology) certainty: Certainty,
    pub(in crate::chronology) open: Open,
    /// A sign of danger stands in it.
    pub(in crate::chronology) flagged: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::chronology) enum Open {
    Neither,
    Start,
    End,
}

impl Stretch {
    pub(in crate::chronology) fn middle(&self) -> f64 {
        f64::midpoint(self.from, self.until)
    }

    pub(in crate::chronology) fn length(&self) -> f64 {
        self.until - self.from
    }

    pub(in crate::chronology) fn of(when: &When, entry: u32, signs: &Signs) -> Option<Self> {
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
            event: signs.event_of(entry),
            certainty: when.certainty,
            open,
            flagged: !signs.indicators(entry).is_empty(),
        })
    }
}

impl LaneRows {
    pub(super) fn empty(review: &Review, of: LaneOf) -> Self {
        let (name, sector) = match of {
            LaneOf::Agency(id) => review
                .agency(id)
                .map(|agency| (agency.name.clone(), agency.sector.clone()))
                .unwrap_or_default(),
            LaneOf::Person(id) => {
                let name = review.person(id).map(|person| person.name.clone());
                (name.unwrap_or_default(), String::new())
            }
            LaneOf::Nobody => ("Nobody named".to_owned(), String::new()),
        };
        Self {
            of,
            name,
            sector,
            by_middle: Vec::new(),
            by_start: Vec::new(),
            days_by_start: Vec::new(),
            undated: Vec::new(),
            silences: Vec::new(),
        }
    }

    pub(super) fn take(&mut self, entry: u32, stretch: Option<Stretch>) {
        let Some(stretch) = stretch else {
            self.undated.push(entry);
            return;
        };
        if stretch.open == Open::Neither {
            self.by_middle.push(stretch);
        }
        if stretch.open != Open::Neither || stretch.length() > 1.0 {
            self.by_start.push(stretch);
        } else if stretch.length() > 0.0 {
            self.days_by_start.push(stretch);
        }
    }

    pub(super) fn sort(&mut self) {
        self.by_middle
            .sort_by(|one, other| one.middle().total_cmp(&other.middle()));
        for list in [&mut self.by_start, &mut self.days_by_start] {
            list.sort_by(|one, other| one.from.total_cmp(&other.from));
        }
    }

    /// Each once.
    pub(super) fn stretches(&self) -> impl Iterator<Item = &Stretch> {
        let open = self
            .by_start
            .iter()
            .filter(|stretch| stretch.open != Open::Neither);
        self.by_middle.iter().chain(open)
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(in crate::chronology) struct KeyStretch {
    pub(in crate::chronology) id: KeyDateId,
    pub(in crate::chronology) kind: String,
    pub(in crate::chronology) label: String,
    pub(in crate::chronology) from: f64,
    pub(in crate::chronology) until: f64,
}

pub(super) fn key_dates(review: &Review) -> Vec<KeyStretch> {
    let mut dates: Vec<KeyStretch> = review
        .key_dates
        .iter()
        .filter_map(|date| {
            let stretch = Stretch::of(&date.when, u32::MAX, &Signs::default())?;
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
