use rusqlite::{Connection, Row, params};

use super::query::query;
use super::values::List;
use super::{StoreError, Tx, rows};
use crate::model::{Fact, FactId};

const SQL: &str = include_str!("fact.sql");
const ALL: &str = query(SQL, "all");
const ONE: &str = query(SQL, "one");
const ADD: &str = query(SQL, "add");
const CHANGE: &str = query(SQL, "change");
const REMOVE: &str = query(SQL, "remove");

fn fact(row: &Row<'_>) -> rusqlite::Result<Fact> {
    Ok(Fact {
        id: row.get(0)?,
        name: row.get(1)?,
        words: row.get::<_, List<_>>(2)?.0,
        note: row.get(3)?,
    })
}

/// In order of id.
pub(super) fn all(connection: &Connection) -> Result<Vec<Fact>, StoreError> {
    rows::all(connection, ALL, [], fact)
}

impl Tx<'_> {
    pub fn fact(&self, id: FactId) -> Result<Fact, StoreError> {
        rows::one(self.connection, ONE, [id], fact)?.ok_or_else(|| StoreError::gone("This fact"))
    }

    /// The id of `fact` is ignored.
    pub fn add_fact(&mut self, fact: &Fact) -> Result<FactId, StoreError> {
        let values = params![fact.name, List(&fact.words), fact.note];
        rows::insert(self.connection, ADD, values).map(FactId)
    }

    pub fn change_fact(&mut self, fact: &Fact) -> Result<(), StoreError> {
        let values = params![fact.id, fact.name, List(&fact.words), fact.note];
        match rows::execute(self.connection, CHANGE, values)? {
            0 => Err(StoreError::gone("This fact")),
            _ => Ok(()),
        }
    }

    /// Removes it with the lines of who knew it.
    pub fn remove_fact(&mut self, id: FactId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE, [id])?;
        Ok(())
    }
}
