//! Tables of a Word document while they are being read, one inside another.

use super::ReturnError;
use super::limits::{Budget, NESTED_TABLES, SPANNED_COLUMNS};
use super::table::{Cell, Row, RowNote, Table};

/// A table inside a cell up to this size becomes part of the cell's wording.
const INNER_ROWS: usize = 40;
const INNER_CHARACTERS: usize = 4_000;

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
    /// What was written before each text box being read, the innermost last.
    held: Vec<String>,
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
    /// Text boxes anchored in it.
    boxed: Vec<String>,
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
            held: Vec::new(),
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
            let table = Table {
                above: open.above,
                ..Table::new(open.name, open.rows)
            };
            self.tell_inner(&table);
            self.done[open.index] = Some(table);
        }
    }

    /// A small table inside a cell is part of what the cell says.
    fn tell_inner(&mut self, inner: &Table) {
        let rows: Vec<String> = inner.rows.iter().map(Row::wording).collect();
        let wording = rows.join("\n");
        let Some(cell) = self.cell() else {
            return;
        };
        if wording.trim().is_empty() {
            return;
        }
        if rows.len() <= INNER_ROWS && wording.len() <= INNER_CHARACTERS {
            if !cell.text.is_empty() && !cell.text.ends_with('\n') {
                cell.text.push('\n');
            }
            cell.text.push_str(&wording);
            cell.text.push('\n');
            let why = format!(
                "A table stands inside this cell ({}). Its rows were added to the wording of the cell, with | between their cells.",
                inner.name
            );
            self.note(&wording, &why);
        } else {
            let why = format!(
                "A table of {} rows stands inside this cell. It is not part of the wording here; choose {} to import it.",
                rows.len(),
                inner.name
            );
            self.note(rows.first().map_or("", String::as_str), &why);
        }
    }

    /// What is written from here to [`Tables::box_ends`] stands in a text box.
    pub(super) fn box_begins(&mut self) {
        let before = std::mem::take(self.text());
        self.held.push(before);
    }

    /// False where the text box had text outside of any table.
    pub(super) fn box_ends(&mut self) -> bool {
        let Some(before) = self.held.pop() else {
            return true;
        };
        let boxed = std::mem::replace(self.text(), before);
        let boxed = boxed.trim();
        if boxed.is_empty() {
            return true;
        }
        match self.cell() {
            Some(cell) => {
                cell.boxed.push(boxed.to_owned());
                self.note(boxed, "A text box stands at this cell in Word. Its text was added at the end of the cell’s wording.");
                true
            }
            None => {
                self.stands_above(boxed);
                false
            }
        }
    }

    /// Where text is written at the moment.
    fn text(&mut self) -> &mut String {
        let row = self.open.last_mut().and_then(|table| table.row.as_mut());
        match row.and_then(|row| row.cell.as_mut()) {
            Some(cell) => &mut cell.text,
            None => &mut self.paragraph,
        }
    }

    fn stands_above(&mut self, text: &str) {
        if self.above.len() == ABOVE {
            self.above.remove(0);
        }
        self.above.push(text.trim().to_owned());
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
        let mut text = cell.text;
        for boxed in &cell.boxed {
            text.truncate(text.trim_end().len());
            text.push('\n');
            text.push_str(boxed);
        }
        let mut filled = Cell::text(text.trim_matches(['\n', ' ', '\t']));
        filled.across = u32::try_from(cell.span).unwrap_or(0);
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
        self.text().push_str(text);
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
        self.stands_above(&text);
        false
    }

    /// Keeps something about the row being read; false outside of tables.
    pub(super) fn note(&mut self, wording: &str, why: &str) -> bool {
        let Some(row) = self.row() else {
            return false;
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
        true
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
