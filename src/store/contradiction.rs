use rusqlite::{Connection, Row, params};

use super::query::query;
use super::{StoreError, Tx, rows};
use crate::model::{About, Contradiction, ContradictionId, EntryId};

const SQL: &str = include_str!("contradiction.sql");
const ALL: &str = query(SQL, "all");
const ONE: &str = query(SQL, "one");
const BETWEEN: &str = query(SQL, "between");
const ADD: &str = query(SQL, "add");
const CHANGE: &str = query(SQL, "change");
const REMOVE: &str = query(SQL, "remove");

fn contradiction(row: &Row<'_>) -> rusqlite::Result<Contradiction> {
    Ok(Contradiction {
        id: row.get(0)?,
        about: row.get(1)?,
        entries: [row.get(2)?, row.get(3)?],
        a: row.get(4)?,
        b: row.get(5)?,
        standing: row.get(6)?,
        note: row.get(7)?,
    })
}

/// In order of id.
pub(super) fn all(connection: &Connection) -> Result<Vec<Contradiction>, StoreError> {
    rows::all(connection, ALL, [], contradiction)
}

impl Tx<'_> {
    pub fn contradiction(&self, id: ContradictionId) -> Result<Contradiction, StoreError> {
        rows::one(self.connection, ONE, [id], contradiction)?
            .ok_or_else(|| StoreError::gone("This contradiction"))
    }

    /// The one between these two entries (the lower id first) about the same thing.
    pub fn contradiction_between(
        &self,
        [one, other]: [EntryId; 2],
        about: About,
    ) -> Result<Option<Contradiction>, StoreError> {
        let values = params![one, other, about];
        rows::one(self.connection, BETWEEN, values, contradiction)
    }

    /// The id of `contradiction` is ignored.
    pub fn add_contradiction(
        &mut self,
        contradiction: &Contradiction,
    ) -> Result<ContradictionId, StoreError> {
        self.write_contradiction(ADD, contradiction)?;
        Ok(ContradictionId(self.connection.last_insert_rowid()))
    }

    pub fn change_contradiction(
        &mut self,
        contradiction: &Contradiction,
    ) -> Result<(), StoreError> {
        match self.write_contradiction(CHANGE, contradiction)? {
            0 => Err(StoreError::gone("This contradiction")),
            _ => Ok(()),
        }
    }

    fn write_contradiction(
        &mut self,
        sql: &str,
        contradiction: &Contradiction,
    ) -> Result<usize, StoreError> {
        let [one, other] = contradiction.entries;
        let values = params![
            contradiction.id,
            contradiction.about,
            one,
            other,
            contradiction.a,
            contradiction.b,
            contradiction.standing,
            contradiction.note,
        ];
        rows::execute(self.connection, sql, values)
    }

    pub fn remove_contradiction(&mut self, id: ContradictionId) -> Result<(), StoreError> {
        match rows::execute(self.connection, REMOVE, [id])? {
            0 => Err(StoreError::gone("This contradiction")),
            _ => Ok(()),
        }
    }
}
