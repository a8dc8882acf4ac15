use rusqlite::{Connection, params};

use super::query::query;
use super::values::List;
use super::{StoreError, Tx, rows};
use crate::model::{Place, PlaceId};

const SQL: &str = include_str!("place.sql");
const ALL: &str = query(SQL, "all");
const ADD: &str = query(SQL, "add");
const CHANGE: &str = query(SQL, "change");
const REMOVE: &str = query(SQL, "remove");

/// In order of kind, then name.
pub(super) fn all(connection: &Connection) -> Result<Vec<Place>, StoreError> {
    let mut places = rows::all(connection, ALL, [], |row| {
        Ok(Place {
            id: row.get(0)?,
            kind: row.get(1)?,
            name: row.get(2)?,
            forms: row.get::<_, List<_>>(3)?.0,
            written: row.get(4)?,
            note: row.get(5)?,
        })
    })?;
    places.sort_by_cached_key(|place| (place.kind, place.name.to_lowercase(), place.id));
    Ok(places)
}

impl Tx<'_> {
    pub fn places(&self) -> Result<Vec<Place>, StoreError> {
        all(self.connection)
    }

    pub fn place(&self, id: PlaceId) -> Result<Place, StoreError> {
        let mut places = self.places()?.into_iter();
        places
            .find(|place| place.id == id)
            .ok_or_else(|| StoreError::gone("This place"))
    }

    /// The id of `place` is ignored.
    pub fn add_place(&mut self, place: &Place) -> Result<PlaceId, StoreError> {
        let values = params![
            place.kind,
            place.name,
            List(&place.forms),
            place.written,
            place.note
        ];
        rows::insert(self.connection, ADD, values).map(PlaceId)
    }

    pub fn change_place(&mut self, place: &Place) -> Result<(), StoreError> {
        let values = params![
            place.id,
            place.kind,
            place.name,
            List(&place.forms),
            place.written,
            place.note
        ];
        match rows::execute(self.connection, CHANGE, values)? {
            0 => Err(StoreError::gone("This place")),
            _ => Ok(()),
        }
    }

    /// Removes it with its identifiers.
    pub fn remove_place(&mut self, id: PlaceId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE, [id])?;
        Ok(())
    }
}
