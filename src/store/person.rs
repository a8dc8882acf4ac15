use rusqlite::{Connection, Row, params};

use super::query::query;
use super::values::{Day, List};
use super::{StoreError, Tx, rows};
use crate::model::{Person, PersonId};

const SQL: &str = include_str!("person.sql");
const ALL: &str = query(SQL, "all");
const ONE: &str = query(SQL, "one");
const ADD: &str = query(SQL, "add");
const CHANGE: &str = query(SQL, "change");
const REMOVE: &str = query(SQL, "remove");

fn person(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        id: row.get(0)?,
        name: row.get(1)?,
        role: row.get(2)?,
        aliases: row.get::<_, List<_>>(3)?.0,
        date_of_birth: row.get::<_, Option<Day>>(4)?.map(|day| day.0),
        pseudonym: row.get(5)?,
        note: row.get(6)?,
        chosen_by: row.get(7)?,
        date_of_death: row.get::<_, Option<Day>>(8)?.map(|day| day.0),
        sex: row.get(9)?,
        ethnicity: row.get(10)?,
    })
}

/// In order of role, then name.
pub(super) fn all(connection: &Connection) -> Result<Vec<Person>, StoreError> {
    let mut people = rows::all(connection, ALL, [], person)?;
    people.sort_by_cached_key(|person| (person.role, person.name.to_lowercase(), person.id));
    Ok(people)
}

impl Tx<'_> {
    pub fn people(&self) -> Result<Vec<Person>, StoreError> {
        all(self.connection)
    }

    pub fn person(&self, id: PersonId) -> Result<Person, StoreError> {
        rows::one(self.connection, ONE, [id], person)?
            .ok_or_else(|| StoreError::gone("This person"))
    }

    pub fn add_person(&mut self, person: &Person) -> Result<PersonId, StoreError> {
        let values = params![
            person.name,
            person.role,
            List(&person.aliases),
            person.date_of_birth.map(Day),
            person.pseudonym,
            person.note,
            person.chosen_by,
            person.date_of_death.map(Day),
            person.sex,
            person.ethnicity,
        ];
        rows::insert(self.connection, ADD, values).map(PersonId)
    }

    pub fn change_person(&mut self, person: &Person) -> Result<(), StoreError> {
        let values = params![
            person.id,
            person.name,
            person.role,
            List(&person.aliases),
            person.date_of_birth.map(Day),
            person.pseudonym,
            person.note,
            person.chosen_by,
            person.date_of_death.map(Day),
            person.sex,
            person.ethnicity,
        ];
        match rows::execute(self.connection, CHANGE, values)? {
            0 => Err(StoreError::gone("This person")),
            _ => Ok(()),
        }
    }

    pub fn remove_person(&mut self, id: PersonId) -> Result<(), StoreError> {
        rows::execute(self.connection, REMOVE, [id])?;
        Ok(())
    }
}
