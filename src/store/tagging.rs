use std::collections::HashMap;

use rusqlite::{Connection, Row, params};

use super::query::query;
use super::{StoreError, Tx, rows};
use crate::model::{EntryId, Passage, Tagging, TaggingId};

const SQL: &str = include_str!("tagging.sql");
const ALL: &str = query(SQL, "all");
const PASSAGES: &str = query(SQL, "passages");
const PASSAGES_OF: &str = query(SQL, "passages of");
const ADD_PASSAGE: &str = query(SQL, "add passage");
const CLEAR_PASSAGES: &str = query(SQL, "clear passages");
const ONE: &str = query(SQL, "one");
const ADD: &str = query(SQL, "add");
const SET_MEMO: &str = query(SQL, "set memo");
const BY_ID: &str = query(SQL, "by id");
const SET_WEAKNESS: &str = query(SQL, "set weakness");
const REMOVE_ONE: &str = query(SQL, "remove one");
const REMOVE: &str = query(SQL, "remove");

/// Without its passages, which stand in a table of their own.
fn tagging(row: &Row<'_>) -> rusqlite::Result<Tagging> {
    Ok(Tagging {
        id: row.get(0)?,
        entry: row.get(1)?,
        weakness: row.get(2)?,
        coder: row.get(3)?,
        memo: row.get(4)?,
        passages: Vec::new(),
    })
}

/// In the order in which they were made.
pub(super) fn all(connection: &Connection) -> Result<Vec<Tagging>, StoreError> {
    let mut passages = passages(connection)?;
    let mut all = rows::all(connection, ALL, [], tagging)?;
    for tagging in &mut all {
        tagging.passages = passages.remove(&tagging.id).unwrap_or_default();
    }
    Ok(all)
}

fn passages(connection: &Connection) -> Result<HashMap<TaggingId, Vec<Passage>>, StoreError> {
    let mut passages: HashMap<TaggingId, Vec<Passage>> = HashMap::new();
    for (tagging, passage) in rows::all(connection, PASSAGES, [], |row| {
        let passage = Passage {
            cell: row.get(1)?,
            from: row.get(2)?,
            until: row.get(3)?,
            words: row.get(4)?,
        };
        Ok((row.get(0)?, passage))
    })? {
        passages.entry(tagging).or_default().push(passage);
    }
    for passages in passages.values_mut() {
        passages.sort_unstable();
    }
    Ok(passages)
}

impl Tx<'_> {
    pub fn taggings(&self) -> Result<Vec<Tagging>, StoreError> {
        all(self.connection)
    }

    /// The coder's tag of that weakness on the entry.
    pub fn tagging(
        &self,
        entry: EntryId,
        weakness: &str,
        coder: &str,
    ) -> Result<Option<Tagging>, StoreError> {
        let found = rows::one(
            self.connection,
            ONE,
            params![entry, weakness, coder],
            tagging,
        )?;
        found.map(|found| self.with_passages(found)).transpose()
    }

    pub fn tagging_of_id(&self, id: TaggingId) -> Result<Tagging, StoreError> {
        let found = rows::one(self.connection, BY_ID, [id], tagging)?;
        self.with_passages(found.ok_or_else(|| StoreError::gone("This tag"))?)
    }

    fn with_passages(&self, mut tagging: Tagging) -> Result<Tagging, StoreError> {
        let passages = rows::all(self.connection, PASSAGES_OF, [tagging.id], |row| {
            Ok(Passage {
                cell: row.get(0)?,
                from: row.get(1)?,
                until: row.get(2)?,
                words: row.get(3)?,
            })
        })?;
        tagging.passages = passages;
        tagging.passages.sort_unstable();
        Ok(tagging)
    }

    /// The id of `tagging` is ignored.
    pub fn add_tagging(&mut self, tagging: &Tagging) -> Result<TaggingId, StoreError> {
        let values = params![tagging.entry, tagging.weakness, tagging.coder, tagging.memo];
        let id = TaggingId(rows::insert(self.connection, ADD, values)?);
        self.add_passages(id, &tagging.passages)?;
        Ok(id)
    }

    /// In place of those that were there.
    pub fn set_passages(&mut self, id: TaggingId, passages: &[Passage]) -> Result<(), StoreError> {
        rows::execute(self.connection, CLEAR_PASSAGES, [id])?;
        self.add_passages(id, passages)
    }

    fn add_passages(&mut self, id: TaggingId, passages: &[Passage]) -> Result<(), StoreError> {
        for passage in passages {
            let values = params![id, passage.cell, passage.from, passage.until, passage.words];
            rows::insert(self.connection, ADD_PASSAGE, values)?;
        }
        Ok(())
    }

    pub fn set_memo(&mut self, id: TaggingId, memo: &str) -> Result<(), StoreError> {
        rows::execute(self.connection, SET_MEMO, params![id, memo])?;
        Ok(())
    }

    pub fn set_tagging_weakness(&mut self, id: TaggingId, key: &str) -> Result<(), StoreError> {
        rows::execute(self.connection, SET_WEAKNESS, params![id, key])?;
        Ok(())
    }

    /// One coder's tag, with its passages.
    pub fn remove_tagging(&mut self, id: TaggingId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE_ONE, [id])?;
        Ok(())
    }

    /// Removes every coder's tag of that weakness; the number removed.
    pub fn remove_taggings(&mut self, entry: EntryId, weakness: &str) -> Result<usize, StoreError> {
        rows::execute(self.connection, REMOVE, params![entry, weakness])
    }
}
