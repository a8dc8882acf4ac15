use rusqlite::{Connection, params};

use super::query::query;
use super::{StoreError, Tx, rows};
use crate::model::{Question, QuestionId};

const SQL: &str = include_str!("question.sql");
const ALL: &str = query(SQL, "all");
const ADD: &str = query(SQL, "add");
const CHANGE: &str = query(SQL, "change");
const SET_POSITION: &str = query(SQL, "set position");
const REMOVE: &str = query(SQL, "remove");

/// In order of position.
pub(super) fn all(connection: &Connection) -> Result<Vec<Question>, StoreError> {
    rows::all(connection, ALL, [], |row| {
        Ok(Question {
            id: row.get(0)?,
            position: row.get(1)?,
            text: row.get(2)?,
        })
    })
}

impl Tx<'_> {
    pub fn questions(&self) -> Result<Vec<Question>, StoreError> {
        all(self.connection)
    }

    pub fn question(&self, id: QuestionId) -> Result<Question, StoreError> {
        self.questions()?
            .into_iter()
            .find(|question| question.id == id)
            .ok_or_else(|| StoreError::gone("This question"))
    }

    pub fn add_question(&mut self, position: u32, text: &str) -> Result<QuestionId, StoreError> {
        rows::insert(self.connection, ADD, params![position, text]).map(QuestionId)
    }

    pub fn change_question(&mut self, id: QuestionId, text: &str) -> Result<(), StoreError> {
        rows::execute(self.connection, CHANGE, params![id, text])?;
        Ok(())
    }

    pub fn set_question_position(
        &mut self,
        id: QuestionId,
        position: u32,
    ) -> Result<(), StoreError> {
        rows::execute(self.connection, SET_POSITION, params![id, position])?;
        Ok(())
    }

    /// Removes it with its links to findings.
    pub fn remove_question(&mut self, id: QuestionId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE, [id])?;
        Ok(())
    }
}
