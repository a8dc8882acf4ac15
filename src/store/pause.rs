use rusqlite::{Connection, Row, params};

use super::query::query;
use super::values::Day;
use super::{StoreError, Tx, rows};
use crate::model::{Pause, PauseId};

const SQL: &str = include_str!("pause.sql");
const ALL: &str = query(SQL, "all");
const ADD: &str = query(SQL, "add");
const CHANGE: &str = query(SQL, "change");
const REMOVE: &str = query(SQL, "remove");

fn pause(row: &Row<'_>) -> rusqlite::Result<Pause> {
    Ok(Pause {
        id: row.get(0)?,
        from: row.get::<_, Day>(1)?.0,
        until: row.get::<_, Option<Day>>(2)?.map(|day| day.0),
        reason: row.get(3)?,
    })
}

/// In order of their first day.
pub(super) fn all(connection: &Connection) -> Result<Vec<Pause>, StoreError> {
    rows::all(connection, ALL, [], pause)
}

impl Tx<'_> {
    pub fn pauses(&self) -> Result<Vec<Pause>, StoreError> {
        all(self.connection)
    }

    pub fn add_pause(&mut self, pause: &Pause) -> Result<PauseId, StoreError> {
        let values = params![Day(pause.from), pause.until.map(Day), pause.reason];
        rows::insert(self.connection, ADD, values).map(PauseId)
    }

    pub fn change_pause(&mut self, pause: &Pause) -> Result<(), StoreError> {
        let values = params![
            pause.id,
            Day(pause.from),
            pause.until.map(Day),
            pause.reason
        ];
        match rows::execute(self.connection, CHANGE, values)? {
            0 => Err(StoreError::gone("This pause")),
            _ => Ok(()),
        }
    }

    pub fn remove_pause(&mut self, id: PauseId) -> Result<(), StoreError> {
        match rows::execute(self.connection, REMOVE, [id])? {
            0 => Err(StoreError::gone("This pause")),
            _ => Ok(()),
        }
    }
}
