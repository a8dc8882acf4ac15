use std::collections::HashMap;

use rusqlite::{Connection, Row, params};

use super::query::query;
use super::{StoreError, Tx, entry, rows};
use crate::model::{EntryId, Event, EventId};

const SQL: &str = include_str!("event.sql");
const ALL: &str = query(SQL, "all");
const ENTRIES: &str = query(SQL, "entries");
const OF: &str = query(SQL, "of");
const ONE: &str = query(SQL, "one");
const ENTRIES_OF_ONE: &str = query(SQL, "entries of one");
const ADD: &str = query(SQL, "add");
const SET_NAME: &str = query(SQL, "set name");
const REMOVE: &str = query(SQL, "remove");
const PUT_IN: &str = query(SQL, "put in");
const TAKE_OUT: &str = query(SQL, "take out");
const REMOVE_THIN: &str = query(SQL, "remove thin");

/// Without its entries, which stand in a table of their own.
fn event(row: &Row<'_>) -> rusqlite::Result<Event> {
    Ok(Event {
        id: row.get(0)?,
        name: row.get(1)?,
        entries: Vec::new(),
    })
}

/// In order of id.
pub(super) fn all(connection: &Connection) -> Result<Vec<Event>, StoreError> {
    let mut entries: HashMap<EventId, Vec<EntryId>> = HashMap::new();
    for (event, entry) in rows::all(connection, ENTRIES, [], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })? {
        entries.entry(event).or_default().push(entry);
    }
    let mut all = rows::all(connection, ALL, [], event)?;
    for event in &mut all {
        event.entries = entries.remove(&event.id).unwrap_or_default();
    }
    Ok(all)
}

impl Tx<'_> {
    pub fn event(&self, id: EventId) -> Result<Event, StoreError> {
        let event = rows::one(self.connection, ONE, [id], event)?
            .ok_or_else(|| StoreError::gone("This event"))?;
        Ok(Event {
            entries: rows::all(self.connection, ENTRIES_OF_ONE, [id], |row| row.get(0))?,
            ..event
        })
    }

    /// Which of these entries are in an event, and in which.
    pub fn events_of(&self, entries: &[EntryId]) -> Result<Vec<(EntryId, EventId)>, StoreError> {
        rows::all(self.connection, OF, [entry::id_list(entries)], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
    }

    /// An event without entries yet.
    pub fn add_event(&mut self, name: &str) -> Result<EventId, StoreError> {
        rows::insert(self.connection, ADD, [name]).map(EventId)
    }

    pub fn set_event_name(&mut self, id: EventId, name: &str) -> Result<(), StoreError> {
        rows::execute(self.connection, SET_NAME, params![id, name])?;
        Ok(())
    }

    pub fn remove_event(&mut self, id: EventId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE, [id])?;
        Ok(())
    }

    /// The entry must be in no event.
    pub fn put_into_event(&mut self, event: EventId, entry: EntryId) -> Result<(), StoreError> {
        rows::insert(self.connection, PUT_IN, params![event, entry])?;
        Ok(())
    }

    /// The number of entries that were in an event.
    pub fn take_out_of_event(&mut self, entries: &[EntryId]) -> Result<usize, StoreError> {
        entries.iter().try_fold(0, |count, entry| {
            Ok(count + rows::execute(self.connection, TAKE_OUT, [entry])?)
        })
    }

    /// Removes events that no longer join anything: those of one entry, or none.
    pub fn remove_thin_events(&mut self) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE_THIN, [])?;
        Ok(())
    }
}
