use rusqlite::{Connection, params};

use super::query::query;
use super::{StoreError, Tx, rows};
use crate::model::RecordAnswer;

const SQL: &str = include_str!("record_answer.sql");
const ALL: &str = query(SQL, "all");
const ADD: &str = query(SQL, "add");
const CHANGE: &str = query(SQL, "change");
const REMOVE: &str = query(SQL, "remove");

/// In order of key.
pub(super) fn all(connection: &Connection) -> Result<Vec<RecordAnswer>, StoreError> {
    rows::all(connection, ALL, [], |row| {
        Ok(RecordAnswer {
            key: row.get(0)?,
            answer: row.get(1)?,
        })
    })
}

impl Tx<'_> {
    /// Answers a question of the data record; an empty answer is none.
    pub fn answer_record(&mut self, key: &str, answer: &str) -> Result<(), StoreError> {
        if answer.is_empty() {
            rows::execute(self.connection, REMOVE, [key])?;
            return Ok(());
        }
        if rows::execute(self.connection, CHANGE, params![key, answer])? == 0 {
            rows::insert(self.connection, ADD, params![key, answer])?;
        }
        Ok(())
    }
}
