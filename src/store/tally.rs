//! What every table should hold: a sum over its rows, which each step brings up to date from its own records.
//!
//! The tally of a table is the sum of the SHA-256 of its rows, as numbers of 256 bits. A step takes away the rows it changed as they were
//! and adds them as they are, so that it costs no more than the step. A row that was changed, added or removed by another
//! program is not in that sum, and never comes to be: [`changed_outside`] counts anew and compares. Each audit row says what
//! all tallies were, so that they cannot be put right without breaking the trail.
//!
//! Of a row those columns at the end that hold their default are left out: a later version may add columns with a default, and
//! the tallies hold. A schema step that reshapes a table must empty `tally`, which is then counted anew, and write an audit row.

use std::collections::BTreeMap;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};

use super::digest::{append, hexadecimal};
use super::query::query;
use super::undo_log::{self, Range, UNDOABLE, Undoable};
use super::{Noun, StoreError, rows};

const SQL: &str = include_str!("tally.sql");
const ALL: &str = query(SQL, "all");
const ONE: &str = query(SQL, "one");
const CHANGE: &str = query(SQL, "change");
const ADD: &str = query(SQL, "add");
const SAID: &str = query(SQL, "said");

/// A sum of hashes: 256 bits, the last ones first; what goes beyond is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Sum([u64; 4]);

impl Sum {
    fn of_row(row: &[u8]) -> Self {
        Self::from_bytes(&Sha256::digest(row))
    }

    fn from_bytes(bytes: &[u8]) -> Self {
        let mut limbs = [0; 4];
        for (limb, part) in limbs.iter_mut().zip(bytes.chunks_exact(8)) {
            *limb = part
                .iter()
                .rev()
                .fold(0, |limb, byte| limb << 8 | u64::from(*byte));
        }
        Self(limbs)
    }

    pub(super) fn bytes(self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for (part, limb) in bytes.chunks_exact_mut(8).zip(self.0) {
            part.copy_from_slice(&limb.to_le_bytes());
        }
        bytes
    }

    fn plus(self, other: Self) -> Self {
        let mut carry = false;
        let mut limbs = [0; 4];
        for (limb, (one, other)) in limbs.iter_mut().zip(self.0.into_iter().zip(other.0)) {
            let (sum, over) = one.overflowing_add(other);
            let (sum, over_again) = sum.overflowing_add(u64::from(carry));
            *limb = sum;
            carry = over || over_again;
        }
        Self(limbs)
    }

    fn minus(self, other: Self) -> Self {
        let one = Self([1, 0, 0, 0]);
        self.plus(Self(other.0.map(|limb| !limb))).plus(one)
    }
}

/// What a step did to one table.
pub(super) struct Change {
    pub table: &'static str,
    /// The rows it changed or removed, as they were before it.
    before: Sum,
    /// The rows it changed or added, as they are.
    pub after: Sum,
}

pub(super) fn changes(connection: &Connection, step: Range) -> Result<Vec<Change>, StoreError> {
    let mut changes = Vec::new();
    for Undoable { table, .. } in undo_log::involved(connection, step)? {
        let names = undo_log::names(connection, table)?;
        let before = if undo_log::has_before(connection, step, table)? {
            sum(
                connection,
                table,
                &format!(
                    "SELECT {names} FROM {table}_before WHERE change IN
                        (SELECT min(id) FROM recorded WHERE id BETWEEN ?1 AND ?2 AND noun = '{table}' GROUP BY row)"
                ),
                params![step.first, step.last],
            )?
        } else {
            Sum::default()
        };
        let (condition, [first, last]) = undo_log::rows_of(connection, step, table)?;
        let after = sum(
            connection,
            table,
            &format!("SELECT {names} FROM {table} WHERE {condition}"),
            params![first, last],
        )?;
        changes.push(Change {
            table,
            before,
            after,
        });
    }
    Ok(changes)
}

/// Brings the tallies up to date, and gives what the audit row says of all of them. Where they were not what the last row
/// said, that row's word is kept, so that it stays found.
pub(super) fn advance(connection: &Connection, changes: &[Change]) -> Result<String, StoreError> {
    let said = said(connection)?.filter(|said| !said.is_empty());
    let fits = match &said {
        Some(said) => *said == total(&kept(connection)?),
        None => true,
    };
    for change in changes {
        let present = rows::one(connection, ONE, [change.table], |row| {
            row.get::<_, [u8; 32]>(0)
        })?;
        let present = present.map_or(Sum::default(), |bytes| Sum::from_bytes(&bytes));
        write(
            connection,
            change.table,
            present.minus(change.before).plus(change.after),
        )?;
    }
    match said {
        Some(said) if !fits => Ok(said),
        _ => Ok(total(&kept(connection)?)),
    }
}

/// What the last audit row says of all tallies; empty in rows of the first version.
fn said(connection: &Connection) -> Result<Option<String>, StoreError> {
    rows::one(connection, SAID, [], |row| row.get(0))
}

fn write(connection: &Connection, table: &str, sum: Sum) -> Result<(), StoreError> {
    let values = params![table, sum.bytes()];
    if rows::execute(connection, CHANGE, values)? == 0 {
        rows::execute(connection, ADD, values)?;
    }
    Ok(())
}

/// Counts every table that has no tally yet: those of a file made by an earlier version, or reshaped by a schema step. Gives those that
/// hold rows.
pub(super) fn count_missing(connection: &Connection) -> Result<Vec<Change>, StoreError> {
    let kept = kept(connection)?;
    let mut filled = Vec::new();
    for Undoable { table, .. } in UNDOABLE {
        if !kept.contains_key(*table) {
            let after = counted(connection, table)?;
            write(connection, table, after)?;
            if after != Sum::default() {
                filled.push(Change {
                    table,
                    before: Sum::default(),
                    after,
                });
            }
        }
    }
    Ok(filled)
}

/// What the tallies are now, where the last audit row says what they should be and they are that.
pub(super) fn word_that_holds(connection: &Connection) -> Result<Option<String>, StoreError> {
    let total = total(&kept(connection)?);
    Ok(said(connection)?.filter(|said| *said == total))
}

pub(super) fn word(connection: &Connection) -> Result<String, StoreError> {
    Ok(total(&kept(connection)?))
}

fn kept(connection: &Connection) -> Result<BTreeMap<String, Sum>, StoreError> {
    let kept = rows::all(connection, ALL, [], |row| {
        Ok((row.get(0)?, Sum::from_bytes(&row.get::<_, [u8; 32]>(1)?)))
    })?;
    Ok(kept.into_iter().collect())
}

fn counted(connection: &Connection, table: &str) -> Result<Sum, StoreError> {
    let names = undo_log::names(connection, table)?;
    sum(
        connection,
        table,
        &format!("SELECT {names} FROM {table}"),
        &[],
    )
}

/// All tallies as one, the empty ones left out, so that a table which a later version adds changes nothing.
fn total(kept: &BTreeMap<String, Sum>) -> String {
    let mut hasher = Sha256::new();
    for (table, sum) in kept.iter().filter(|(_, sum)| **sum != Sum::default()) {
        hasher.update((table.len() as u64).to_be_bytes());
        hasher.update(table);
        hasher.update(sum.bytes());
    }
    hexadecimal(&hasher.finalize())
}

/// What does not fit when every row is counted anew.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Outside {
    Rows(Noun),
    /// The tallies themselves are not what the last audit row says.
    Tallies,
}

pub(super) fn changed_outside(connection: &Connection) -> Result<Vec<Outside>, StoreError> {
    let kept = kept(connection)?;
    let mut found = Vec::new();
    for Undoable { table, noun, .. } in UNDOABLE {
        let expected = kept.get(*table).copied().unwrap_or_default();
        let fault = Outside::Rows(*noun);
        if counted(connection, table)? != expected && !found.contains(&fault) {
            found.push(fault);
        }
    }
    if said(connection)?.is_some_and(|said| !said.is_empty() && said != total(&kept)) {
        found.push(Outside::Tallies);
    }
    Ok(found)
}

/// The sum over the rows that `sql` gives, all columns of the table in their order.
fn sum(
    connection: &Connection,
    table: &str,
    sql: &str,
    bounds: &[&dyn rusqlite::ToSql],
) -> Result<Sum, StoreError> {
    let defaults = undo_log::defaults(connection, table)?;
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(bounds)?;
    let mut sum = Sum::default();
    let mut buffer = Vec::new();
    while let Some(row) = rows.next()? {
        buffer.clear();
        let mut end = 0;
        for (index, default) in defaults.iter().enumerate() {
            let value = row.get_ref(index)?;
            append(&mut buffer, value);
            if value != ValueRef::from(default) {
                end = buffer.len();
            }
        }
        sum = sum.plus(Sum::of_row(&buffer[..end]));
    }
    Ok(sum)
}

#[cfg(test)]
mod tests {
    use super::Sum;

    #[test]
    fn sums_do_not_depend_on_order_and_are_taken_back() {
        let rows = ["", "one", "two", "two"].map(|row| Sum::of_row(row.as_bytes()));
        let total = rows.into_iter().fold(Sum::default(), Sum::plus);
        let reversed = rows.into_iter().rev().fold(Sum::default(), Sum::plus);
        assert_eq!(total, reversed);
        assert_eq!(Sum::from_bytes(&total.bytes()), total);
        let back = rows.into_iter().fold(total, Sum::minus);
        assert_eq!(back, Sum::default());
        assert_ne!(rows[2].plus(rows[3]), rows[2]);
        let most = Sum([u64::MAX; 4]);
        assert_eq!(most.plus(Sum([1, 0, 0, 0])), Sum::default());
        assert_eq!(Sum::default().minus(Sum([1, 0, 0, 0])), most);
    }
}
