//! The combined chronology as comma-separated text.
//!
//! UTF-8 with a byte order mark, without which Excel takes it for the machine's own old encoding and spoils every
//! “é” and “’”; commas; lines end in CR LF (RFC 4180). A cell that a spreadsheet would run as a formula gets an
//! apostrophe in front. Excel re-reads dates in a CSV file by its own settings, and cuts cells at 32,767
//! characters: who wants to work in Excel should take the Excel output.

use std::borrow::Cow;
use std::io::{BufWriter, Write};

use csv::{Terminator, WriterBuilder};

use super::characters::{Replaced, acts_as_formula, counted, for_xml};
use super::chronology_columns::ChronologyColumn;
use super::error::Fault;
use super::lookup::Lookup;
use crate::jobs::Progress;
use crate::model::Review;

/// Longest cell that Excel shows of a CSV file, in UTF-16 units.
const EXCEL_CELL: usize = 32_767;

/// Writes `rows` (indices into `review.entries`) in their order; returns notes for the chair.
pub(super) fn write_chronology(
    review: &Review,
    rows: &[u32],
    out: impl Write,
    progress: &dyn Progress,
) -> Result<Vec<String>, Fault> {
    let lookup = Lookup::of(review);
    let mut replaced = Replaced::default();
    let (mut formulas, mut long) = (0, 0);
    let mut out = BufWriter::with_capacity(1 << 18, out);
    out.write_all("\u{FEFF}".as_bytes())?;
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(out);
    writer.write_record(ChronologyColumn::ALL.map(ChronologyColumn::title))?;
    for (done, &row) in rows.iter().enumerate() {
        progress.report(
            done as u64,
            Some(rows.len() as u64),
            "Writing the chronology",
        )?;
        let Some(entry) = review.entries.get(row as usize) else {
            continue;
        };
        for column in ChronologyColumn::ALL {
            let text = column.text(entry, &lookup);
            if text.len() > EXCEL_CELL {
                long += 1;
            }
            writer
                .write_field(neutral(&for_xml(&text, &mut replaced), &mut formulas).as_bytes())?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()?;

    let mut notes = replaced.notes("are control characters");
    if formulas > 0 {
        notes.push(format!(
            "An apostrophe stands before {} that a spreadsheet would have run as a formula.",
            counted(formulas, "cell", "cells")
        ));
    }
    if long > 0 {
        notes.push(format!(
            "{} longer than Excel shows of a CSV file (32,767 characters). The file holds the whole wording; \
             in Excel, use the Excel output instead.",
            counted(long, "cell is", "cells are")
        ));
    }
    Ok(notes)
}

fn neutral<'a>(cell: &'a str, formulas: &mut usize) -> Cow<'a, str> {
    if acts_as_formula(cell) {
        *formulas += 1;
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}
