//! Typed days.

use chrono::NaiveDate;

use crate::app::Problem;
use crate::dates;
use crate::model::Precision;

/// An exact day; an empty field means `today`.
pub(super) fn day_or_today(text: &str, today: NaiveDate) -> Result<NaiveDate, Problem> {
    Ok(day(text, today)?.unwrap_or(today))
}

/// An exact day, or none where the field is empty.
pub(super) fn day(text: &str, today: NaiveDate) -> Result<Option<NaiveDate>, Problem> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if text.eq_ignore_ascii_case("today") {
        return Ok(Some(today));
    }
    let mut reading = dates::read(text, &dates::Context::new(today));
    let read = reading.dates.pop().filter(|_| reading.dates.is_empty());
    let exact = read.filter(|when| matches!(when.precision, Precision::Day | Precision::Minute));
    let ends = exact.and_then(|when| Some((when.earliest?.date, when.latest?.date)));
    match ends {
        Some((earliest, latest)) if earliest == latest => Ok(Some(earliest)),
        _ => Err(Problem::new(
            format!("“{text}” is not one day"),
            "This field needs an exact day, such as 12/04/2019 or 12 April 2019. What you typed is still in the field.",
        )),
    }
}
