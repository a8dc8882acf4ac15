use std::collections::HashMap;

use rusqlite::{Connection, params};

use super::query::query;
use super::values::List;
use super::{StoreError, Tx, links, rows};
use crate::model::{Coding, CodingId, EntryId};

const SQL: &str = include_str!("coding.sql");
const ALL: &str = query(SQL, "all");
const ENTRIES: &str = query(SQL, "entries");
const DONE: &str = query(SQL, "done");
const ADD: &str = query(SQL, "add");
const ADD_ENTRY: &str = query(SQL, "add entry");
const ADD_DONE: &str = query(SQL, "add done");
const REMOVE_DONE: &str = query(SQL, "remove done");
const SET_CLOSED: &str = query(SQL, "set closed");
const REMOVE: &str = query(SQL, "remove");

/// In order of id.
pub(super) fn all(connection: &Connection) -> Result<Vec<Coding>, StoreError> {
    let mut entries = links::all::<CodingId, _>(connection, ENTRIES)?;
    let mut done: HashMap<CodingId, Vec<(EntryId, String)>> = HashMap::new();
    for (coding, entry, coder) in rows::all(connection, DONE, [], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })? {
        done.entry(coding).or_default().push((entry, coder));
    }
    let mut all = rows::all(connection, ALL, [], |row| {
        Ok(Coding {
            id: row.get(0)?,
            name: row.get(1)?,
            coders: row.get::<_, List<_>>(2)?.0,
            entries: Vec::new(),
            done: Vec::new(),
            closed: row.get(3)?,
        })
    })?;
    for coding in &mut all {
        coding.entries = entries.remove(&coding.id).unwrap_or_default();
        coding.done = done.remove(&coding.id).unwrap_or_default();
    }
    Ok(all)
}

impl Tx<'_> {
    pub fn coding(&self, id: CodingId) -> Result<Coding, StoreError> {
        all(self.connection)?
            .into_iter()
            .find(|coding| coding.id == id)
            .ok_or_else(|| StoreError::gone("This coding"))
    }

    /// The id of `coding` is ignored; entries must be there, each once.
    pub fn add_coding(&mut self, coding: &Coding) -> Result<CodingId, StoreError> {
        let values = params![coding.name, List(&coding.coders), coding.closed];
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

    pub fn set_coding_closed(&mut self, id: CodingId, closed: bool) -> Result<(), StoreError> {
        rows::execute(self.connection, SET_CLOSED, params![id, closed])?;
        Ok(())
    }

    pub fn remove_coding(&mut self, id: CodingId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE, [id])?;
        Ok(())
    }
}
