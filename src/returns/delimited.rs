//! Text tables: comma, semicolon, tab or bar between the cells.

use csv::{ByteRecord, ReaderBuilder};

use super::limits::Budget;
use super::table::{Cell, Row, RowNote, Table};
use super::text::{Decoded, decode};
use super::{Parts, ReturnError};
use crate::jobs::Progress;

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Records looked at to find the delimiter.
const SAMPLE: usize = 300;

pub(super) fn read(
    file: &str,
    bytes: &[u8],
    progress: &dyn Progress,
) -> Result<Parts, ReturnError> {
    let Decoded { text, encoding } = decode(file, bytes)?;
    let delimiter = delimiter(&text);
    let mut parts = parts(file, &text, delimiter, progress)?;
    parts.about = match named(delimiter) {
        _ if parts.tables.iter().all(|table| table.width < 2) => format!("{encoding}, one column"),
        name => format!("{encoding}, separated by {name}"),
    };
    Ok(parts)
}

/// The one table that the text is, with nothing said about it yet.
pub(super) fn parts(
    file: &str,
    text: &str,
    delimiter: u8,
    progress: &dyn Progress,
) -> Result<Parts, ReturnError> {
    let mut lines = Lines::new(file, text);
    let mut notes = Vec::new();
    let mut rows = Vec::new();
    let mut from = 0;
    if let Some(open) = lines.records(from, delimiter, true, &mut rows, progress)? {
        // A quotation mark that is never closed swallows all rows after it: from there on it is a character.
        from = open.byte;
        rows.truncate(open.rows);
        lines.rewind(&open);
        notes.push(format!(
            "The quotation mark opened in line {} is never closed. From that line on, quotation marks were read as ordinary characters: compare these rows with the file.",
            open.line
        ));
        lines.records(from, delimiter, false, &mut rows, progress)?;
    }
    let unreadable: Vec<String> = rows
        .iter()
        .filter(|row| row.cells.iter().any(|cell| is_broken(&cell.text)))
        .map(|row| row.number.to_string())
        .collect();
    if !unreadable.is_empty() {
        notes.push(format!(
            "Characters that could not be read stand as � in line {}. Compare with what the agency holds.",
            unreadable.join(", ")
        ));
    }
    for row in &mut rows {
        mark_broken(row);
    }
    Ok(Parts {
        about: String::new(),
        tables: vec![Table::new(String::new(), rows)],
        notes,
    })
}

pub(super) fn named(delimiter: u8) -> &'static str {
    match delimiter {
        b';' => ";",
        b'\t' => "tab",
        b'|' => "|",
        _ => ",",
    }
}

fn is_broken(text: &str) -> bool {
    text.contains(char::REPLACEMENT_CHARACTER)
}

fn mark_broken(row: &mut Row) {
    for (column, cell) in row.cells.iter().enumerate() {
        if is_broken(&cell.text) {
            row.notes.push(RowNote {
                column: u32::try_from(column).ok(),
                wording: cell.text.clone(),
                why: "Some characters could not be read and stand as �. Compare with what the agency holds.".to_owned(),
            });
        }
    }
}

/// The delimiter under which most records have the same number of cells, and that number is at least two.
pub(super) fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or("");
    // Excel's own first line, which names the delimiter.
    if let Some(named) = first.trim().strip_prefix("sep=")
        && let [named] = named.as_bytes()
        && DELIMITERS.contains(named)
    {
        return *named;
    }
    let mut best = (0, b',');
    for delimiter in DELIMITERS {
        let mut reader = reader(text.as_bytes(), delimiter, true);
        let mut record = ByteRecord::new();
        let mut widths: Vec<usize> = Vec::new();
        while widths.len() < SAMPLE && matches!(reader.read_byte_record(&mut record), Ok(true)) {
            widths.push(record.len());
        }
        let agreed = widths
            .iter()
            .filter(|width| **width > 1)
            .map(|width| {
                let count = widths.iter().filter(|other| *other == width).count();
                // Prose has commas in some lines; a table has its delimiter in nearly all.
                count * 100 + width.min(&20)
            })
            .max()
            .unwrap_or(0);
        if agreed > best.0 {
            best = (agreed, delimiter);
        }
    }
    best.1
}

fn reader(bytes: &[u8], delimiter: u8, quoting: bool) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .quoting(quoting)
        .from_reader(bytes)
}

/// Records with the physical line on which each begins.
struct Lines<'a> {
    file: &'a str,
    text: &'a str,
    budget: Budget<'a>,
    /// Line at byte `at`, from 1.
    line: u32,
    at: usize,
}

/// The record that holds an unclosed quotation mark.
struct Open {
    byte: usize,
    line: u32,
    rows: usize,
}

impl<'a> Lines<'a> {
    fn new(file: &'a str, text: &'a str) -> Self {
        Self {
            file,
            text,
            budget: Budget::new(file),
            line: 1,
            at: 0,
        }
    }

    fn rewind(&mut self, open: &Open) {
        self.budget = Budget::new(self.file);
        self.line = open.line;
        self.at = open.byte;
    }

    /// Appends the records from byte `from` on; returns the last one where its quotation mark stays open.
    fn records(
        &mut self,
        from: usize,
        delimiter: u8,
        quoting: bool,
        rows: &mut Vec<Row>,
        progress: &dyn Progress,
    ) -> Result<Option<Open>, ReturnError> {
        let bytes = self.text.as_bytes();
        let mut reader = reader(&bytes[from..], delimiter, quoting);
        let mut record = ByteRecord::new();
        let what = format!("Reading {}", self.file);
        let mut start = from;
        loop {
            let more =
                reader
                    .read_byte_record(&mut record)
                    .map_err(|fault| ReturnError::Damaged {
                        file: self.file.to_owned(),
                        reason: fault.to_string(),
                    })?;
            if !more {
                return Ok(None);
            }
            let end = from + usize::try_from(reader.position().byte()).unwrap_or(0);
            let (begins, skipped) = self.begin(start);
            if skipped && !rows.is_empty() {
                rows.push(Row {
                    number: self.line - 1,
                    ..Row::default()
                });
            }
            let is_last = end >= bytes.len();
            if quoting && is_last && is_open(&bytes[begins..], delimiter) {
                return Ok(Some(Open {
                    byte: begins,
                    line: self.line,
                    rows: rows.len(),
                }));
            }
            self.row(&record, rows)?;
            progress.report(end as u64, Some(bytes.len() as u64), &what)?;
            start = end;
        }
    }

    fn row(&mut self, record: &ByteRecord, rows: &mut Vec<Row>) -> Result<(), ReturnError> {
        self.budget.row()?;
        self.budget.cells(record.len())?;
        let number = self.line;
        let mut cells = Vec::with_capacity(record.len());
        for field in record {
            // The text was valid UTF-8 and is cut at ASCII characters only.
            let field = String::from_utf8_lossy(field);
            self.budget.text(&field, || format!("line {number}"))?;
            cells.push(Cell::text(field));
        }
        rows.push(Row {
            number,
            cells,
            ..Row::default()
        });
        Ok(())
    }

    /// The byte where the record after byte `start` begins, counting lines up to it, and whether a blank line
    /// was passed on the way.
    fn begin(&mut self, start: usize) -> (usize, bool) {
        let bytes = self.text.as_bytes();
        let mut begins = start;
        let mut breaks = 0;
        while let Some(b'\n' | b'\r') = bytes.get(begins) {
            breaks += usize::from(ends_line(bytes, begins));
            begins += 1;
        }
        let before = (self.at..begins).filter(|at| ends_line(bytes, *at)).count();
        self.line = self
            .line
            .saturating_add(u32::try_from(before).unwrap_or(u32::MAX));
        self.at = begins;
        // After a record that ended with CR, its own LF is still to come and is no blank line.
        let own =
            start > 0 && bytes.get(start - 1) == Some(&b'\r') && bytes.get(start) == Some(&b'\n');
        (begins, breaks > usize::from(own))
    }
}

fn ends_line(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    }
}

/// Whether the end of `record` lies within a quoted cell.
fn is_open(record: &[u8], delimiter: u8) -> bool {
    let (mut quoted, mut starts) = (false, true);
    let mut bytes = record.iter().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' if quoted && bytes.peek() == Some(&&b'"') => {
                bytes.next();
            }
            b'"' if quoted => quoted = false,
            b'"' if starts => quoted = true,
            _ => {}
        }
        starts = !quoted && *byte == delimiter;
    }
    quoted
}
