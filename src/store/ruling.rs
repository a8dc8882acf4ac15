use rusqlite::{Connection, params};

use super::query::query;
use super::{StoreError, Tx, rows};
use crate::model::{Ruling, RulingId};

const SQL: &str = include_str!("ruling.sql");
const ALL: &str = query(SQL, "all");
const OF: &str = query(SQL, "of these words");
const ADD: &str = query(SQL, "add");
const SETTLE: &str = query(SQL, "settle");
const REMOVE: &str = query(SQL, "remove");

/// In order of id.
pub(super) fn all(connection: &Connection) -> Result<Vec<Ruling>, StoreError> {
    rows::all(connection, ALL, [], |row| {
        Ok(Ruling {
            id: row.get(0)?,
            form: row.get(1)?,
            before: row.get(2)?,
            after: row.get(3)?,
            person: row.get(4)?,
        })
    })
}

impl Tx<'_> {
    pub fn rulings(&self) -> Result<Vec<Ruling>, StoreError> {
        all(self.connection)
    }

    /// Takes the place of what was settled of the same words before; the id of `ruling` is ignored.
    pub fn settle_word(&mut self, ruling: &Ruling) -> Result<RulingId, StoreError> {
        let words = params![ruling.form, ruling.before, ruling.after];
        let settled: Option<RulingId> = rows::one(self.connection, OF, words, |row| row.get(0))?;
        match settled {
            Some(id) => {
                rows::execute(self.connection, SETTLE, params![id, ruling.person])?;
                Ok(id)
            }
            None => {
                let values = params![ruling.form, ruling.before, ruling.after, ruling.person];
                rows::insert(self.connection, ADD, values).map(RulingId)
            }
        }
    }

    pub fn remove_ruling(&mut self, id: RulingId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE, [id])?;
        Ok(())
    }
}
