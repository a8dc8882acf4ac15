use rusqlite::{Connection, Row, params};

use super::query::query;
use super::values::List;
use super::{StoreError, Tx, rows};
use crate::model::{Template, Weakness, WeaknessId};

const SQL: &str = include_str!("weakness.sql");
const ALL: &str = query(SQL, "all");
const ADD: &str = query(SQL, "add");
const CHANGE: &str = query(SQL, "change");
const SET_POSITION: &str = query(SQL, "set position");
const REMOVE: &str = query(SQL, "remove");

fn weakness(row: &Row<'_>) -> rusqlite::Result<Weakness> {
    Ok(Weakness {
        id: row.get(0)?,
        position: row.get(1)?,
        key: row.get(2)?,
        name: row.get(3)?,
        definition: row.get(4)?,
        example: row.get(5)?,
        good_practice: row.get(6)?,
        parent: row.get(7)?,
        patterns: row.get::<_, List<_>>(8)?.0,
    })
}

/// In order of position.
pub(super) fn all(connection: &Connection) -> Result<Vec<Weakness>, StoreError> {
    rows::all(connection, ALL, [], weakness)
}

/// The list of a new file: the template's.
pub(super) fn start(connection: &Connection, template: &Template) -> Result<(), StoreError> {
    for weakness in Weakness::list_of(template) {
        add(connection, &weakness)?;
    }
    Ok(())
}

fn add(connection: &Connection, weakness: &Weakness) -> Result<WeaknessId, StoreError> {
    let values = params![
        weakness.position,
        weakness.key,
        weakness.name,
        weakness.definition,
        weakness.example,
        weakness.good_practice,
        weakness.parent,
        List(&weakness.patterns),
    ];
    rows::insert(connection, ADD, values).map(WeaknessId)
}

impl Tx<'_> {
    pub fn weaknesses(&self) -> Result<Vec<Weakness>, StoreError> {
        all(self.connection)
    }

    pub fn weakness(&self, id: WeaknessId) -> Result<Weakness, StoreError> {
        self.weaknesses()?
            .into_iter()
            .find(|weakness| weakness.id == id)
            .ok_or_else(|| StoreError::gone("This weakness"))
    }

    /// The id of `weakness` is ignored.
    pub fn add_weakness(&mut self, weakness: &Weakness) -> Result<WeaknessId, StoreError> {
        add(self.connection, weakness)
    }

    /// Everything but its key and position.
    pub fn change_weakness(&mut self, weakness: &Weakness) -> Result<(), StoreError> {
        let values = params![
            weakness.id,
            weakness.name,
            weakness.definition,
            weakness.example,
            weakness.good_practice,
            weakness.parent,
            List(&weakness.patterns),
        ];
        match rows::execute(self.connection, CHANGE, values)? {
            0 => Err(StoreError::gone("This weakness")),
            _ => Ok(()),
        }
    }

    pub fn set_weakness_position(
        &mut self,
        id: WeaknessId,
        position: u32,
    ) -> Result<(), StoreError> {
        rows::execute(self.connection, SET_POSITION, params![id, position])?;
        Ok(())
    }

    pub fn remove_weakness(&mut self, id: WeaknessId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE, [id])?;
        Ok(())
    }
}
