use rusqlite::{Connection, Row, params};

use super::query::query;
use super::values::Day;
use super::{StoreError, Tx, rows};
use crate::model::{Agency, AgencyId};

const SQL: &str = include_str!("agency.sql");
const ALL: &str = query(SQL, "all");
const ONE: &str = query(SQL, "one");
const ADD: &str = query(SQL, "add");
const CHANGE: &str = query(SQL, "change");
const REMOVE: &str = query(SQL, "remove");
const ENTRIES: &str = query(SQL, "entries");
const REMOVE_IMPORTS: &str = query(SQL, "remove imports");

fn agency(row: &Row<'_>) -> rusqlite::Result<Agency> {
    Ok(Agency {
        id: row.get(0)?,
        name: row.get(1)?,
        sector: row.get(2)?,
        due: row.get::<_, Option<Day>>(3)?.map(|day| day.0),
        note: row.get(4)?,
    })
}

/// In order of name, capitals and small letters alike.
pub(super) fn all(connection: &Connection) -> Result<Vec<Agency>, StoreError> {
    let mut agencies = rows::all(connection, ALL, [], agency)?;
    agencies.sort_by_cached_key(|agency| (agency.name.to_lowercase(), agency.id));
    Ok(agencies)
}

impl Tx<'_> {
    pub fn agencies(&self) -> Result<Vec<Agency>, StoreError> {
        all(self.connection)
    }

    pub fn agency(&self, id: AgencyId) -> Result<Agency, StoreError> {
        rows::one(self.connection, ONE, [id], agency)?
            .ok_or_else(|| StoreError::gone("This agency"))
    }

    pub fn add_agency(&mut self, agency: &Agency) -> Result<AgencyId, StoreError> {
        let due = agency.due.map(Day);
        let values = params![agency.name, agency.sector, due, agency.note];
        rows::insert(self.connection, ADD, values).map(AgencyId)
    }

    pub fn change_agency(&mut self, agency: &Agency) -> Result<(), StoreError> {
        let due = agency.due.map(Day);
        let values = params![agency.id, agency.name, agency.sector, due, agency.note];
        match rows::execute(self.connection, CHANGE, values)? {
            0 => Err(StoreError::gone("This agency")),
            _ => Ok(()),
        }
    }

    /// Removes an agency without entries, and what its imports left behind.
    pub fn remove_agency(&mut self, id: AgencyId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE_IMPORTS, [id])?;
        rows::execute(self.connection, REMOVE, [id])?;
        Ok(())
    }

    pub fn entries_of_agency(&self, id: AgencyId) -> Result<u64, StoreError> {
        let count = rows::one(self.connection, ENTRIES, [id], |row| row.get::<_, i64>(0))?;
        Ok(count.unwrap_or(0).unsigned_abs())
    }
}
