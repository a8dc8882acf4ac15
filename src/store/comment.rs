use rusqlite::{Connection, Row, params};

use super::query::query;
use super::{StoreError, Tx, rows};
use crate::model::{Collected, CollectedId, Comment, CommentId};

const SQL: &str = include_str!("comment.sql");
const ALL: &str = query(SQL, "all");
const ADD: &str = query(SQL, "add");
const CHANGE: &str = query(SQL, "change");
const REMOVE: &str = query(SQL, "remove");
const COLLECTED: &str = query(SQL, "collected");
const ADD_COLLECTED: &str = query(SQL, "add collected");

fn comment(row: &Row<'_>) -> rusqlite::Result<Comment> {
    Ok(Comment {
        id: row.get(0)?,
        sending: row.get(1)?,
        author: row.get(2)?,
        at: row.get(3)?,
        kind: row.get(4)?,
        paragraph: row.get(5)?,
        quoted: row.get(6)?,
        text: row.get(7)?,
        answers: row.get(8)?,
        origin: row.get(9)?,
        objection: row.get(10)?,
        repeats: row.get(11)?,
        disposition: row.get(12)?,
        reason: row.get(13)?,
        change: row.get(14)?,
    })
}

/// In the order in which they came.
pub(super) fn all(connection: &Connection) -> Result<Vec<Comment>, StoreError> {
    rows::all(connection, ALL, [], comment)
}

/// In the order in which they came.
pub(super) fn collected(connection: &Connection) -> Result<Vec<Collected>, StoreError> {
    rows::all(connection, COLLECTED, [], |row| {
        Ok(Collected {
            id: row.get(0)?,
            sending: row.get(1)?,
            file: row.get(2)?,
            sha256: row.get(3)?,
            at: row.get(4)?,
            added: row.get(5)?,
        })
    })
}

impl Tx<'_> {
    pub fn comments(&self) -> Result<Vec<Comment>, StoreError> {
        all(self.connection)
    }

    pub fn comment(&self, id: CommentId) -> Result<Comment, StoreError> {
        self.comments()?
            .into_iter()
            .find(|comment| comment.id == id)
            .ok_or_else(|| StoreError::gone("This comment"))
    }

    /// The id of `comment` is ignored.
    pub fn add_comment(&mut self, comment: &Comment) -> Result<CommentId, StoreError> {
        let values = params![
            comment.sending,
            comment.author,
            comment.at,
            comment.kind,
            comment.paragraph,
            comment.quoted,
            comment.text,
            comment.answers,
            comment.origin,
            comment.objection,
            comment.repeats,
            comment.disposition,
            comment.reason,
            comment.change,
        ];
        rows::insert(self.connection, ADD, values).map(CommentId)
    }

    /// Its paragraph, text, whether it is an objection and which it repeats, and what became of it. What stands in the file that it came
    /// from never changes.
    pub fn change_comment(&mut self, comment: &Comment) -> Result<(), StoreError> {
        let values = params![
            comment.id,
            comment.paragraph,
            comment.text,
            comment.objection,
            comment.repeats,
            comment.disposition,
            comment.reason,
            comment.change,
        ];
        match rows::execute(self.connection, CHANGE, values)? {
            0 => Err(StoreError::gone("This comment")),
            _ => Ok(()),
        }
    }

    pub fn remove_comment(&mut self, id: CommentId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE, [id])?;
        Ok(())
    }

    pub fn collected(&self) -> Result<Vec<Collected>, StoreError> {
        collected(self.connection)
    }

    /// The id of `collected` is ignored.
    pub fn add_collected(&mut self, collected: &Collected) -> Result<CollectedId, StoreError> {
        let values = params![
            collected.sending,
            collected.file,
            collected.sha256,
            collected.at,
            collected.added,
        ];
        rows::insert(self.connection, ADD_COLLECTED, values).map(CollectedId)
    }
}
