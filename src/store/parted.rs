use rusqlite::{Connection, Row, params};

use super::query::query;
use super::{StoreError, Tx, entry, rows};
use crate::model::{EntryId, Parted, PartedId};

const SQL: &str = include_str!("parted.sql");
const ALL: &str = query(SQL, "all");
const AMONG: &str = query(SQL, "among");
const ADD: &str = query(SQL, "add");
const REMOVE: &str = query(SQL, "remove");

fn parted(row: &Row<'_>) -> rusqlite::Result<Parted> {
    Ok(Parted {
        id: row.get(0)?,
        one: row.get(1)?,
        other: row.get(2)?,
    })
}

/// In order of id.
pub(super) fn all(connection: &Connection) -> Result<Vec<Parted>, StoreError> {
    rows::all(connection, ALL, [], parted)
}

impl Tx<'_> {
    /// The pairs of which both are among these entries.
    pub fn parted_among(&self, entries: &[EntryId]) -> Result<Vec<Parted>, StoreError> {
        rows::all(self.connection, AMONG, [entry::id_list(entries)], parted)
    }

    /// Says that the two are not the same event, in whichever order they are given. Whether that is new.
    pub fn part(&mut self, one: EntryId, other: EntryId) -> Result<bool, StoreError> {
        let (one, other) = (one.min(other), one.max(other));
        Ok(rows::execute(self.connection, ADD, params![one, other])? > 0)
    }

    pub fn remove_parted(&mut self, id: PartedId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE, [id])?;
        Ok(())
    }
}
