use chrono::{Days, NaiveDate};

use crate::chronology::time_range::days_of;
use crate::model::{Moment, When};

/// A stretch without any record in a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Silence {
    /// The last day with a record before it, and the first after it.
    pub last: NaiveDate,
    pub next: NaiveDate,
}

impl Silence {
    /// Whole days between the two.
    pub fn days(self) -> i64 {
        (self.next - self.last).num_days() - 1
    }

    /// In days since 1970, as a [`TimeRange`](super::super::TimeRange) counts.
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
        let reached = first.checked_add_months(chrono::Months::new(months));
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
        .checked_add_months(chrono::Months::new(years * 12 + months + 1))
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

/// Hears a lane's records in order of time. Inexact dates count at their full extent, so that a silence is at least as
/// long as said.
#[derive(Default)]
pub(super) struct Listening {
    last: Option<NaiveDate>,
    pub(super) silences: Vec<Silence>,
}

impl Listening {
    pub(super) fn hear(&mut self, when: &When, longer_than: i64) {
        let ends = when
            .earliest
            .or(when.latest)
            .zip(when.latest.or(when.earliest));
        let Some((first, last)) = ends else {
            return;
        };
        if let Some(before) = self.last {
            let silence = Silence {
                last: before,
                next: first.date,
            };
            if silence.days() > longer_than {
                self.silences.push(silence);
            }
        }
        self.last = Some(self.last.map_or(last.date, |before| before.max(last.date)));
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
            };
            assert_eq!(silence.words(), expected, "{last} to {next}");
        }
    }
}
