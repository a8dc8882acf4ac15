//! Counting months and days with pauses left out.

use chrono::{Datelike, Months, NaiveDate, TimeDelta};

use crate::model::{Pause, Review};

/// Stretches in which the clock stood still, in order and without overlap. A pause lasts from its first day up to,
/// not including, the day it ends; one without an end lasts until `today`.
pub(super) fn stretches(review: &Review, today: NaiveDate) -> Vec<(NaiveDate, NaiveDate)> {
    let mut stretches: Vec<(NaiveDate, NaiveDate)> = review
        .pauses
        .iter()
        .map(|pause| (pause.from, end_of(pause, today)))
        .filter(|(from, until)| from < until)
        .collect();
    stretches.sort_unstable();
    let mut merged: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for (from, until) in stretches {
        match merged.last_mut() {
            Some((_, end)) if from <= *end => *end = until.max(*end),
            _ => merged.push((from, until)),
        }
    }
    merged
}

/// The day the clock went on after a pause; `today` for one that lasts.
pub(super) fn end_of(pause: &Pause, today: NaiveDate) -> NaiveDate {
    pause.until.unwrap_or(today)
}

/// Paused days between two days.
pub(super) fn paused_days(
    stretches: &[(NaiveDate, NaiveDate)],
    from: NaiveDate,
    until: NaiveDate,
) -> i64 {
    stretches
        .iter()
        .map(|(begin, end)| {
            let (begin, end) = ((*begin).max(from), (*end).min(until));
            (end - begin).num_days().max(0)
        })
        .sum()
}

/// The last day of a limit of `months` from `begun`, later by every paused day on the way; `None` beyond the calendar.
pub(super) fn due(
    begun: NaiveDate,
    months: u32,
    stretches: &[(NaiveDate, NaiveDate)],
) -> Option<NaiveDate> {
    let mut due = begun.checked_add_months(Months::new(months))?;
    for (from, until) in stretches {
        let from = (*from).max(begun);
        if from < due && from < *until {
            due = due.checked_add_signed(*until - from)?;
        }
    }
    Some(due)
}

/// The month that is running, from 1, on `today` after `begun`, with `paused` days left out. Like a limit, a month
/// holds its last day: on 15 February the month that began on 15 January still runs.
pub(super) fn running_month(begun: NaiveDate, today: NaiveDate, paused: i64) -> u32 {
    let counted = TimeDelta::try_days(paused)
        .and_then(|paused| today.checked_sub_signed(paused))
        .map_or(begun, |day| day.max(begun));
    let rough =
        (counted.year() - begun.year()) * 12 + counted.month() as i32 - begun.month() as i32;
    let rough = u32::try_from(rough).unwrap_or(0);
    let full = match begun.checked_add_months(Months::new(rough)) {
        Some(day) if day >= counted => rough.saturating_sub(1),
        _ => rough,
    };
    full + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn months_run_from_day_to_day() {
        let cases = [
            ("2020-01-15", "2020-01-15", 0, 1),
            ("2020-01-15", "2020-02-14", 0, 1),
            ("2020-01-15", "2020-02-15", 0, 1),
            ("2020-01-15", "2020-02-16", 0, 2),
            ("2020-01-31", "2020-03-01", 0, 2),
            ("2020-01-15", "2020-07-15", 0, 6),
            ("2020-01-15", "2020-07-16", 0, 7),
            ("2020-01-15", "2020-07-16", 31, 5),
            ("2020-01-15", "2020-02-01", 400, 1),
        ];
        for (begun, today, paused, expected) in cases {
            assert_eq!(
                running_month(day(begun), day(today), paused),
                expected,
                "{begun} {today} {paused}"
            );
        }
    }
}
