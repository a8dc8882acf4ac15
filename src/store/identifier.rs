use rusqlite::{Connection, params};

use super::query::query;
use super::{StoreError, Tx, rows};
use crate::model::{Identifier, IdentifierId, IdentifierOf};

const SQL: &str = include_str!("identifier.sql");
const ALL: &str = query(SQL, "all");
const ADD: &str = query(SQL, "add");
const CHANGE: &str = query(SQL, "change");
const REMOVE: &str = query(SQL, "remove");

/// In order of id.
pub(super) fn all(connection: &Connection) -> Result<Vec<Identifier>, StoreError> {
    rows::all(connection, ALL, [], |row| {
        let of = match row.get(1)? {
            Some(person) => IdentifierOf::Person(person),
            None => IdentifierOf::Place(row.get(2)?),
        };
        Ok(Identifier {
            id: row.get(0)?,
            of,
            kind: row.get(3)?,
            text: row.get(4)?,
        })
    })
}

impl Tx<'_> {
    pub fn identifiers(&self) -> Result<Vec<Identifier>, StoreError> {
        all(self.connection)
    }

    /// The id of `identifier` is ignored.
    pub fn add_identifier(&mut self, identifier: &Identifier) -> Result<IdentifierId, StoreError> {
        let (person, place) = match identifier.of {
            IdentifierOf::Person(person) => (Some(person), None),
            IdentifierOf::Place(place) => (None, Some(place)),
        };
        let values = params![person, place, identifier.kind, identifier.text];
        rows::insert(self.connection, ADD, values).map(IdentifierId)
    }

    /// Its kind and its text; whose it is stays.
    pub fn change_identifier(&mut self, identifier: &Identifier) -> Result<(), StoreError> {
        let values = params![identifier.id, identifier.kind, identifier.text];
        match rows::execute(self.connection, CHANGE, values)? {
            0 => Err(StoreError::gone("This identifier")),
            _ => Ok(()),
        }
    }

    pub fn remove_identifier(&mut self, id: IdentifierId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE, [id])?;
        Ok(())
    }
}
