use rusqlite::{Connection, Row};

use super::query::query;
use super::when::{self, Understood};
use super::{StoreError, Tx, rows};
use crate::model::{KeyDate, KeyDateId, When};

const SQL: &str = include_str!("key_date.sql");
const ALL: &str = query(SQL, "all");
const ADD: &str = query(SQL, "add");
const CHANGE: &str = query(SQL, "change");
const REMOVE: &str = query(SQL, "remove");

fn key_date(row: &Row<'_>) -> rusqlite::Result<KeyDate> {
    Ok(KeyDate {
        id: row.get(0)?,
        kind: row.get(1)?,
        label: row.get(2)?,
        when: When {
            hangs_on: row.get(11)?,
            ..when::read(row, 3)?
        },
    })
}

/// In the order in which they were added.
pub(super) fn all(connection: &Connection) -> Result<Vec<KeyDate>, StoreError> {
    rows::all(connection, ALL, [], key_date)
}

impl Tx<'_> {
    pub fn key_dates(&self) -> Result<Vec<KeyDate>, StoreError> {
        all(self.connection)
    }

    pub fn add_key_date(&mut self, date: &KeyDate) -> Result<KeyDateId, StoreError> {
        self.write_key_date(ADD, date)?;
        Ok(KeyDateId(self.connection.last_insert_rowid()))
    }

    pub fn change_key_date(&mut self, date: &KeyDate) -> Result<(), StoreError> {
        match self.write_key_date(CHANGE, date)? {
            0 => Err(StoreError::gone("This date")),
            _ => Ok(()),
        }
    }

    fn write_key_date(&mut self, sql: &str, date: &KeyDate) -> Result<usize, StoreError> {
        let understood = Understood::of(&date.when);
        let values = understood.after(&[&date.id, &date.kind, &date.label, &date.when.wording]);
        rows::execute(self.connection, sql, &*values)
    }

    pub fn remove_key_date(&mut self, id: KeyDateId) -> Result<(), StoreError> {
        match rows::execute(self.connection, REMOVE, [id])? {
            0 => Err(StoreError::gone("This date")),
            _ => Ok(()),
        }
    }
}
