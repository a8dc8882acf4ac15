//! What the timeline shows, apart from the filter it shares with the table.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{ChronologyState, Selecting, words};
use crate::app::{Derived, Open};
use crate::chronology::{self, Filter, LaneOf, LaneOrder, LanesBy, TimeRange, Timeline, moment_of};
use crate::model::{EntryId, Review};

/// What the lanes stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LaneChoice {
    #[default]
    Agencies,
    People,
}

impl LaneChoice {
    pub const ALL: [Self; 2] = [Self::Agencies, Self::People];

    pub fn words(self) -> &'static str {
        match self {
            Self::Agencies => "By agency",
            Self::People => "By person",
        }
    }
}

/// Silences longer than so many days that can be chosen; 0 shows none.
pub const SILENCES: [u32; 6] = [0, 30, 90, 180, 365, 730];

#[derive(Debug, Clone, PartialEq)]
pub struct TimelineLook {
    pub lanes: LaneChoice,
    /// Silences longer than so many days are shown; 0: none.
    pub silence: u32,
    /// A stretch of time is being picked to filter by.
    pub picking: Option<Picking>,
    /// Where the keyboard stands.
    pub at: Option<Spot>,
}

impl Default for TimelineLook {
    fn default() -> Self {
        Self {
            lanes: LaneChoice::default(),
            silence: 180,
            picking: None,
            at: None,
        }
    }
}

/// A stretch being picked, in days since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Picking {
    /// Where it began; `None` until it has.
    pub from: Option<f64>,
    /// Where the range cursor or the pointer stands; `None` until it stands anywhere.
    pub at: Option<f64>,
}

/// The mark that holds an entry, in one lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    pub lane: LaneOf,
    pub entry: EntryId,
}

#[derive(Debug, Clone, PartialEq)]
pub enum TimelineAction {
    Lanes(LaneChoice),
    /// Silences longer than so many days; 0: none.
    Silence(u32),
    Pick(Option<Picking>),
    /// Filters by the days between two times, both included.
    Picked(f64, f64),
    Stand(Option<Spot>),
    /// Goes to the first of them and selects them all.
    Choose(Vec<EntryId>),
}

/// Carries out `action`, and says what must be told of it.
pub(super) fn update(open: &mut Open, action: TimelineAction) -> Option<String> {
    let state = &mut open.chronology.look;
    match action {
        TimelineAction::Lanes(lanes) => {
            state.lanes = lanes;
            state.at = None;
            open.chronology.draw(&open.review, &open.derived);
        }
        TimelineAction::Silence(days) => {
            state.silence = days;
            open.chronology.draw(&open.review, &open.derived);
        }
        TimelineAction::Pick(picking) => state.picking = picking,
        TimelineAction::Stand(spot) => state.at = spot,
        TimelineAction::Choose(entries) => return choose(open, entries),
        TimelineAction::Picked(from, until) => {
            state.picking = None;
            if let Some((first, last)) = days_of_stretch(from, until) {
                open.chronology.filter.from = Some(first);
                open.chronology.filter.until = Some(last);
                open.chronology.follow(&open.review, &open.derived);
            }
        }
    }
    None
}

/// Goes to the first of them and selects them all. A filter by time, outside of which a mark can lie, stays: of those partly within it only
/// these are selected, and those without are selected and shown beside the table, which does not list them; both is said.
fn choose(open: &mut Open, entries: Vec<EntryId>) -> Option<String> {
    let (inside, outside): (Vec<EntryId>, Vec<EntryId>) = entries
        .iter()
        .partition(|entry| open.chronology.row_of(&open.review, **entry).is_some());
    let stretch = words::period(&open.chronology.filter);
    let (chosen, said) = match stretch {
        Some(stretch) if !outside.is_empty() => {
            let said = outside_in_words(&stretch, inside.len(), outside.len());
            (if inside.is_empty() { outside } else { inside }, Some(said))
        }
        _ => (entries, None),
    };
    let first = *chosen.first()?;
    if said.is_some() {
        let chronology = &mut open.chronology;
        chronology.unfold_around(&open.review, first);
        chronology.select(&open.review, first, Selecting::One);
        chronology.reveal += 1;
    } else {
        super::show(open, first);
    }
    open.chronology.selected.extend(chosen);
    open.chronology.selection += 1;
    said
}

fn outside_in_words(stretch: &str, inside: usize, outside: usize) -> String {
    match (inside, outside) {
        (0, 1) => format!(
            "This record lies outside the stretch of time that the table shows ({stretch}). It stands beside the table; the filter is as it was."
        ),
        (0, _) => format!(
            "These {outside} records lie outside the stretch of time that the table shows ({stretch}). They are chosen, but not listed; the filter is as it was."
        ),
        (_, 1) => format!(
            "1 of these {} records lies outside the stretch of time that the table shows ({stretch}) and was not chosen.",
            inside + 1
        ),
        _ => format!(
            "{outside} of these {} records lie outside the stretch of time that the table shows ({stretch}) and were not chosen.",
            inside + outside
        ),
    }
}

/// The first and the last day that a stretch touches.
pub fn days_of_stretch(from: f64, until: f64) -> Option<(NaiveDate, NaiveDate)> {
    let (from, until) = (from.min(until), from.max(until));
    let first = moment_of(from)?.date;
    // A stretch that ends at midnight does not touch the day that begins there.
    let end = moment_of(until)?;
    let at_midnight = end.time.is_none_or(|time| time == chrono::NaiveTime::MIN);
    let last = if at_midnight {
        end.date.checked_sub_days(Days::new(1))?
    } else {
        end.date
    };
    Some((first, last.max(first)))
}

impl ChronologyState {
    /// Makes the timeline of what the filter shows. A filter by time narrows the table only: the timeline goes on
    /// showing what lies before and after, so that the stretch can be seen and changed.
    pub(super) fn draw(&mut self, review: &Review, derived: &Derived) {
        let drawn = if self.filter_has_time() {
            let all_times = Filter {
                from: None,
                until: None,
                ..self.filter.clone()
            };
            Arc::new(chronology::filtered(
                review,
                &derived.order,
                &all_times,
                &derived.people,
                self.found.as_ref(),
            ))
        } else {
            Arc::clone(&self.rows)
        };
        let by = match self.look.lanes {
            LaneChoice::Agencies => LanesBy::Agency(LaneOrder::Sector),
            LaneChoice::People => LanesBy::Person(&derived.people),
        };
        let mut timeline = Timeline::of(review, &drawn, by, &derived.signs);
        if self.look.silence > 0 {
            timeline = timeline.with_silences(review, &derived.order, by, self.look.silence);
        }
        self.timeline = Arc::new(timeline);
        self.whole = TimeRange::of(review, &drawn);
    }

    fn filter_has_time(&self) -> bool {
        self.filter.from.is_some() || self.filter.until.is_some()
    }

    /// How many of the rows have no date that was understood.
    pub fn undated(&self) -> usize {
        if self.filter_has_time() {
            0
        } else {
            self.timeline.undated()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picked_stretch_is_the_days_it_touches() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        // Days since 1970: 17_897 is 1 January 2019.
        let cases = [
            (17_897.0, 17_898.0, "2019-01-01", "2019-01-01"),
            (17_897.0, 17_897.5, "2019-01-01", "2019-01-01"),
            (17_897.9, 17_898.1, "2019-01-01", "2019-01-02"),
            (17_900.0, 17_897.0, "2019-01-01", "2019-01-03"),
            (17_897.0, 17_897.0, "2019-01-01", "2019-01-01"),
        ];
        for (from, until, first, last) in cases {
            assert_eq!(
                days_of_stretch(from, until),
                Some((day(first), day(last))),
                "{from} to {until}"
            );
        }
        assert_eq!(days_of_stretch(0.0, f64::MAX), None);
    }
}
