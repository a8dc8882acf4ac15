use rusqlite::{Connection, params};

use super::query::query;
use super::values::Day;
use super::{StoreError, Tx, rows};
use crate::model::{Publication, PublicationId};

const SQL: &str = include_str!("publication.sql");
const ALL: &str = query(SQL, "all");
const ADD: &str = query(SQL, "add");

/// In the order in which they went out.
pub(super) fn all(connection: &Connection) -> Result<Vec<Publication>, StoreError> {
    rows::all(connection, ALL, [], |row| {
        Ok(Publication {
            id: row.get(0)?,
            at: row.get(1)?,
            by: row.get(2)?,
            manifest: row.get(3)?,
            overridden: row.get(4)?,
            reason: row.get(5)?,
            dated: row.get::<_, Day>(6)?.0,
        })
    })
}

impl Tx<'_> {
    /// The id of `publication` is ignored.
    pub fn add_publication(
        &mut self,
        publication: &Publication,
    ) -> Result<PublicationId, StoreError> {
        let values = params![
            publication.at,
            publication.by,
            publication.manifest,
            publication.overridden,
            publication.reason,
            Day(publication.dated),
        ];
        rows::insert(self.connection, ADD, values).map(PublicationId)
    }
}
