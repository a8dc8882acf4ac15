//! A date that cannot be.
//!
//! **What it finds.** Days and months that no calendar has: “31 June 2013”, “29 February 2019”, “10/16/2015”.
//!
//! **Why.** Returns hold such dates, and they are copied. Whoever finds one asks what else was not looked at.
//!
//! **What to do.** Look at the record that it comes from. Where nobody knows the day any more, write the month.

use crate::checks::prose::once;
use crate::checks::written_dates::{WrittenDate, dates_in, last_day};
use crate::checks::{Case, Mark};
use crate::dates::month_name;
use crate::model::RuleSetting;

/// A year that has 29 February, for dates without one.
const LEAP: i32 = 2020;

pub(super) fn find(case: &Case<'_>, _: &RuleSetting) -> Vec<Mark> {
    let mut marks = Vec::new();
    for passage in case.passages() {
        for stretch in &passage.stretches {
            for date in dates_in(&stretch.text) {
                if let Some(why) = impossible(&date) {
                    let written = &stretch.text[date.range.clone()];
                    let what = format!("{} has “{written}”: {why}.", passage.place);
                    marks.push(passage.mark(written, what, "Look at the record that it comes from."));
                }
            }
        }
    }
    once(marks)
}

/// “June has 30 days”
fn impossible(date: &WrittenDate) -> Option<String> {
    let (day, month) = (date.day?, date.month?);
    if !(1..=12).contains(&month) {
        let turned = date.in_figures && (1..=12).contains(&day) && (1..=31).contains(&month);
        return Some(match turned {
            true => format!("there is no month {month}; day and month may have changed places"),
            false => format!("there is no month {month}"),
        });
    }
    let days = last_day(date.year.unwrap_or(LEAP), month)?;
    if (1..=days).contains(&day) {
        return None;
    }
    let name = month_name(month);
    Some(match (month, date.year) {
        (2, Some(year)) if day == 29 => format!("{year} had no 29 February"),
        _ if day == 0 => "there is no day 0".to_owned(),
        _ => format!("{name} has {days} days"),
    })
}
