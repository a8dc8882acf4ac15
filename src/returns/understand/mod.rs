//! A table of a return understood: headings, columns, dates, and what became of each row.

mod cases;
mod columns;
mod content;
mod dating;
mod draft;
mod habit;
mod headings;
mod notes;
mod rows;
mod same_day;
mod two_rows;
mod words;

use chrono::NaiveDate;

use super::table::Table;
use crate::dates::{self, DayOrder, OrderEvidence};
use crate::jobs::{Cancelled, Progress};
use crate::model::{Column, ColumnKey, Doubt, EntryDraft, Habit, Period, Skipped, Template};

pub use habit::habit_of;

/// Which row holds the headings and what each column stands for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// Index in [`Table::rows`], the lower one where the headings stand in two; `None`: no heading row.
    pub header: Option<usize>,
    /// By column; what is missing at the end stands for nothing.
    pub columns: Vec<Option<ColumnKey>>,
}

pub struct Settings<'a> {
    /// The template's columns with the headings agencies use.
    pub columns: &'a [Column],
    /// Given by hand: used as it is.
    pub mapping: Option<&'a Mapping>,
    /// Given by hand: used whatever the dates show.
    pub order: Option<DayOrder>,
    /// How this agency's last return was read; what the chair gives by hand goes before it.
    pub habit: Option<&'a Habit>,
    /// Of several cases in the table the one to read, by its name in [`Understood::cases`]; `None`: all.
    pub case: Option<&'a str>,
    pub anchors: Vec<dates::Anchor>,
    /// Named stretches of time of the template.
    pub periods: &'a [Period],
    pub today: NaiveDate,
}

impl<'a> Settings<'a> {
    /// With the columns and periods of the template, nothing by hand or habit, and no dates of the case known.
    pub fn new(template: &'a Template, today: NaiveDate) -> Self {
        Self {
            columns: &template.columns,
            mapping: None,
            order: None,
            habit: None,
            case: None,
            anchors: Vec::new(),
            periods: &template.periods,
            today,
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Understood {
    /// One column entry for each column of the table.
    pub mapping: Mapping,
    pub columns: Vec<UnderstoodColumn>,
    pub order: OrderEvidence,
    /// One per row of the table.
    pub fates: Vec<Fate>,
    /// Where the table seems to hold several cases: each with the number of its rows. Else empty.
    pub cases: Vec<(String, usize)>,
    /// In the order of the rows.
    pub entries: Vec<EntryDraft>,
    pub doubts: Vec<Doubt>,
    /// Every row with wording that became no entry.
    pub skipped: Vec<Skipped>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnderstoodColumn {
    /// As written, on one line; `column C` or `column 3` where there is none.
    pub heading: String,
    pub meaning: Option<ColumnKey>,
    /// What it was understood from, for the reader: “by its heading”, “by its content: 37 of 40 cells are dates”.
    pub why: String,
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Above the headings.
    Preamble,
    /// The headings, also where they are repeated.
    Heading,
    /// Gives the year of the dates below that have none.
    YearHeading(i32),
    /// Became `count` entries from index `first` on: several where the date cell holds several dates.
    Entry {
        first: usize,
        count: usize,
    },
    /// Became an entry of its own with the date of the row above; find it by [`EntryDraft::row`].
    Continues,
    /// A note or total after the last dated row.
    Note,
    Blank,
    /// No entry for another reason, given in [`Understood::skipped`].
    Skipped,
}

/// Understands one table of a return. Every non-blank row becomes an entry or is listed in
/// [`Understood::skipped`]; a cell under a heading that stands for nothing is kept in [`EntryDraft::other`].
///
/// # Errors
/// Only [`Cancelled`]: a table that cannot be understood becomes doubts, not an error.
pub fn understand(
    table: &Table,
    settings: &Settings<'_>,
    progress: &dyn Progress,
) -> Result<Understood, Cancelled> {
    let found = columns::find(table, settings);
    let cases = cases::find(table, &found);
    let date = found.column(ColumnKey::Date);
    let start = found.start();
    let mut order = dates::decide_order(
        table
            .rows
            .iter()
            .skip(start)
            .filter_map(|row| row.cells.get(date?))
            // A cell that Excel holds as a date is written day first by us and proves nothing about the agency.
            .filter(|cell| !cell.dated && !cell.text.is_empty())
            .map(|cell| cell.text.as_str()),
    );
    let by_habit = habit::order(settings.habit).filter(|_| settings.order.is_none());
    // What the dates themselves show goes before what an earlier return showed.
    let chosen = settings.order.or(by_habit.filter(|_| !order.proved()));
    let proved = chosen.is_some() || order.proved();
    let mut doubts = Vec::new();
    notes::about_the_order(table, &found, &order, settings.order, by_habit, &mut doubts);
    notes::about_hidden_parts(table, &found, &mut doubts);
    doubts.extend(cases.doubt(table, &found, settings.case));
    order.order = chosen.unwrap_or(order.order);
    let about_the_table = doubts.len();
    let mut reading = rows::Reading::new(table, &found, &cases, settings, order, proved);
    reading.doubts = doubts;
    let what = match &*table.name {
        "" => "Understanding the rows".to_owned(),
        name => format!("Understanding {name}"),
    };
    let total = table.rows.len() as u64;
    for index in 0..table.rows.len() {
        progress.report(index as u64, Some(total), &what)?;
        reading.row(index);
    }
    reading.year_ends();
    let rows::Reading {
        fates,
        entries,
        mut doubts,
        skipped,
        ..
    } = reading;
    doubts[about_the_table..].sort_by_key(|doubt| doubt.row);
    Ok(Understood {
        mapping: found.mapping,
        columns: found.columns,
        order,
        fates,
        cases: cases.names,
        entries,
        doubts,
        skipped,
    })
}

/// How much a table looks like a chronology; 0: not at all. Comparable between the tables of one file.
pub(super) fn likeness(table: &Table, columns: &[Column]) -> usize {
    /// Rows looked at.
    const SAMPLE: usize = 2_000;
    let headings = headings::find(table, columns, None);
    let start = headings.as_ref().map_or(0, |found| found.rows.last + 1);
    let matched = headings.map_or(0, |found| found.count());
    let mut dated = 0;
    for row in table.rows.iter().skip(start).take(SAMPLE) {
        let has_date = row
            .cells
            .iter()
            .any(|cell| content::is_like_date(&cell.text));
        let has_more = row
            .cells
            .iter()
            .filter(|cell| !cell.text.is_empty())
            .count()
            > 1;
        dated += usize::from(has_date && has_more);
    }
    let likeness = 1 + matched * 5 + dated * 10;
    if table.hidden { likeness / 2 } else { likeness }
}
