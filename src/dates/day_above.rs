//! “the 14th”: a day whose month and year are those of the entry above.

use super::Context;
use super::calendar::add_months;
use super::known::Known;
use super::partial::{Form, Partial};
use super::resolve::span;
use super::spoken::spoken_date;
use crate::model::{Certainty, Precision};
use chrono::Datelike;

/// A day of the month of the entry above, or of the next where it lies before that entry.
pub fn day_of_month_above(partial: &Partial, context: &Context) -> Option<Known> {
    let previous = context.previous?;
    let Form::Day { day, .. } = partial.form else {
        return None;
    };
    let taken = |sentence: String, date| {
        let mut known = Known::new(date, date, Precision::Day);
        known.infer(sentence);
        known
    };
    let same = previous.with_day(day);
    let said = format!("the entry above ({})", spoken_date(previous));
    if let Some(date) = same.filter(|date| *date >= previous) {
        return Some(taken(
            format!("Month and year were taken from {said}."),
            date,
        ));
    }
    let next = add_months(previous.with_day(1)?, 1)?.with_day(day);
    let Some(next) = next else {
        return same.map(|date| taken(format!("Month and year were taken from {said}."), date));
    };
    let mut known = taken(
        format!(
            "It was taken as the first {day}{} after {said}.",
            suffix(day)
        ),
        next,
    );
    if let Some(date) = same {
        let other = Known::new(date, date, Precision::Day);
        known.warnings.push(format!(
            "It may also have been {}. Add month and year if you know them.",
            spoken_date(date)
        ));
        known.alternatives.push(span(&other));
        known.lower(Certainty::Uncertain);
    }
    Some(known)
}

fn suffix(day: u32) -> &'static str {
    match day {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    }
}
