use std::collections::HashMap;

use rusqlite::{Connection, params};

use super::query::query;
use super::values::List;
use super::{StoreError, Tx, links, rows};
use crate::model::{Coded, Coding, CodingId, EntryId, Settled, Settlement};

const SQL: &str = include_str!("coding.sql");
const ALL: &str = query(SQL, "all");
const ENTRIES: &str = query(SQL, "entries");
const DONE: &str = query(SQL, "done");
const TAGGED: &str = query(SQL, "tagged");
const SETTLED: &str = query(SQL, "settled");
const ADD: &str = query(SQL, "add");
const ADD_ENTRY: &str = query(SQL, "add entry");
const ADD_DONE: &str = query(SQL, "add done");
const REMOVE_DONE: &str = query(SQL, "remove done");
const SET_CLOSED: &str = query(SQL, "set closed");
const KEEP_TAGS: &str = query(SQL, "keep tags");
const SETTLE: &str = query(SQL, "settle");
const SETTLE_ANEW: &str = query(SQL, "settle anew");
const RENAME: [&str; 4] = [
    query(SQL, "rename"),
    query(SQL, "drop renamed"),
    query(SQL, "rename settled"),
    query(SQL, "drop renamed settled"),
];
const REMOVE: &str = query(SQL, "remove");

/// In order of id.
pub(super) fn all(connection: &Connection) -> Result<Vec<Coding>, StoreError> {
    let mut entries = links::all::<CodingId, _>(connection, ENTRIES)?;
    let mut done = by_coding(connection, DONE, |row| Ok((row.get(1)?, row.get(2)?)))?;
    let mut tagged = by_coding(connection, TAGGED, |row| {
        Ok(Coded {
            entry: row.get(1)?,
            weakness: row.get(2)?,
            coder: row.get(3)?,
        })
    })?;
    let mut settled = by_coding(connection, SETTLED, |row| {
        Ok(Settled {
            entry: row.get(1)?,
            weakness: row.get(2)?,
            how: row.get(3)?,
        })
    })?;
    rows::all(connection, ALL, [], |row| {
        let id: CodingId = row.get(0)?;
        Ok(Coding {
            id,
            name: row.get(1)?,
            drawn: row.get(2)?,
            coders: row.get::<_, List<_>>(3)?.0,
            closed: row.get(4)?,
            entries: entries.remove(&id).unwrap_or_default(),
            done: done.remove(&id).unwrap_or_default(),
            tagged: tagged.remove(&id).unwrap_or_default(),
            settled: settled.remove(&id).unwrap_or_default(),
        })
    })
}

/// Rows that begin with the coding that they belong to.
fn by_coding<T>(
    connection: &Connection,
    sql: &str,
    part: impl Fn(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
) -> Result<HashMap<CodingId, Vec<T>>, StoreError> {
    let mut parts: HashMap<CodingId, Vec<T>> = HashMap::new();
    for (coding, part) in rows::all(connection, sql, [], |row| Ok((row.get(0)?, part(row)?)))? {
        parts.entry(coding).or_default().push(part);
    }
    Ok(parts)
}

impl Tx<'_> {
    pub fn codings(&self) -> Result<Vec<Coding>, StoreError> {
        all(self.connection)
    }

    pub fn coding(&self, id: CodingId) -> Result<Coding, StoreError> {
        self.codings()?
            .into_iter()
            .find(|coding| coding.id == id)
            .ok_or_else(|| StoreError::gone("This coding"))
    }

    /// The id of `coding` is ignored; entries must be there, each once. It is open, and nothing of it is settled.
    pub fn add_coding(&mut self, coding: &Coding) -> Result<CodingId, StoreError> {
        let values = params![coding.name, coding.drawn, List(&coding.coders), false];
        let id = CodingId(rows::insert(self.connection, ADD, values)?);
        for entry in &coding.entries {
            rows::insert(self.connection, ADD_ENTRY, params![id, entry])?;
        }
        for (entry, coder) in &coding.done {
            self.add_done(id, *entry, coder)?;
        }
        Ok(id)
    }

    /// The coder must not have finished the entry yet.
    pub fn add_done(
        &mut self,
        id: CodingId,
        entry: EntryId,
        coder: &str,
    ) -> Result<(), StoreError> {
        rows::insert(self.connection, ADD_DONE, params![id, entry, coder])?;
        Ok(())
    }

    /// The number removed: none or one.
    pub fn remove_done(
        &mut self,
        id: CodingId,
        entry: EntryId,
        coder: &str,
    ) -> Result<usize, StoreError> {
        rows::execute(self.connection, REMOVE_DONE, params![id, entry, coder])
    }

    /// Closes it, and keeps the tags that its coders have set on the entries they have finished.
    pub fn close_coding(&mut self, id: CodingId) -> Result<(), StoreError> {
        rows::execute(self.connection, KEEP_TAGS, [id])?;
        rows::execute(self.connection, SET_CLOSED, [id])?;
        Ok(())
    }

    /// In place of how it was settled before.
    pub fn settle_coding(
        &mut self,
        id: CodingId,
        entry: EntryId,
        weakness: &str,
        how: Settlement,
    ) -> Result<(), StoreError> {
        let values = params![id, entry, weakness, how];
        if rows::execute(self.connection, SETTLE_ANEW, values)? == 0 {
            rows::insert(self.connection, SETTLE, values)?;
        }
        Ok(())
    }

    /// In closed codings too, a weakness that was merged into another counts as that one.
    pub fn merge_in_codings(&mut self, from: &str, into: &str) -> Result<(), StoreError> {
        for sql in RENAME {
            rows::execute(self.connection, sql, params![from, into])?;
        }
        Ok(())
    }

    pub fn remove_coding(&mut self, id: CodingId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE, [id])?;
        Ok(())
    }
}
