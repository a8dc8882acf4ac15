//! Rows as bytes, and what a step did as one digest: what the audit trail and the tally are made of.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};

use super::StoreError;
use super::tally::Change;
use super::undo_log::{self, Range};

/// SHA-256 over everything the records say: which rows, what they held before, and what they hold now.
pub(super) fn of_step(
    connection: &Connection,
    range: Range,
    changes: &[Change],
) -> Result<String, StoreError> {
    let mut hasher = Sha256::new();
    let bounds = params![range.first, range.last];
    for Change { table, after, .. } in changes {
        hash_rows(
            connection,
            &mut hasher,
            &format!(
                "SELECT noun, row, kind FROM recorded
                WHERE id BETWEEN ?1 AND ?2 AND noun = '{table}' AND kind <> 'insert' ORDER BY id"
            ),
            bounds,
        )?;
        let names = undo_log::names(connection, table)?;
        hash_rows(
            connection,
            &mut hasher,
            &format!(
                "SELECT {names} FROM {table}_before WHERE change BETWEEN ?1 AND ?2 ORDER BY change"
            ),
            bounds,
        )?;
        hasher.update(after.bytes());
    }
    Ok(hexadecimal(&hasher.finalize()))
}

fn hash_rows(
    connection: &Connection,
    hasher: &mut Sha256,
    sql: &str,
    bounds: &[&dyn rusqlite::ToSql],
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(sql)?;
    let width = statement.column_count();
    let mut rows = statement.query(bounds)?;
    let mut buffer = Vec::new();
    while let Some(row) = rows.next()? {
        buffer.clear();
        for index in 0..width {
            append(&mut buffer, row.get_ref(index)?);
        }
        hasher.update(&buffer);
    }
    Ok(())
}

/// Kind, length and bytes, so that no two different rows give the same bytes.
pub(super) fn append(buffer: &mut Vec<u8>, value: ValueRef<'_>) {
    let (kind, number);
    let bytes: &[u8] = match value {
        ValueRef::Null => {
            kind = b'n';
            &[]
        }
        ValueRef::Integer(integer) => {
            kind = b'i';
            number = integer.to_be_bytes();
            &number
        }
        ValueRef::Real(real) => {
            kind = b'r';
            number = real.to_be_bytes();
            &number
        }
        ValueRef::Text(text) => {
            kind = b't';
            text
        }
        ValueRef::Blob(blob) => {
            kind = b'b';
            blob
        }
    };
    buffer.push(kind);
    buffer.extend((bytes.len() as u64).to_be_bytes());
    buffer.extend(bytes);
}

pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
