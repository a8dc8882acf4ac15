//! The date a row gets, and what is to be said of it.

use std::borrow::Cow;

use chrono::Datelike;

use crate::dates::{self, DayOrder};
use crate::model::{Certainty, Doubt, When};
use crate::returns::table::Row;

use super::rows::Reading;
use super::same_day::{self, Above};

/// A year that a heading gives to rows below it.
pub(super) struct YearHeading {
    year: i32,
    /// The sentence with which a date says so.
    sentence: String,
    doubt: Doubt,
    rows: Vec<u32>,
}

/// Rows named before “and 7 more”.
const NAMED: usize = 12;

impl Reading<'_> {
    /// From here on, dates without a year take `year`; `doubt` names the heading, which `from` describes.
    pub(super) fn year_begins(&mut self, year: i32, from: String, doubt: Doubt) {
        self.year_ends();
        self.year_heading = Some(YearHeading {
            year,
            sentence: format!("The year {year} was taken from {from}."),
            doubt,
            rows: Vec::new(),
        });
        self.context.year = Some(year);
        self.context.year_from = from;
    }

    /// One doubt for all the rows that only took their year from one heading.
    pub(super) fn year_ends(&mut self) {
        let Some(YearHeading {
            year, doubt, rows, ..
        }) = self.year_heading.take()
        else {
            return;
        };
        let mut named: Vec<String> = rows.iter().take(NAMED).map(u32::to_string).collect();
        if rows.len() > NAMED {
            named.push(format!("{} more", rows.len() - NAMED));
        }
        let which = match &named[..] {
            [] => return,
            [one] => format!("The date in row {one}"),
            [before @ .., last] => format!("The dates in rows {} and {last}", before.join(", ")),
        };
        self.doubts.push(Doubt {
            why: format!("{which} took the year {year} from this heading."),
            ..doubt
        });
    }

    /// Whether there is nothing else to say of the date than that its year comes from the heading above; the row is
    /// then kept for the heading's own doubt.
    fn is_told_at_its_heading(&mut self, row: &Row, when: &When) -> bool {
        match &mut self.year_heading {
            Some(heading)
                if when.is_understood()
                    && when.warnings.is_empty()
                    && when.inferred == [heading.sentence.as_str()] =>
            {
                heading.rows.push(row.number);
                true
            }
            _ => false,
        }
    }

    /// Keeps the last date of a row for rows below that have none, or no year.
    pub(super) fn remember(&mut self, row: &Row, when: &When, of_several: bool) {
        let start = when.earliest.or(when.latest).map(|moment| moment.date);
        self.context.previous = start;
        if let (Some(start), Some(year)) = (start, self.context.year)
            && start.year() > year
            && when.certainty != Certainty::Inferred
        {
            // The table has gone on past its last year heading: the date above says more.
            self.context.year = None;
        }
        self.above = Some(Above {
            row: row.number,
            when: when.clone(),
            of_several,
        });
    }

    pub(super) fn read(&mut self, row: &Row, date: &str, time: &str) -> Vec<When> {
        // Excel's own dates were written out by us, day first; the agency's habit says nothing about them.
        let ours = self
            .date
            .and_then(|column| row.cells.get(column))
            .is_some_and(|cell| cell.dated);
        if ours {
            self.context.order = DayOrder::DayFirst;
            self.context.order_proved = true;
        } else {
            self.context.order = self.order;
            self.context.order_proved = self.order_proved;
        }
        let read = if time.is_empty() {
            dates::read(date, &self.context)
        } else {
            dates::read_with_time(date, time, &self.context)
        };
        if read.dates.is_empty() {
            vec![When::not_understood(joined(date, time))]
        } else {
            read.dates
        }
    }

    pub(super) fn without_own_date(&self, date: &str, time: &str) -> When {
        let wording = joined(date, time);
        match &self.above {
            Some(above) => same_day::taken_from_above(above, &wording, time, &self.context),
            None => When::not_understood(wording),
        }
    }

    /// One doubt for the date of a row, however many dates it has.
    pub(super) fn doubt_dates(&mut self, row: &Row, dates: &[When], continues: bool) {
        if dates.len() == 1
            && (!dates[0].is_doubtful() || self.is_told_at_its_heading(row, &dates[0]))
        {
            return;
        }
        let mut reasons: Vec<Cow<'_, str>> = Vec::new();
        if dates.len() > 1 {
            reasons.push(
                format!(
                    "{} dates stand here: the row becomes {} entries with the same wording.",
                    dates.len(),
                    dates.len()
                )
                .into(),
            );
        }
        for when in dates {
            for reason in when.warnings.iter().chain(&when.inferred) {
                if !reasons.iter().any(|known| known == reason) {
                    reasons.push(reason.into());
                }
            }
        }
        if reasons.is_empty() {
            reasons.push(if continues {
                "No date in this row, and none above it to take. Enter one, or leave the entry at the end."
            } else {
                "No date could be understood. The wording is kept; enter a date, or leave the entry at the end."
            }.into());
        }
        let wording = dates
            .first()
            .map_or(String::new(), |when| when.wording.clone());
        self.doubts.push(Doubt {
            place: self.place(row, self.date),
            row: row.number,
            column: self.date.and_then(|date| u32::try_from(date).ok()),
            wording,
            why: reasons.join(" "),
        });
    }
}

fn joined(date: &str, time: &str) -> String {
    match (date, time) {
        (date, "") => date.to_owned(),
        ("", time) => time.to_owned(),
        (date, time) => format!("{date} {time}"),
    }
}
