//! A weekday that contradicts its date.
//!
//! **What it finds.** “Tuesday 18 May 2021”, when that day was no Tuesday.
//!
//! **Why.** One of the two is wrong, and with it perhaps what happened before what. A family that remembers the day will see it at once.
//!
//! **What to do.** Look at the records. Published reports tell the month only, so the weekday may be what matters: “on a Sunday”.

use chrono::Datelike;

use crate::checks::prose::once;
use crate::checks::written_dates::{dates_in, name_of};
use crate::checks::{Case, Mark};
use crate::model::RuleSetting;

pub(super) fn find(case: &Case<'_>, _: &RuleSetting) -> Vec<Mark> {
    let mut marks = Vec::new();
    for passage in case.passages() {
        for stretch in &passage.stretches {
            for date in dates_in(&stretch.text) {
                let (Some(told), Some(day)) = (date.weekday, date.exact()) else {
                    continue;
                };
                if told != day.weekday() && date.first_day.is_none() {
                    let written = &stretch.text[date.range.clone()];
                    let was = name_of(day.weekday());
                    let what = format!(
                        "{} has “{written}”, but that day was a {was}.",
                        passage.place
                    );
                    marks.push(passage.mark(written, what, "Look at the records: either the weekday or the date is wrong."));
                }
            }
        }
    }
    once(marks)
}
