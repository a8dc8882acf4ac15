//! Tables of a Word document while they are being read, one inside another.

use super::ReturnError;
use super::limits::{Budget, NESTED_TABLES, SPANNED_COLUMNS};
use super::table::{Cell, Row, RowNote, Table};

/// Paragraphs above a table that are kept with it.
const ABOVE: usize = 5;

pub(super) struct Tables<'a> {
    file: &'a str,
    budget: Budget<'a>,
    /// Tables being read, the innermost last.
    open: Vec<OpenTable>,
    /// In the order in which they begin.
    done: Vec<Option<Table>>,
    /// Text outside of tables since the last one, by paragraph.
    above: Vec<String>,
    paragraph: String,
    rows_read: u64,
    notes: Vec<String>,
}

struct OpenTable {
    index: usize,
    name: String,
    rows: Vec<Row>,
    row: Option<OpenRow>,
    above: Vec<String>,
    /// The text that a vertically merged column carries on, by column.
    carried: Vec<Option<String>>,
    number: u32,
}

#[derive(Default)]
struct OpenRow {
    row: Row,
    deleted: bool,
    cell: Option<OpenCell>,
}

#[derive(Default)]
struct OpenCell {
    text: String,
    span: usize,
    merge: Merge,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Merge {
    #[default]
    None,
    Starts,
    Continues,
}

impl<'a> Tables<'a> {
    pub(super) fn new(file: &'a str) -> Self {
        Self {
            file,
            budget: Budget::new(file),
            open: Vec::new(),
            done: Vec::new(),
            above: Vec::new(),
            paragraph: String::new(),
            rows_read: 0,
            notes: Vec::new(),
        }
    }

    pub(super) fn rows_read(&self) -> u64 {
        self.rows_read
    }

    pub(super) fn table_begins(&mut self) -> Result<(), ReturnError> {
        self.budget.table()?;
        if self.open.len() >= NESTED_TABLES {
            return Err(ReturnError::Limit {
                file: self.file.to_owned(),
                limit: format!("tables inside tables, {NESTED_TABLES} deep"),
                advice: "Copy the table with the chronology into a file of its own.",
            });
        }
        let name = format!("table {}", self.done.len() + 1);
        if let Some(outer) = self.open.last() {
            self.notes.push(format!(
                "T{} stands inside {}, row {}. It was read as a table of its own.",
                &name[1..],
                outer.name,
                outer.number
            ));
        }
        self.open.push(OpenTable {
            index: self.done.len(),
            name,
            rows: Vec::new(),
            row: None,
            above: std::mem::take(&mut self.above),
            carried: Vec::new(),
            number: 0,
        });
        self.done.push(None);
        Ok(())
    }

    pub(super) fn table_ends(&mut self) {
        if let Some(open) = self.open.pop() {
            self.done[open.index] = Some(Table {
                above: open.above,
                ..Table::new(open.name, open.rows)
            });
        }
    }

    pub(super) fn row_begins(&mut self) -> Result<(), ReturnError> {
        if let Some(table) = self.open.last_mut() {
            self.budget.row()?;
            table.number += 1;
            table.row = Some(OpenRow {
                row: Row {
                    number: table.number,
                    ..Row::default()
                },
                ..OpenRow::default()
            });
        }
        Ok(())
    }

    pub(super) fn row_deleted(&mut self) {
        if let Some(row) = self.row() {
            row.deleted = true;
        }
    }

    pub(super) fn row_hidden(&mut self) {
        if let Some(row) = self.row().filter(|row| row.cell.is_none()) {
            row.row.hidden = true;
        }
    }

    pub(super) fn row_ends(&mut self) -> Result<(), ReturnError> {
        self.rows_read += 1;
        let Some(table) = self.open.last_mut() else {
            return Ok(());
        };
        let Some(mut open) = table.row.take() else {
            return Ok(());
        };
        if open.deleted {
            let wording = open.row.wording();
            open.row.cells.clear();
            open.row.notes.push(RowNote {
                column: None,
                wording,
                why: "Tracked change: the agency deleted this whole row, and it was left out."
                    .to_owned(),
            });
        }
        self.budget.cells(open.row.cells.len())?;
        table.rows.push(open.row);
        Ok(())
    }

    /// Inside a row but not inside one of its cells.
    pub(super) fn between_cells(&self) -> bool {
        self.open
            .last()
            .and_then(|table| table.row.as_ref())
            .is_some_and(|row| row.cell.is_none())
    }

    /// The row begins further right.
    pub(super) fn skip_columns(&mut self, count: usize) {
        if let Some(row) = self.row() {
            let width = row.row.cells.len() + count.min(SPANNED_COLUMNS);
            row.row.cells.resize(width, Cell::default());
        }
    }

    pub(super) fn cell_begins(&mut self) {
        if let Some(row) = self.row() {
            row.cell = Some(OpenCell {
                span: 1,
                ..OpenCell::default()
            });
        }
    }

    pub(super) fn span(&mut self, columns: usize) {
        if let Some(cell) = self.cell() {
            cell.span = columns.clamp(1, SPANNED_COLUMNS);
        }
    }

    /// The cell is part of one merged over several rows.
    pub(super) fn merged(&mut self, starts: bool) {
        if let Some(cell) = self.cell() {
            cell.merge = if starts {
                Merge::Starts
            } else {
                Merge::Continues
            };
        }
    }

    pub(super) fn cell_ends(&mut self) -> Result<(), ReturnError> {
        let Some(table) = self.open.last_mut() else {
            return Ok(());
        };
        let Some(row) = table.row.as_mut() else {
            return Ok(());
        };
        let Some(cell) = row.cell.take() else {
            return Ok(());
        };
        let column = row.row.cells.len();
        let mut filled = Cell::text(cell.text.trim_matches(['\n', ' ', '\t']));
        if table.carried.len() <= column {
            table.carried.resize(column + 1, None);
        }
        match cell.merge {
            Merge::None => table.carried[column] = None,
            Merge::Starts => table.carried[column] = Some(filled.text.clone()),
            Merge::Continues => {
                if let Some(text) = table.carried[column]
                    .as_ref()
                    .filter(|_| filled.text.is_empty())
                {
                    filled.text.clone_from(text);
                    filled.merged = true;
                }
            }
        }
        let (name, number) = (&table.name, table.number);
        self.budget
            .text(&filled.text, || format!("{name}, row {number}"))?;
        row.row.cells.push(filled);
        row.row
            .cells
            .resize(column + cell.span.max(1), Cell::default());
        Ok(())
    }

    pub(super) fn write(&mut self, text: &str) {
        match self.cell() {
            Some(cell) => cell.text.push_str(text),
            None => self.paragraph.push_str(text),
        }
    }

    /// False where the paragraph had text outside of any table.
    pub(super) fn paragraph_ends(&mut self) -> bool {
        if let Some(cell) = self.cell() {
            cell.text.push('\n');
            return true;
        }
        let text = std::mem::take(&mut self.paragraph);
        if text.trim().is_empty() {
            return true;
        }
        if self.above.len() == ABOVE {
            self.above.remove(0);
        }
        self.above.push(text.trim().to_owned());
        false
    }

    /// Something about the row being read; what stands outside of tables has no row to note it at.
    pub(super) fn note(&mut self, wording: &str, why: &str) {
        let Some(row) = self.row() else {
            return;
        };
        let known = row
            .row
            .notes
            .iter()
            .any(|note| note.why == why && note.wording == wording);
        if !known {
            let column = row.cell.is_some().then_some(row.row.cells.len());
            row.row.notes.push(RowNote {
                column: column.and_then(|column| u32::try_from(column).ok()),
                wording: wording.to_owned(),
                why: why.to_owned(),
            });
        }
    }

    /// Tables with rows, in the order in which they begin, and what to know about them.
    pub(super) fn finish(mut self) -> (Vec<Table>, Vec<String>) {
        while !self.open.is_empty() {
            self.table_ends();
        }
        (self.done.into_iter().flatten().collect(), self.notes)
    }

    fn row(&mut self) -> Option<&mut OpenRow> {
        self.open.last_mut()?.row.as_mut()
    }

    fn cell(&mut self) -> Option<&mut OpenCell> {
        self.row()?.cell.as_mut()
    }
}
