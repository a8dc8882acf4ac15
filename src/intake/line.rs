use super::Field;
use super::sheet::Sheet;

/// A row below the headings.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) sheet: &'a Sheet<'a>,
    /// Index among the table’s rows.
    pub(super) row: usize,
}

impl<'a> Line<'a> {
    /// The wording of a cell, without spaces around it; empty where the table has no such column.
    pub(super) fn text(&self, field: Field) -> &'a str {
        let column = self.sheet.column(field);
        column.map_or("", |column| self.cell(column))
    }

    pub(super) fn cell(&self, column: usize) -> &'a str {
        self.sheet.table.rows[self.row].text(column).trim()
    }

    /// “row 4”, “line 4”.
    pub(super) fn short_place(&self) -> String {
        self.sheet.place(self.row)
    }
}
