use rusqlite::{Connection, Row, params};

use super::query::query;
use super::values::List;
use super::{StoreError, Tx, rows};
use crate::model::Habit;

const SQL: &str = include_str!("habit.sql");
const ALL: &str = query(SQL, "all");
const CHANGE: &str = query(SQL, "change");
const ADD: &str = query(SQL, "add");

fn habit(row: &Row<'_>) -> rusqlite::Result<Habit> {
    Ok(Habit {
        id: row.get(0)?,
        agency: row.get(1)?,
        columns: row.get::<_, List<_>>(2)?.0,
        day_first: row.get(3)?,
    })
}

/// In order of id.
pub(super) fn all(connection: &Connection) -> Result<Vec<Habit>, StoreError> {
    rows::all(connection, ALL, [], habit)
}

impl Tx<'_> {
    /// Replaces the habit of its agency; the id of `habit` is ignored.
    pub fn set_habit(&mut self, habit: &Habit) -> Result<(), StoreError> {
        let values = params![habit.agency, List(&habit.columns), habit.day_first];
        if rows::execute(self.connection, CHANGE, values)? == 0 {
            rows::execute(self.connection, ADD, values)?;
        }
        Ok(())
    }
}
