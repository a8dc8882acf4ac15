//! Excel files. rust_xlsxwriter makes every part of the file except the table's rows; these are written row by row and
//! go straight into the zip, packed on a second thread, so that memory does not grow with them and nothing of them stands
//! in another file meanwhile.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::panic::resume_unwind;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::cells::{CELL_LIMIT, in_cells};
use super::characters::{Replaced, counted, for_xml};
use super::error::Fault;
use super::sheet_frame::{Design, Frame, SHEET};
use super::sheet_rows::RowsXml;

pub(super) use super::sheet_rows::Cell;

/// Rows of a worksheet below its header, by Excel's own limit of 1,048,576 (the specification page of Excel).
pub(super) const ROW_LIMIT: usize = 1_048_575;

/// Heading and width of a column, in characters.
pub(super) type Heading<'a> = (&'a str, f64);

/// Bytes of rows that are packed at once.
const PIECE: usize = 1 << 18;
/// Pieces that wait to be packed.
const WAITING: usize = 4;

enum Piece {
    Rows(Vec<u8>),
    /// All rows are there; the last one's number, counted from 0.
    End(u32),
}

/// Writes a workbook with one table, whose rows `fill` adds; returns notes for the chair.
pub(super) fn write(
    design: &Design,
    file: &mut File,
    fill: impl FnOnce(&mut Table) -> Result<(), Fault>,
) -> Result<Vec<String>, Fault> {
    let first = design.first();
    let frame = design.frame(first)?;
    let rows = RowsXml::new(first, design.headings.len(), frame.styles);
    let mut replaced = Replaced::default();
    if let Some(words) = design.above {
        for_xml(words, &mut replaced);
    }
    thread::scope(|scope| {
        let (sender, pieces) = sync_channel(WAITING);
        let packing = scope.spawn(move || pack(design, &frame, pieces, file));
        let mut table = Table {
            rows,
            replaced,
            continued: 0,
            pieces: sender,
        };
        let notes = fill(&mut table).and_then(|()| table.finish(first));
        // Where the file cannot be written, that is why no more rows could be added.
        packing
            .join()
            .unwrap_or_else(|panic| resume_unwind(panic))?;
        notes
    })
}

fn pack(
    design: &Design,
    frame: &Frame,
    pieces: Receiver<Piece>,
    file: &mut File,
) -> Result<(), Fault> {
    // The kind of file is told by its first part.
    const FIRST: &str = "[Content_Types].xml";
    let mut zip = ZipWriter::new(BufWriter::with_capacity(1 << 18, file));
    for (name, content) in frame.parts.iter().filter(|(name, _)| name == FIRST) {
        zip.start_file(name, options())?;
        zip.write_all(content)?;
    }
    zip.start_file(SHEET, options())?;
    zip.write_all(frame.head.as_bytes())?;
    for piece in pieces {
        let last = match piece {
            Piece::Rows(rows) => {
                zip.write_all(&rows)?;
                continue;
            }
            Piece::End(last) => last,
        };
        // Only now is it known to which row the filter reaches.
        let whole = design.frame(last)?;
        zip.write_all(whole.rest.as_bytes())?;
        for (name, content) in whole.parts.iter().filter(|(name, _)| name != FIRST) {
            zip.start_file(name, options())?;
            zip.write_all(content)?;
        }
        zip.finish()?.flush()?;
        return Ok(());
    }
    // No end came: whoever adds the rows has stopped, and says why.
    Ok(())
}

fn options() -> SimpleFileOptions {
    // Speed for size: a third larger, twice as fast.
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(1))
}

/// The rows of a table that is being written.
pub(super) struct Table {
    rows: RowsXml,
    replaced: Replaced,
    /// Cells that go on in rows of their own.
    continued: usize,
    pieces: SyncSender<Piece>,
}

impl Table {
    /// Adds a row. A text beyond Excel's limit goes on in the same column of the rows below, with words that say so;
    /// those rows repeat the first cell, so that they are found again after sorting.
    pub(super) fn row(&mut self, cells: &[Cell]) -> Result<(), Fault> {
        let mut rest: Vec<(usize, String)> = Vec::new();
        self.rows.begin();
        for (column, cell) in cells.iter().enumerate() {
            match cell {
                Cell::Empty => {}
                Cell::Number(number) => self.rows.number(column, *number),
                Cell::Moment(moment) => self.rows.moment(column, *moment),
                Cell::Text(text) => {
                    let text = for_xml(text, &mut self.replaced);
                    if text.len() <= CELL_LIMIT {
                        self.rows.text(column, &text);
                        continue;
                    }
                    let mut parts = in_cells(&text).into_iter();
                    if let Some(first) = parts.next() {
                        self.rows.text(column, &first);
                    }
                    rest.extend(parts.map(|part| (column, part)));
                }
            }
        }
        self.rows.end();
        for (column, part) in rest {
            self.continued += 1;
            self.rows.begin();
            match cells.first() {
                Some(Cell::Number(number)) => self.rows.number(0, *number),
                Some(Cell::Text(text)) if column > 0 && text.len() <= CELL_LIMIT => {
                    let text = for_xml(text, &mut self.replaced);
                    self.rows.text(0, &text);
                }
                _ => {}
            }
            self.rows.text(column, &part);
            self.rows.end();
        }
        if self.rows.xml.len() >= PIECE {
            self.send_rows()?;
        }
        Ok(())
    }

    /// A sentence in place of rows, where there are none.
    pub(super) fn sentence(&mut self, sentence: &str) {
        self.rows.begin();
        self.rows.text(0, sentence);
        self.rows.end();
    }

    fn send_rows(&mut self) -> Result<(), Fault> {
        let room = Vec::with_capacity(PIECE + PIECE / 4);
        let rows = std::mem::replace(&mut self.rows.xml, room);
        self.send(Piece::Rows(rows))
    }

    fn send(&self, piece: Piece) -> Result<(), Fault> {
        self.pieces
            .send(piece)
            .map_err(|_| Fault::Io(io::Error::other("the file could not be written")))
    }

    /// Returns notes for the chair.
    fn finish(mut self, first: u32) -> Result<Vec<String>, Fault> {
        self.send_rows()?;
        self.send(Piece::End(self.rows.next().saturating_sub(1).max(first)))?;
        let mut notes = self.replaced.notes("are control characters");
        if self.continued > 0 {
            notes.push(format!(
                "Excel takes 32,767 characters in a cell. Longer wording goes on in {} below its own, marked as \
                 continued; nothing is cut.",
                counted(self.continued, "row", "rows")
            ));
        }
        Ok(notes)
    }
}
