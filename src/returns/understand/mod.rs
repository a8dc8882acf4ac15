//! A table of a return understood: headings, columns, dates, and what became of each row.

mod columns;
mod content;
mod draft;
mod headings;
mod notes;
mod rows;
mod same_day;
mod words;

use chrono::NaiveDate;

use super::table::Table;
use crate::dates::{self, DayOrder, OrderEvidence};
use crate::jobs::{Cancelled, Progress};
use crate::model::{Column, ColumnKey, Doubt, EntryDraft, Skipped};

/// Which row holds the headings and what each column stands for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// Index in [`Table::rows`]; `None`: no heading row.
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
    pub anchors: Vec<dates::Anchor>,
    pub today: NaiveDate,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Understood {
    /// One column entry for each column of the table.
    pub mapping: Mapping,
    pub columns: Vec<UnderstoodColumn>,
    pub order: OrderEvidence,
    /// One per row of the table.
    pub fates: Vec<Fate>,
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
    let date = found.column(ColumnKey::Date);
    let mut order = dates::decide_order(
        table
            .rows
            .iter()
            .enumerate()
            .filter(|(index, _)| found.mapping.header.is_none_or(|header| *index > header))
            .filter_map(|(_, row)| row.cells.get(date?))
            // A cell that Excel holds as a date is written day first by us and proves nothing about the agency.
            .filter(|cell| !cell.dated && !cell.text.is_empty())
            .map(|cell| cell.text.as_str()),
    );
    let by_hand = settings.order.is_some();
    if let Some(chosen) = settings.order {
        order.order = chosen;
    }
    let mut reading = rows::Reading::new(table, &found, settings, order, by_hand);
    notes::about_the_table(table, &found, &order, by_hand, &mut reading.doubts);
    let what = match &*table.name {
        "" => "Understanding the rows".to_owned(),
        name => format!("Understanding {name}"),
    };
    let total = table.rows.len() as u64;
    for index in 0..table.rows.len() {
        progress.report(index as u64, Some(total), &what)?;
        reading.row(index);
    }
    let rows::Reading {
        fates,
        entries,
        doubts,
        skipped,
        ..
    } = reading;
    Ok(Understood {
        mapping: found.mapping,
        columns: found.columns,
        order,
        fates,
        entries,
        doubts,
        skipped,
    })
}

/// How much a table looks like a chronology; 0: not at all. Comparable between the tables of one file.
pub(super) fn likeness(table: &Table, columns: &[Column]) -> usize {
    /// Rows looked at.
    const SAMPLE: usize = 2_000;
    let headings = headings::find(table, columns);
    let header = headings.as_ref().map(|found| found.row);
    let matched = headings.map_or(0, |found| found.keys.iter().flatten().count());
    let mut dated = 0;
    let start = header.map_or(0, |row| row + 1);
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
