use rusqlite::{Connection, Row, params};

use super::query::query;
use super::{StoreError, Tx, rows};
use crate::model::{Section, SectionId, SectionTemplate};

const SQL: &str = include_str!("section.sql");
const ALL: &str = query(SQL, "all");
const ONE: &str = query(SQL, "one");
const ADD: &str = query(SQL, "add");
const WRITE: &str = query(SQL, "write");

fn section(row: &Row<'_>) -> rusqlite::Result<Section> {
    Ok(Section {
        id: row.get(0)?,
        key: row.get(1)?,
        title: row.get(2)?,
        text: row.get(3)?,
    })
}

/// In the order of the template, in which they were made.
pub(super) fn all(connection: &Connection) -> Result<Vec<Section>, StoreError> {
    rows::all(connection, ALL, [], section)
}

/// The empty sections of a new file.
pub(super) fn start(
    connection: &Connection,
    sections: &[SectionTemplate],
) -> Result<(), StoreError> {
    for section in sections {
        rows::insert(connection, ADD, params![section.key, section.title])?;
    }
    Ok(())
}

impl Tx<'_> {
    pub fn section(&self, id: SectionId) -> Result<Section, StoreError> {
        rows::one(self.connection, ONE, [id], section)?
            .ok_or_else(|| StoreError::gone("This section"))
    }

    pub fn write_section(&mut self, id: SectionId, text: &str) -> Result<(), StoreError> {
        rows::execute(self.connection, WRITE, params![id, text])?;
        Ok(())
    }
}
