//! What calamine does not tell of old spreadsheets, and how large it would make them.
//!
//! calamine writes a sheet out cell by cell, blank ones too: two cells at opposite corners of an `.xls` would take
//! some gigabytes. So the records are walked first, which also yields what is hidden and merged.

use super::ReturnError;
use super::compound::{long, short};
use super::limits::Budget;
use super::merged::Merged;

/// Of one sheet; rows from 1, columns from 0.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct OlderFacts {
    pub(super) name: String,
    /// First and last.
    pub(super) hidden_rows: Vec<(u32, u32)>,
    pub(super) hidden_columns: Vec<(u32, u32)>,
    pub(super) merged: Vec<Merged>,
}

/// The sheets of an `.xls` in their order, without names.
///
/// # Errors
/// The limit of cells, where a sheet written out would go beyond it; damage, where the records contradict each other.
pub(super) fn of_old_workbook(file: &str, stream: &[u8]) -> Result<Vec<OlderFacts>, ReturnError> {
    let mut sheets = Vec::new();
    let mut budget = Budget::new(file);
    for (kind, record) in Records::new(stream) {
        match kind {
            END => break,
            SHEET => {
                let start = long(record, 0).map_or(usize::MAX, |start| start as usize);
                let (facts, extent) = stream.get(start..).map_or_else(Default::default, sheet);
                if extent.stated > MOST_STATED {
                    return Err(ReturnError::Damaged {
                        file: file.to_owned(),
                        reason: "a sheet claims more cells than the format has".to_owned(),
                    });
                }
                budget.cells(extent.cells())?;
                sheets.push(facts);
            }
            _ => {}
        }
    }
    Ok(sheets)
}

const END: u16 = 0x000A;
const BEGIN: u16 = 0x0809;
const SHEET: u16 = 0x0085;
const DIMENSIONS: u16 = 0x0200;
const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007D;
const MERGED: u16 = 0x00E5;
/// Records of one cell that has content: row and column come first.
const CELLS: [u16; 8] = [
    0x0006, 0x0203, 0x0204, 0x0205, 0x0206, 0x00D6, 0x027E, 0x00FD,
];
const SEVERAL_NUMBERS: u16 = 0x00BD;
/// 65,536 rows of 256 columns.
const MOST_STATED: u64 = 65_536 * 256;

/// The corners of what has content, and the size that the sheet states of itself.
#[derive(Debug, Default)]
struct Extent {
    rows: Option<(u32, u32)>,
    columns: Option<(u32, u32)>,
    /// The largest that it states, should it do so more than once.
    stated: u64,
}

impl Extent {
    fn take(&mut self, row: u32, first: u32, last: u32) {
        let wider = |known: Option<(u32, u32)>, from: u32, to: u32| {
            let (least, most) = known.unwrap_or((from, to));
            Some((least.min(from), most.max(to)))
        };
        self.rows = wider(self.rows, row, row);
        self.columns = wider(self.columns, first, last);
    }

    fn cells(&self) -> usize {
        let size = |ends: Option<(u32, u32)>| ends.map_or(0, |(from, to)| (to - from) as usize + 1);
        size(self.rows).saturating_mul(size(self.columns))
    }
}

fn sheet(stream: &[u8]) -> (OlderFacts, Extent) {
    let mut facts = OlderFacts::default();
    let mut extent = Extent::default();
    // Charts stand inside a sheet as sheets of their own.
    let mut depth = 0u32;
    for (kind, record) in Records::new(stream) {
        match kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            _ if depth > 1 => {}
            _ => {
                // A record that is too short says nothing.
                let _ = cell(kind, record, &mut facts, &mut extent);
            }
        }
    }
    (facts, extent)
}

fn cell(kind: u16, record: &[u8], facts: &mut OlderFacts, extent: &mut Extent) -> Option<()> {
    let number = |at: usize| short(record, at).map(u32::from);
    match kind {
        DIMENSIONS => {
            let (rows, columns) = if record.len() >= 14 {
                (
                    (long(record, 0)?, long(record, 4)?),
                    (number(8)?, number(10)?),
                )
            } else {
                ((number(0)?, number(2)?), (number(4)?, number(6)?))
            };
            // calamine takes room for what is stated before it has seen a cell, at each such record, and counts columns from the first
            // where they contradict themselves. The second of each two lies behind the end.
            let tall = match rows.1.checked_sub(rows.0) {
                Some(tall) => u64::from(tall),
                None => u64::MAX,
            };
            let stated = tall.saturating_mul(u64::from(columns.1));
            // An empty sheet states that it ends where it begins.
            if rows.1 > 0 && columns.1 > 0 {
                extent.stated = extent.stated.max(stated);
            }
        }
        ROW if number(12)? & 0x20 != 0 => {
            let row = number(0)? + 1;
            facts.hidden_rows.push((row, row));
        }
        COLUMNS if number(8)? & 1 != 0 => facts.hidden_columns.push((number(0)?, number(2)?)),
        MERGED => {
            for region in record.get(2..)?.chunks_exact(8).take(number(0)? as usize) {
                let part = |at: usize| short(region, at).map(u32::from);
                facts.merged.push(Merged {
                    first_row: part(0)? + 1,
                    last_row: part(2)? + 1,
                    column: part(4)?,
                    last_column: part(6)?,
                });
            }
        }
        SEVERAL_NUMBERS => {
            let last = u32::from(short(record, record.len().checked_sub(2)?)?);
            let (row, first) = (number(0)?, number(2)?);
            extent.take(row, first.min(last), last.max(first));
        }
        kind if CELLS.contains(&kind) => extent.take(number(0)?, number(2)?, number(2)?),
        _ => {}
    }
    Some(())
}

/// Records of an `.xls`: kind, length, content.
struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    fn new(stream: &'a [u8]) -> Self {
        Self { rest: stream }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, length) = (short(self.rest, 0)?, usize::from(short(self.rest, 2)?));
        let record = self.rest.get(4..4 + length)?;
        self.rest = &self.rest[4 + length..];
        Some((kind, record))
    }
}
