use rusqlite::{Connection, Row, params};

use super::query::query;
use super::{StoreError, Tx, rows};
use crate::model::{View, ViewId};

const SQL: &str = include_str!("view.sql");
const ALL: &str = query(SQL, "all");
const ADD: &str = query(SQL, "add");
const CHANGE: &str = query(SQL, "change");
const REMOVE: &str = query(SQL, "remove");

fn view(row: &Row<'_>) -> rusqlite::Result<View> {
    Ok(View {
        id: row.get(0)?,
        name: row.get(1)?,
        settings: row.get(2)?,
    })
}

/// In order of name, capitals and small letters alike.
pub(super) fn all(connection: &Connection) -> Result<Vec<View>, StoreError> {
    let mut views = rows::all(connection, ALL, [], view)?;
    views.sort_by_cached_key(|view| (view.name.to_lowercase(), view.id));
    Ok(views)
}

impl Tx<'_> {
    pub fn views(&self) -> Result<Vec<View>, StoreError> {
        all(self.connection)
    }

    pub fn add_view(&mut self, name: &str, settings: &str) -> Result<ViewId, StoreError> {
        rows::insert(self.connection, ADD, [name, settings]).map(ViewId)
    }

    pub fn change_view(&mut self, view: &View) -> Result<(), StoreError> {
        let values = params![view.id, view.name, view.settings];
        match rows::execute(self.connection, CHANGE, values)? {
            0 => Err(StoreError::gone("This view")),
            _ => Ok(()),
        }
    }

    pub fn remove_view(&mut self, id: ViewId) -> Result<(), StoreError> {
        match rows::execute(self.connection, REMOVE, [id])? {
            0 => Err(StoreError::gone("This view")),
            _ => Ok(()),
        }
    }
}
