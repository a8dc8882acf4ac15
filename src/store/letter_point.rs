use rusqlite::{Connection, params};

use super::query::query;
use super::{StoreError, Tx, rows};
use crate::model::{LetterPoint, LetterPointId};

const SQL: &str = include_str!("letter_point.sql");
const ALL: &str = query(SQL, "all");
const ADD: &str = query(SQL, "add");
const CHANGE: &str = query(SQL, "change");
const REMOVE: &str = query(SQL, "remove");

/// In order of position.
pub(super) fn all(connection: &Connection) -> Result<Vec<LetterPoint>, StoreError> {
    rows::all(connection, ALL, [], |row| {
        Ok(LetterPoint {
            id: row.get(0)?,
            position: row.get(1)?,
            raised: row.get(2)?,
            answer: row.get(3)?,
            paragraph: row.get(4)?,
        })
    })
}

impl Tx<'_> {
    pub fn letter(&self) -> Result<Vec<LetterPoint>, StoreError> {
        all(self.connection)
    }

    /// The id of `point` is ignored.
    pub fn add_letter_point(&mut self, point: &LetterPoint) -> Result<LetterPointId, StoreError> {
        let values = params![point.position, point.raised, point.answer, point.paragraph];
        rows::insert(self.connection, ADD, values).map(LetterPointId)
    }

    pub fn change_letter_point(&mut self, point: &LetterPoint) -> Result<(), StoreError> {
        let values = params![
            point.id,
            point.position,
            point.raised,
            point.answer,
            point.paragraph
        ];
        match rows::execute(self.connection, CHANGE, values)? {
            0 => Err(StoreError::gone("This point of the letter")),
            _ => Ok(()),
        }
    }

    pub fn remove_letter_point(&mut self, id: LetterPointId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE, [id])?;
        Ok(())
    }
}
