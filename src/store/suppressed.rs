use rusqlite::{Connection, params};

use super::query::query;
use super::{StoreError, Tx, rows};
use crate::model::{Suppressed, SuppressedId};

const SQL: &str = include_str!("suppressed.sql");
const ALL: &str = query(SQL, "all");
const ADD: &str = query(SQL, "add");
const REMOVE: &str = query(SQL, "remove");

/// In order of id.
pub(super) fn all(connection: &Connection) -> Result<Vec<Suppressed>, StoreError> {
    rows::all(connection, ALL, [], |row| {
        Ok(Suppressed {
            id: row.get(0)?,
            rule: row.get(1)?,
            subject: row.get(2)?,
            reason: row.get(3)?,
            by: row.get(4)?,
            at: row.get(5)?,
        })
    })
}

impl Tx<'_> {
    pub fn suppressed(&self) -> Result<Vec<Suppressed>, StoreError> {
        all(self.connection)
    }

    /// The id of `suppressed` is ignored; its mark must not be suppressed already.
    pub fn suppress(&mut self, suppressed: &Suppressed) -> Result<SuppressedId, StoreError> {
        let values = params![
            suppressed.rule,
            suppressed.subject,
            suppressed.reason,
            suppressed.by,
            suppressed.at
        ];
        rows::insert(self.connection, ADD, values).map(SuppressedId)
    }

    pub fn remove_suppressed(&mut self, id: SuppressedId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE, [id])?;
        Ok(())
    }
}
