use rusqlite::{Connection, Row, params};

use super::query::query;
use super::values::List;
use super::{StoreError, Tx, rows};
use crate::model::{Import, ImportId};

const SQL: &str = include_str!("import.sql");
const ALL: &str = query(SQL, "all");
const ADD: &str = query(SQL, "add");

fn import(row: &Row<'_>) -> rusqlite::Result<Import> {
    Ok(Import {
        id: row.get(0)?,
        agency: row.get(1)?,
        file: row.get(2)?,
        sha256: row.get(3)?,
        at: row.get(4)?,
        entries: row.get(5)?,
        doubts: row.get::<_, List<_>>(6)?.0,
        skipped: row.get::<_, List<_>>(7)?.0,
        replaces: row.get(8)?,
    })
}

/// In the order in which they were imported.
pub(super) fn all(connection: &Connection) -> Result<Vec<Import>, StoreError> {
    rows::all(connection, ALL, [], import)
}

impl Tx<'_> {
    pub fn imports(&self) -> Result<Vec<Import>, StoreError> {
        all(self.connection)
    }

    pub fn add_import(&mut self, import: &Import) -> Result<ImportId, StoreError> {
        let values = params![
            import.agency,
            import.file,
            import.sha256,
            import.at,
            import.entries,
            List(&import.doubts),
            List(&import.skipped),
            import.replaces,
        ];
        rows::insert(self.connection, ADD, values).map(ImportId)
    }
}
