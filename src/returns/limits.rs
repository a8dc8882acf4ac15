//! How much of a file is read. Each limit lies far above any honest return and below what would exhaust an
//! ordinary laptop; meeting one is an error that names it, never a silent cut.

use super::ReturnError;

/// Bytes of a file as it lies on disk. A ten-year chronology as a spreadsheet is below 5 MB; scans and
/// photographs pasted into a Word file can reach some 100 MB.
pub const FILE_BYTES: u64 = 200 * 1024 * 1024;

/// Bytes that the parts of one office file may unpack to, all together. Counted while unpacking, because the
/// sizes written in a zip file may lie. A sheet of 100,000 rows unpacks to some 60 MB, a sheet with 1,048,576
/// formatted blank rows to some 250 MB.
pub const INFLATED_BYTES: u64 = 400 * 1024 * 1024;

/// Rows with content in one file. The largest combined chronologies known have some 10,000.
pub const ROWS: usize = 500_000;

/// Cells in one file, counting the blank ones left of a filled one: about 200 MB of memory.
pub const CELLS: usize = 5_000_000;

/// Characters in one cell. Excel itself stops at 32,767; this is forty pages of prose in one cell.
pub const CELL_CHARACTERS: usize = 100_000;

/// Tables in one file. Word files built from forms have some dozens.
pub const TABLES: usize = 1_000;

/// Tables within tables in a Word file.
pub const NESTED_TABLES: usize = 20;

/// Columns that one Word cell may span; Word itself stops at 63.
pub const SPANNED_COLUMNS: usize = 63;

/// Rows and columns of a worksheet, as the file format itself defines them.
pub const SHEET_ROWS: u32 = 1_048_576;
pub const SHEET_COLUMNS: u32 = 16_384;

/// What has been read of one file so far.
pub(super) struct Budget<'a> {
    file: &'a str,
    rows: usize,
    cells: usize,
    tables: usize,
}

impl<'a> Budget<'a> {
    pub(super) fn new(file: &'a str) -> Self {
        Self {
            file,
            rows: 0,
            cells: 0,
            tables: 0,
        }
    }

    pub(super) fn row(&mut self) -> Result<(), ReturnError> {
        self.rows += 1;
        if self.rows > ROWS {
            return Err(self.over(
                format!("more than {} rows", grouped(ROWS)),
                "Split it into several files, or ask the agency for the period under review only.",
            ));
        }
        Ok(())
    }

    pub(super) fn cells(&mut self, count: usize) -> Result<(), ReturnError> {
        self.cells = self.cells.saturating_add(count);
        if self.cells > CELLS {
            return Err(self.over(
                format!("more than {} cells", grouped(CELLS)),
                "Something may stand far to the right of the table: delete it, or copy the table alone into a new file.",
            ));
        }
        Ok(())
    }

    /// `place` in words, as it would stand in [`crate::model::Source::place`].
    pub(super) fn text(
        &self,
        text: &str,
        place: impl FnOnce() -> String,
    ) -> Result<(), ReturnError> {
        // Bytes first: counting characters of every cell would cost more than reading it.
        if text.len() > CELL_CHARACTERS && text.chars().count() > CELL_CHARACTERS {
            return Err(self.over(
                format!(
                    "a cell of more than {} characters ({})",
                    grouped(CELL_CHARACTERS),
                    place()
                ),
                "Look there: a quotation mark may be missing, or a whole document was pasted into one cell. Divide it into rows.",
            ));
        }
        Ok(())
    }

    pub(super) fn table(&mut self) -> Result<(), ReturnError> {
        self.tables += 1;
        if self.tables > TABLES {
            return Err(self.over(
                format!("more than {} tables", grouped(TABLES)),
                "Copy the table with the chronology into a file of its own.",
            ));
        }
        Ok(())
    }

    fn over(&self, limit: String, advice: &'static str) -> ReturnError {
        ReturnError::Limit {
            file: self.file.to_owned(),
            limit,
            advice,
        }
    }
}

/// `1048576` as `1,048,576`.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
