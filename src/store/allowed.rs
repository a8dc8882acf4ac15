use rusqlite::{Connection, params};

use super::query::query;
use super::{StoreError, Tx, rows};
use crate::model::{Allowed, AllowedId};

const SQL: &str = include_str!("allowed.sql");
const ALL: &str = query(SQL, "all");
const ADD: &str = query(SQL, "add");
const REMOVE: &str = query(SQL, "remove");

/// In order of id.
pub(super) fn all(connection: &Connection) -> Result<Vec<Allowed>, StoreError> {
    rows::all(connection, ALL, [], |row| {
        Ok(Allowed {
            id: row.get(0)?,
            words: row.get(1)?,
            why: row.get(2)?,
        })
    })
}

impl Tx<'_> {
    pub fn allowed(&self) -> Result<Vec<Allowed>, StoreError> {
        all(self.connection)
    }

    /// The words must not be allowed already.
    pub fn allow(&mut self, words: &str, why: &str) -> Result<AllowedId, StoreError> {
        rows::insert(self.connection, ADD, params![words, why]).map(AllowedId)
    }

    pub fn remove_allowed(&mut self, id: AllowedId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE, [id])?;
        Ok(())
    }
}
