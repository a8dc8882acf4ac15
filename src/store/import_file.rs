//! The files as they were sent.

use rusqlite::params;

use super::query::query;
use super::{Store, StoreError, Tx, rows};
use crate::model::ImportId;

const SQL: &str = include_str!("import_file.sql");
const ADD: &str = query(SQL, "add");
const BYTES: &str = query(SQL, "bytes");

impl Tx<'_> {
    pub fn add_import_file(&mut self, import: ImportId, bytes: &[u8]) -> Result<(), StoreError> {
        rows::insert(self.connection, ADD, params![import, bytes])?;
        Ok(())
    }
}

impl Store {
    /// The file of an import, byte for byte as the agency sent it; `None` where it was not kept (imports of earlier
    /// versions, pasted tables) or the import is not there.
    pub fn import_file(&self, import: ImportId) -> Result<Option<Vec<u8>>, StoreError> {
        self.read(|connection| rows::one(connection, BYTES, [import], |row| row.get(0)))
    }
}
