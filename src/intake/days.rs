//! Days in cells: what is not a certain day is told, and never made one.

use chrono::NaiveDate;

use super::line::Line;
use super::told::Told;
use super::{DoubtKind, Field};
use crate::dates::{self, Context, DayOrder, spoken_date};
use crate::model::{Precision, When};

impl Told<'_> {
    pub(super) fn day(&mut self, line: &Line<'_>, field: Field) -> Option<NaiveDate> {
        let column = line.sheet.column(field)?;
        let cell = line.sheet.table.rows[line.row].cells.get(column)?;
        if cell.text.trim().is_empty() {
            return None;
        }
        if cell.dated
            && let Some(serial) = cell.serial
            && let Some(moment) = dates::from_serial(serial, line.sheet.table.epoch)
        {
            self.not_to_come(line, column, field, moment.date);
            return Some(moment.date);
        }
        let wording = cell.text.trim();
        if is_nothing(wording) {
            return None;
        }
        // What a spreadsheet holds as a date is written day first by the reader of the file.
        let (order, order_proved) = match cell.dated {
            true => (DayOrder::DayFirst, true),
            false => (line.sheet.order, line.sheet.order_proved),
        };
        let context = Context {
            order,
            order_proved,
            epoch: line.sheet.table.epoch,
            ..Context::new(self.settings.today)
        };
        let reading = dates::read(wording, &context);
        let [when] = reading.dates.as_slice() else {
            self.doubt(
                line,
                Some(column),
                DoubtKind::Date,
                "Several dates stand here, and only one is wanted. None was taken.",
            );
            return None;
        };
        self.settled(line, column, field, when)
    }

    fn settled(
        &mut self,
        line: &Line<'_>,
        column: usize,
        field: Field,
        when: &When,
    ) -> Option<NaiveDate> {
        let day = when.earliest.filter(|_| when.precision <= Precision::Day);
        let same_day = when.latest.map(|moment| moment.date) == day.map(|moment| moment.date);
        let Some(day) = day.filter(|_| same_day) else {
            let why = match (when.warnings.as_slice(), when.earliest) {
                ([], Some(_)) => "It is not exact to the day.".to_owned(),
                ([], None) => "It is not a date.".to_owned(),
                (warnings, _) => warnings.join(" "),
            };
            let why = format!("{why} No day was taken.");
            self.doubt(line, Some(column), DoubtKind::Date, why);
            return None;
        };
        let day = day.date;
        if day > self.settings.today {
            self.not_to_come(line, column, field, day);
            return Some(day);
        }
        let said: Vec<&str> = when
            .inferred
            .iter()
            .chain(&when.warnings)
            .map(String::as_str)
            .collect();
        if !said.is_empty() {
            let why = format!("It was taken as {}. {}", spoken_date(day), said.join(" "));
            self.doubt(line, Some(column), DoubtKind::Date, why);
        }
        Some(day)
    }

    fn not_to_come(&mut self, line: &Line<'_>, column: usize, field: Field, day: NaiveDate) {
        if day > self.settings.today && field != Field::DueOn {
            let why = format!(
                "{} has not come yet. It was taken as it stands; look at the year.",
                spoken_date(day)
            );
            self.doubt(line, Some(column), DoubtKind::Date, why);
        }
    }
}

/// What people put into a cell for a date that is not there.
fn is_nothing(wording: &str) -> bool {
    let bare = wording.trim_matches(|character: char| !character.is_alphanumeric());
    bare.is_empty() || matches!(bare.to_lowercase().as_str(), "n/a" | "na" | "none" | "tbc")
}
