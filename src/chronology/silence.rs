//! A stretch without a record: how it is heard, how long it is, and what that is in words.

use chrono::{Days, Months, NaiveDate};

use super::time_range::days_of;
use crate::model::{Entry, EntryId, Moment};

/// A stretch without any record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Silence {
    /// The last day with a record before it, and the first after it.
    pub last: NaiveDate,
    pub next: NaiveDate,
    /// The records at its two ends.
    pub before: EntryId,
    pub after: EntryId,
}

impl Silence {
    /// Whole days between the two.
    pub fn days(self) -> i64 {
        (self.next - self.last).num_days() - 1
    }

    /// In days since 1970, as a [`TimeRange`](super::TimeRange) counts.
    pub fn from(self) -> f64 {
        days_of(Moment::day(self.last)) + 1.0
    }

    pub fn until(self) -> f64 {
        days_of(Moment::day(self.next))
    }

    /// “7 months and 3 days”, as somebody would say it: the two largest units.
    pub fn words(self) -> String {
        let Some(first) = self.last.checked_add_days(Days::new(1)) else {
            return count(self.days(), "day");
        };
        let months = self.next.years_since(first).map_or(0, |years| years * 12)
            + months_beyond_years(first, self.next);
        let reached = first.checked_add_months(Months::new(months));
        let days = reached.map_or(0, |reached| (self.next - reached).num_days());
        let parts = [
            (i64::from(months / 12), "year"),
            (i64::from(months % 12), "month"),
            (days, "day"),
        ];
        let mut told = parts.into_iter().skip_while(|(number, _)| *number == 0);
        let Some((number, unit)) = told.next() else {
            return count(0, "day");
        };
        let first = count(number, unit);
        match told.find(|(number, _)| *number > 0) {
            Some((number, unit)) => format!("{first} and {}", count(number, unit)),
            None => first,
        }
    }
}

fn months_beyond_years(first: NaiveDate, next: NaiveDate) -> u32 {
    let years = next.years_since(first).unwrap_or(0);
    let mut months = 0;
    while first
        .checked_add_months(Months::new(years * 12 + months + 1))
        .is_some_and(|reached| reached <= next)
    {
        months += 1;
    }
    months
}

fn count(number: i64, unit: &str) -> String {
    match number {
        1 => format!("1 {unit}"),
        _ => format!("{number} {unit}s"),
    }
}

/// The first and the last day that a record speaks of; an open end is taken for its other end. `None` where no day was
/// understood, and for what was withdrawn.
pub(super) fn recorded_days(entry: &Entry) -> Option<(NaiveDate, NaiveDate)> {
    let when = &entry.when;
    let first = when.earliest.or(when.latest)?;
    let last = when.latest.or(when.earliest)?;
    entry.withdrawn.is_none().then_some((first.date, last.date))
}

/// Hears records in order of their first day. Inexact dates count at their full extent, so that a silence is at least as
/// long as said.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Listening(Option<(NaiveDate, EntryId)>);

impl Listening {
    /// The silence of at least a day that this record ends.
    pub(super) fn hear(&mut self, entry: &Entry) -> Option<Silence> {
        let (first, last) = recorded_days(entry)?;
        let silence = self.0.map(|(known, before)| Silence {
            last: known,
            next: first,
            before,
            after: entry.id,
        });
        if self.0.is_none_or(|(known, _)| last > known) {
            self.0 = Some((last, entry.id));
        }
        silence.filter(|silence| silence.days() > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silences_are_told_in_their_two_largest_units() {
        let cases = [
            ("2019-03-01", "2019-03-02", "0 days"),
            ("2019-03-01", "2019-03-03", "1 day"),
            ("2019-02-28", "2019-10-04", "7 months and 3 days"),
            ("2018-12-31", "2019-08-01", "7 months"),
            ("2018-03-30", "2019-04-12", "1 year and 12 days"),
            ("2017-12-31", "2020-03-15", "2 years and 2 months"),
            ("2017-12-31", "2019-01-01", "1 year"),
        ];
        for (last, next, expected) in cases {
            let day = |text: &str| text.parse().expect("a day");
            let silence = Silence {
                last: day(last),
                next: day(next),
                before: EntryId(1),
                after: EntryId(2),
            };
            assert_eq!(silence.words(), expected, "{last} to {next}");
        }
    }
}
