//! Typed dates.

use chrono::NaiveDate;

use crate::app::Problem;
use crate::dates;
use crate::model::{Precision, Review, When};
use crate::returns;

/// An exact day, or none where the field is empty.
pub(in crate::app) fn a_day(
    text: &str,
    review: &Review,
    today: NaiveDate,
) -> Result<Option<NaiveDate>, Problem> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let when = understood(text, review, today)?;
    match (when.earliest, when.latest) {
        (Some(earliest), Some(latest))
            if earliest.date == latest.date
                && matches!(when.precision, Precision::Day | Precision::Minute) =>
        {
            Ok(Some(earliest.date))
        }
        _ => Err(Problem::new(
            format!("“{text}” is not one day"),
            "This field needs an exact day, such as 12/04/2019 or 12 April 2019. What you typed is still in the field.",
        )),
    }
}

/// A date as a person writes it, understood as one date. Times that have a name, key dates and dates of birth are those of the review:
/// “Christmas 2013”, “two days before her death”.
pub(in crate::app) fn understood(
    text: &str,
    review: &Review,
    today: NaiveDate,
) -> Result<When, Problem> {
    let context = dates::Context {
        periods: review.template.periods.clone().into(),
        anchors: returns::anchors(review),
        ..dates::Context::new(today)
    };
    let mut reading = dates::read(text, &context);
    match reading.dates.pop() {
        Some(when) if reading.dates.is_empty() && when.is_understood() => Ok(when),
        Some(_) if !reading.dates.is_empty() => Err(Problem::new(
            format!("“{text}” holds more than one date"),
            "Please give one date. What you typed is still in the field.",
        )),
        _ => Err(Problem::new(
            format!("“{text}” was not understood as a date"),
            "Try a form such as 12/04/2019, 12 April 2019 at 21:10, March 2019 or between 3 and 5 June 2019. \
             What you typed is still in the field.",
        )),
    }
}
