use rusqlite::{Connection, params};

use super::query::query;
use super::{StoreError, Tx, rows};
use crate::model::{Declined, DeclinedId, EntryId};

const SQL: &str = include_str!("declined.sql");
const ALL: &str = query(SQL, "all");
const ADD: &str = query(SQL, "add");
const SET_WEAKNESS: &str = query(SQL, "set weakness");
const REMOVE_ONE: &str = query(SQL, "remove one");
const REMOVE: &str = query(SQL, "remove");

/// In order of id.
pub(super) fn all(connection: &Connection) -> Result<Vec<Declined>, StoreError> {
    rows::all(connection, ALL, [], |row| {
        Ok(Declined {
            id: row.get(0)?,
            entry: row.get(1)?,
            weakness: row.get(2)?,
            coder: row.get(3)?,
        })
    })
}

impl Tx<'_> {
    pub fn declined(&self) -> Result<Vec<Declined>, StoreError> {
        all(self.connection)
    }

    /// It must not have been declined yet.
    pub fn add_declined(
        &mut self,
        entry: EntryId,
        weakness: &str,
        coder: &str,
    ) -> Result<DeclinedId, StoreError> {
        rows::insert(self.connection, ADD, params![entry, weakness, coder]).map(DeclinedId)
    }

    /// The entry must not have that weakness declined yet.
    pub fn set_declined_weakness(&mut self, id: DeclinedId, key: &str) -> Result<(), StoreError> {
        rows::execute(self.connection, SET_WEAKNESS, params![id, key])?;
        Ok(())
    }

    pub fn forget_declined(&mut self, id: DeclinedId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE_ONE, [id])?;
        Ok(())
    }

    /// The number removed: none or one.
    pub fn remove_declined(&mut self, entry: EntryId, weakness: &str) -> Result<usize, StoreError> {
        rows::execute(self.connection, REMOVE, params![entry, weakness])
    }
}
