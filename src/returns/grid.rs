//! A sheet's cells, filled in one by one.

use super::ReturnError;
use super::limits::{Budget, SHEET_COLUMNS, SHEET_ROWS};
use super::merged::{self, Merged};
use super::table::{Cell, Row, RowNote};
use crate::jobs::Progress;

/// Rows being filled, mostly in ascending order.
pub(super) struct Grid<'a, 'b> {
    file: &'a str,
    place: &'a str,
    what: String,
    budget: &'a mut Budget<'b>,
    progress: &'a dyn Progress,
    rows: Vec<Row>,
    sorted: bool,
}

impl<'a, 'b> Grid<'a, 'b> {
    pub(super) fn new(
        file: &'a str,
        place: &'a str,
        budget: &'a mut Budget<'b>,
        progress: &'a dyn Progress,
    ) -> Self {
        Self {
            file,
            place,
            what: format!("Reading {file}, {place}"),
            budget,
            progress,
            rows: Vec::new(),
            sorted: true,
        }
    }

    pub(super) fn put(&mut self, number: u32, column: u32, cell: Cell) -> Result<(), ReturnError> {
        if number > SHEET_ROWS || column >= SHEET_COLUMNS {
            return Err(ReturnError::Damaged {
                file: self.file.to_owned(),
                reason: format!("a cell outside of {}", self.place),
            });
        }
        let place = self.place;
        self.budget
            .text(&cell.text, || format!("{place}, row {number}"))?;
        let column = column as usize;
        let at = self.row(number)?;
        let row = &mut self.rows[at];
        if row.cells.len() <= column {
            self.budget.cells(column + 1 - row.cells.len())?;
            row.cells.resize(column + 1, Cell::default());
        }
        row.cells[column] = cell;
        Ok(())
    }

    /// Keeps something about a cell; false where its row has no wording.
    pub(super) fn note(&mut self, number: u32, column: u32, wording: &str, why: &str) -> bool {
        let row = self.find(number);
        if let Some(at) = row {
            self.rows[at].notes.push(RowNote {
                column: Some(column),
                wording: wording.to_owned(),
                why: why.to_owned(),
            });
        }
        row.is_some()
    }

    fn find(&mut self, number: u32) -> Option<usize> {
        if self.rows.last().is_some_and(|row| row.number == number) {
            return Some(self.rows.len() - 1);
        }
        if !self.sorted {
            self.rows.sort_by_key(|row| row.number);
            self.sorted = true;
        }
        self.rows
            .binary_search_by_key(&number, |row| row.number)
            .ok()
    }

    /// The index of a row, made where it is new.
    fn row(&mut self, number: u32) -> Result<usize, ReturnError> {
        let follows = self.rows.last().is_none_or(|row| row.number < number);
        if !follows && let Some(at) = self.find(number) {
            return Ok(at);
        }
        self.budget.row()?;
        self.progress.report(u64::from(number), None, &self.what)?;
        self.sorted &= follows;
        self.rows.push(Row {
            number,
            ..Row::default()
        });
        Ok(self.rows.len() - 1)
    }

    /// Rows in order; `hidden` tells of a row's number.
    pub(super) fn finish(
        mut self,
        hidden: impl Fn(u32) -> bool,
        merged: &[Merged],
    ) -> Result<Vec<Row>, ReturnError> {
        self.rows.sort_by_key(|row| row.number);
        for row in &mut self.rows {
            row.hidden = hidden(row.number);
        }
        merged::fill(&mut self.rows, merged, self.budget)?;
        Ok(self.rows)
    }
}
