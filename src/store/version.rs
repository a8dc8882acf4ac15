use std::sync::Arc;

use rusqlite::{Connection, Row, params};

use super::query::query;
use super::values::List;
use super::{StoreError, Tx, rows};
use crate::model::{Section, Version, VersionId};

const SQL: &str = include_str!("version.sql");
const ALL: &str = query(SQL, "all");
const ADD: &str = query(SQL, "add");
const SET_LABEL: &str = query(SQL, "set label");
const REMOVE: &str = query(SQL, "remove");

fn version(row: &Row<'_>) -> rusqlite::Result<Version> {
    Ok(Version {
        id: row.get(0)?,
        label: row.get(1)?,
        at: row.get(2)?,
        who: row.get(3)?,
        sections: Arc::new(row.get::<_, List<Vec<Section>>>(4)?.0),
    })
}

/// In order of id.
pub(super) fn all(connection: &Connection) -> Result<Vec<Version>, StoreError> {
    rows::all(connection, ALL, [], version)
}

impl Tx<'_> {
    pub fn version(&self, id: VersionId) -> Result<Version, StoreError> {
        all(self.connection)?
            .into_iter()
            .find(|version| version.id == id)
            .ok_or_else(|| StoreError::gone("This version"))
    }

    /// In order of id.
    pub fn versions(&self) -> Result<Vec<Version>, StoreError> {
        all(self.connection)
    }

    /// The id of `version` is ignored.
    pub fn add_version(&mut self, version: &Version) -> Result<VersionId, StoreError> {
        let values = params![
            version.label,
            version.at,
            version.who,
            List(version.sections.as_ref()),
        ];
        rows::insert(self.connection, ADD, values).map(VersionId)
    }

    pub fn set_version_label(&mut self, id: VersionId, label: &str) -> Result<(), StoreError> {
        rows::execute(self.connection, SET_LABEL, params![id, label])?;
        Ok(())
    }

    /// No round may have gone out with it.
    pub fn remove_version(&mut self, id: VersionId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE, [id])?;
        Ok(())
    }
}
