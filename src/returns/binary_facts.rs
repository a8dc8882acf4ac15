//! What calamine does not tell of an Excel binary workbook (`.xlsb`): hidden rows and columns, merged cells.

use std::io::Read;

use super::ReturnError;
use super::archive::{Archive, main_part, relations};
use super::compound::long;
use super::merged::Merged;
use super::older_facts::OlderFacts;

const ROW: u32 = 0;
const COLUMN: u32 = 60;
const SHEET: u32 = 156;
const MERGED: u32 = 176;
/// The parts of a record that are looked at; what lies behind them is passed over.
const LOOKED_AT: usize = 1024;

pub(super) fn read(archive: &mut Archive<'_>) -> Result<Vec<OlderFacts>, ReturnError> {
    let workbook = main_part(archive)?.unwrap_or_else(|| "xl/workbook.bin".to_owned());
    let (folder, name) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let relations = relations(archive, &format!("{folder}/_rels/{name}.rels"))?;
    let mut listed = Vec::new();
    each_record(archive, &workbook, |kind, record| {
        if kind == SHEET
            && let Some((id, name)) = id_and_name(record)
        {
            listed.push((id, name));
        }
    })?;
    let mut sheets = Vec::new();
    for (id, name) in listed {
        let Some(relation) = relations.iter().find(|relation| relation.id == id) else {
            continue;
        };
        let part = match relation.target.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => format!("{folder}/{}", relation.target),
        };
        let mut facts = OlderFacts {
            name,
            ..OlderFacts::default()
        };
        each_record(archive, &part, |kind, record| {
            // A record that is too short says nothing.
            let _ = take(kind, record, &mut facts);
        })?;
        sheets.push(facts);
    }
    Ok(sheets)
}

fn take(kind: u32, record: &[u8], facts: &mut OlderFacts) -> Option<()> {
    match kind {
        ROW if record.get(11)? & 0x10 != 0 => {
            let row = long(record, 0)?.saturating_add(1);
            facts.hidden_rows.push((row, row));
        }
        COLUMN if record.get(16)? & 1 != 0 => {
            facts
                .hidden_columns
                .push((long(record, 0)?, long(record, 4)?));
        }
        MERGED => facts.merged.push(Merged {
            first_row: long(record, 0)?.saturating_add(1),
            last_row: long(record, 4)?.saturating_add(1),
            column: long(record, 8)?,
            last_column: long(record, 12)?,
        }),
        _ => {}
    }
    Some(())
}

fn id_and_name(record: &[u8]) -> Option<(String, String)> {
    let (id, next) = wide(record, 8)?;
    Some((id, wide(record, next)?.0))
}

/// A string led by its length in characters, and where it ends.
fn wide(record: &[u8], at: usize) -> Option<(String, usize)> {
    let end = at + 4 + long(record, at)? as usize * 2;
    let units: Vec<u16> = record
        .get(at + 4..end)?
        .chunks_exact(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
        .collect();
    Some((String::from_utf16_lossy(&units), end))
}

/// Calls `visit` with each record's kind and beginning; a part that is cut off ends where it is cut.
fn each_record(
    archive: &mut Archive<'_>,
    name: &str,
    mut visit: impl FnMut(u32, &[u8]),
) -> Result<(), ReturnError> {
    let ended = {
        let Some(mut part) = archive.part(name)? else {
            return Ok(());
        };
        let mut record = Vec::with_capacity(LOOKED_AT);
        loop {
            let mut next = || -> std::io::Result<Option<u32>> {
                let Some(kind) = number(&mut part, 2)? else {
                    return Ok(None);
                };
                let Some(length) = number(&mut part, 4)? else {
                    return Ok(None);
                };
                let length = u64::from(length);
                record.clear();
                let mut content = part.by_ref().take(length);
                content
                    .by_ref()
                    .take(LOOKED_AT as u64)
                    .read_to_end(&mut record)?;
                std::io::copy(&mut content, &mut std::io::sink())?;
                Ok(Some(kind))
            };
            match next() {
                Ok(Some(kind)) => visit(kind, &record),
                Ok(None) => break Ok(()),
                Err(fault) => break Err(fault),
            }
        }
    };
    ended.map_err(|fault| archive.fault(&fault))
}

/// A number in up to `most` bytes of seven bits each, the lowest first; `None` at the end.
fn number(part: &mut impl Read, most: u32) -> std::io::Result<Option<u32>> {
    let mut number = 0;
    for at in 0..most {
        let mut byte = [0];
        if part.read(&mut byte)? == 0 {
            return Ok(None);
        }
        number |= u32::from(byte[0] & 0x7F) << (7 * at);
        if byte[0] & 0x80 == 0 {
            break;
        }
    }
    Ok(Some(number))
}
