use rusqlite::Connection;

use super::{Store, StoreError, rows};

impl Store {
    /// Reads the whole file and says what is wrong with it, in the database's own words; empty where all is well.
    ///
    /// Covers every page's seal, the structure of tables and search index, and links between rows. Takes seconds on a large file.
    pub fn integrity(&self) -> Result<Vec<String>, StoreError> {
        self.read(|connection| {
            let mut faults = words(connection, "PRAGMA cipher_integrity_check")?;
            faults.extend(
                words(connection, "PRAGMA integrity_check")?
                    .into_iter()
                    .filter(|line| line != "ok"),
            );
            faults.extend(rows::all(
                connection,
                "SELECT \"table\", rowid FROM pragma_foreign_key_check",
                [],
                |row| {
                    let (table, id): (String, i64) = (row.get(0)?, row.get(1)?);
                    Ok(format!("{table} {id} refers to a row that is not there"))
                },
            )?);
            Ok(faults)
        })
    }
}

fn words(connection: &Connection, pragma: &str) -> Result<Vec<String>, StoreError> {
    rows::all(connection, pragma, [], |row| row.get(0))
}
