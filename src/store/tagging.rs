use rusqlite::{Connection, Row, params};

use super::query::query;
use super::{StoreError, Tx, rows};
use crate::model::{EntryId, Tagging, TaggingId};

const SQL: &str = include_str!("tagging.sql");
const ALL: &str = query(SQL, "all");
const ONE: &str = query(SQL, "one");
const ADD: &str = query(SQL, "add");
const SET_MEMO: &str = query(SQL, "set memo");
const REMOVE: &str = query(SQL, "remove");

fn tagging(row: &Row<'_>) -> rusqlite::Result<Tagging> {
    Ok(Tagging {
        id: row.get(0)?,
        entry: row.get(1)?,
        weakness: row.get(2)?,
        coder: row.get(3)?,
        memo: row.get(4)?,
    })
}

/// In the order in which they were made.
pub(super) fn all(connection: &Connection) -> Result<Vec<Tagging>, StoreError> {
    rows::all(connection, ALL, [], tagging)
}

impl Tx<'_> {
    /// The coder's tag of that weakness on the entry.
    pub fn tagging(
        &self,
        entry: EntryId,
        weakness: &str,
        coder: &str,
    ) -> Result<Option<Tagging>, StoreError> {
        rows::one(
            self.connection,
            ONE,
            params![entry, weakness, coder],
            tagging,
        )
    }

    /// The id of `tagging` is ignored.
    pub fn add_tagging(&mut self, tagging: &Tagging) -> Result<TaggingId, StoreError> {
        let values = params![tagging.entry, tagging.weakness, tagging.coder, tagging.memo];
        rows::insert(self.connection, ADD, values).map(TaggingId)
    }

    pub fn set_memo(&mut self, id: TaggingId, memo: &str) -> Result<(), StoreError> {
        rows::execute(self.connection, SET_MEMO, params![id, memo])?;
        Ok(())
    }

    /// Removes every coder's tag of that weakness; the number removed.
    pub fn remove_taggings(&mut self, entry: EntryId, weakness: &str) -> Result<usize, StoreError> {
        rows::execute(self.connection, REMOVE, params![entry, weakness])
    }
}
