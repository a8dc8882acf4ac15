use crate::dates::Epoch;
use crate::model::Column;

use super::understand;

/// A return as plain tables: every cell's wording and place, nothing understood yet.
#[derive(Debug, Clone, PartialEq)]
pub struct ReturnFile {
    /// File name without folder.
    pub name: String,
    /// Of the file's bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// What it was read as: “Windows-1252, separated by ;”, “Word document, 3 tables”.
    pub about: String,
    /// At least one, each with at least one row.
    pub tables: Vec<Table>,
    /// What the reader should know: a hidden sheet, comments left out, a wrong ending. A sentence each.
    pub notes: Vec<String>,
}

impl ReturnFile {
    /// The table most likely to be the chronology: most rows with something like a date under headings that fit.
    pub fn proposed_table(&self, columns: &[Column]) -> usize {
        let mut best = (0, 0);
        for (index, table) in self.tables.iter().enumerate() {
            let score = understand::likeness(table, columns);
            if score > best.1 {
                best = (index, score);
            }
        }
        best.0
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// As it begins a place: `sheet “Incidents”`, `table 2`; empty for a text file.
    pub name: String,
    /// In the file's order. A run of blank rows between others is kept as one row without cells; blank rows at
    /// the start and the end are left out.
    pub rows: Vec<Row>,
    /// Cells of the longest row.
    pub width: usize,
    /// Hidden in the file's own program.
    pub hidden: bool,
    /// How day numbers in this table are counted.
    pub epoch: Epoch,
    /// Columns from 0 that are hidden in the file's own program; read all the same.
    pub hidden_columns: Vec<usize>,
    /// Text that stands between the table before and this one (Word only), nearest last.
    pub above: Vec<String>,
}

impl Table {
    /// Rows in the order of their numbers; see [`Table::rows`] for blank ones.
    pub(super) fn new(name: String, rows: Vec<Row>) -> Self {
        let mut kept: Vec<Row> = Vec::with_capacity(rows.len());
        let mut blank: Option<u32> = None;
        let mut width = 0;
        for mut row in rows {
            if row.is_blank() && row.notes.is_empty() {
                blank = blank.or(Some(row.number));
                continue;
            }
            if let Some(last) = kept.last() {
                let gap =
                    (row.number > last.number + 1 && !name.is_empty()).then_some(last.number + 1);
                if let Some(number) = blank.or(gap) {
                    kept.push(Row::blank(number));
                }
            }
            blank = None;
            while row.cells.last().is_some_and(|cell| cell.text.is_empty()) {
                row.cells.pop();
            }
            width = width.max(row.cells.len());
            kept.push(row);
        }
        Self {
            name,
            rows: kept,
            width,
            ..Self::default()
        }
    }

    /// Marks hidden columns, given by their first and last from 0; those beyond the table do not count.
    pub(super) fn with_hidden_columns(mut self, hidden: &[(u32, u32)]) -> Self {
        let is_hidden = |column: usize| {
            let mut ranges = hidden.iter();
            ranges.any(|(first, last)| (*first as usize..=*last as usize).contains(&column))
        };
        self.hidden_columns = (0..self.width)
            .filter(|column| is_hidden(*column))
            .collect();
        self
    }

    /// Where a row stands, in words: `sheet “Incidents”, row 47`, `table 2, row 9`, `line 12`.
    pub fn place(&self, row: &Row) -> String {
        if self.name.is_empty() {
            format!("line {}", row.number)
        } else {
            format!("{}, row {}", self.name, row.number)
        }
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// From 1, as the file's own program counts; in a text file the line on which it begins.
    pub number: u32,
    /// Hidden in the file's own program; read all the same.
    pub hidden: bool,
    /// Up to the last cell with content.
    pub cells: Vec<Cell>,
    /// What was found out while reading that the table does not show.
    pub notes: Vec<RowNote>,
}

impl Row {
    fn blank(number: u32) -> Self {
        Self {
            number,
            ..Self::default()
        }
    }

    /// No cell with wording of its own (the lower part of a merged cell has none).
    pub fn is_blank(&self) -> bool {
        self.cells
            .iter()
            .all(|cell| cell.merged || cell.text.trim().is_empty())
    }

    /// The wording of a cell; empty where the row is shorter.
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| &cell.text)
    }

    /// The cell has wording of its own.
    pub fn is_filled(&self, column: usize) -> bool {
        self.cells
            .get(column)
            .is_some_and(|cell| !cell.merged && !cell.text.trim().is_empty())
    }

    /// Every wording of the row in order, with ` | ` between cells.
    pub fn wording(&self) -> String {
        let texts: Vec<&str> = self
            .cells
            .iter()
            .filter(|cell| !cell.merged && !cell.text.trim().is_empty())
            .map(|cell| cell.text.as_str())
            .collect();
        texts.join(" | ")
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// As a person would see it, line breaks kept.
    pub text: String,
    /// The number behind a cell that a spreadsheet holds as a date, time or number.
    pub serial: Option<f64>,
    /// The spreadsheet shows this number as a date or time.
    pub dated: bool,
    /// The lower part of a cell merged over several rows: `text` repeats the first row's.
    pub merged: bool,
    /// Columns that a cell merged sideways stands over, itself counted; 0 or 1: its own alone.
    pub across: u32,
}

impl Cell {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}

/// Something about a row that the reader must see: a tracked change, an error value, unreadable bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct RowNote {
    /// Column from 0 where one cell is meant.
    pub column: Option<u32>,
    pub wording: String,
    /// A sentence for the chair.
    pub why: String,
}
