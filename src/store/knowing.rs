use rusqlite::{Connection, Row};

use super::query::query;
use super::when::{self, Understood};
use super::{StoreError, Tx, rows};
use crate::model::{AgencyId, FactId, Knowing, KnowingId, When};

const SQL: &str = include_str!("knowing.sql");
const ALL: &str = query(SQL, "all");
const ONE: &str = query(SQL, "one");
const ADD: &str = query(SQL, "add");
const CHANGE: &str = query(SQL, "change");
const REMOVE: &str = query(SQL, "remove");
const OF_FACT: &str = query(SQL, "of fact");
const OF_AGENCY: &str = query(SQL, "of agency");

fn knowing(row: &Row<'_>) -> rusqlite::Result<Knowing> {
    Ok(Knowing {
        id: row.get(0)?,
        fact: row.get(1)?,
        agency: row.get(2)?,
        when: When {
            hangs_on: row.get(14)?,
            ..when::read(row, 3)?
        },
        how: row.get(11)?,
        from: row.get(12)?,
        entry: row.get(13)?,
    })
}

/// In order of id.
pub(super) fn all(connection: &Connection) -> Result<Vec<Knowing>, StoreError> {
    rows::all(connection, ALL, [], knowing)
}

fn count(connection: &Connection, sql: &str, id: i64) -> Result<usize, StoreError> {
    let count: Option<i64> = rows::one(connection, sql, [id], |row| row.get(0))?;
    Ok(count.map_or(0, |count| usize::try_from(count).unwrap_or(usize::MAX)))
}

impl Tx<'_> {
    pub fn knowing(&self, id: KnowingId) -> Result<Knowing, StoreError> {
        rows::one(self.connection, ONE, [id], knowing)?
            .ok_or_else(|| StoreError::gone("This line of who knew what"))
    }

    /// The id of `knowing` is ignored.
    pub fn add_knowing(&mut self, knowing: &Knowing) -> Result<KnowingId, StoreError> {
        self.write_knowing(ADD, knowing)?;
        Ok(KnowingId(self.connection.last_insert_rowid()))
    }

    pub fn change_knowing(&mut self, knowing: &Knowing) -> Result<(), StoreError> {
        match self.write_knowing(CHANGE, knowing)? {
            0 => Err(StoreError::gone("This line of who knew what")),
            _ => Ok(()),
        }
    }

    fn write_knowing(&mut self, sql: &str, knowing: &Knowing) -> Result<usize, StoreError> {
        let understood = Understood::of(&knowing.when);
        let values = understood.after(&[
            &knowing.id,
            &knowing.fact,
            &knowing.agency,
            &knowing.how,
            &knowing.from,
            &knowing.entry,
            &knowing.when.wording,
        ]);
        rows::execute(self.connection, sql, &*values)
    }

    pub fn remove_knowing(&mut self, id: KnowingId) -> Result<(), StoreError> {
        match rows::execute(self.connection, REMOVE, [id])? {
            0 => Err(StoreError::gone("This line of who knew what")),
            _ => Ok(()),
        }
    }

    /// How many lines of who knew what speak of the fact.
    pub fn knowings_of_fact(&self, id: FactId) -> Result<usize, StoreError> {
        count(self.connection, OF_FACT, id.0)
    }

    /// How many lines of who knew what name the agency, as the one that learnt or the one that shared.
    pub fn knowings_of_agency(&self, id: AgencyId) -> Result<usize, StoreError> {
        count(self.connection, OF_AGENCY, id.0)
    }
}
