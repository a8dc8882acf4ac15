use rusqlite::types::Type;
use rusqlite::{Connection, Row, params};

use super::query::query;
use super::values::Day;
use super::{StoreError, Tx, rows};
use crate::model::{ContactRule, Details, Template};
use crate::templates;

const SQL: &str = include_str!("details.sql");
const ONE: &str = query(SQL, "one");
const ADD: &str = query(SQL, "add");
const CHANGE: &str = query(SQL, "change");
const TEMPLATE: &str = query(SQL, "template");
const START: &str = query(SQL, "start");

fn details(row: &Row<'_>) -> rusqlite::Result<Details> {
    Ok(Details {
        title: row.get(0)?,
        label: row.get(1)?,
        partnership: row.get(2)?,
        chair: row.get(3)?,
        reference: row.get(4)?,
        scope_from: row.get::<_, Option<Day>>(5)?.map(|day| day.0),
        scope_until: row.get::<_, Option<Day>>(6)?.map(|day| day.0),
        fictional: row.get(7)?,
        contacts: ContactRule {
            named_in_text: row.get(8)?,
            event_once: row.get(9)?,
        },
    })
}

pub(super) fn one(connection: &Connection) -> Result<Details, StoreError> {
    Ok(rows::one(connection, ONE, [], details)?.unwrap_or_default())
}

fn write(connection: &Connection, sql: &str, details: &Details) -> Result<(), StoreError> {
    let values = params![
        details.title,
        details.label,
        details.partnership,
        details.chair,
        details.reference,
        details.scope_from.map(Day),
        details.scope_until.map(Day),
        details.fictional,
        details.contacts.named_in_text,
        details.contacts.event_once,
    ];
    rows::execute(connection, sql, values)?;
    Ok(())
}

/// Fills a new file: its header with the template, and what the review says of itself.
pub(super) fn start(
    connection: &Connection,
    template: &Template,
    details: &Details,
) -> Result<(), StoreError> {
    let template = serde_json::to_string(template)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    rows::execute(connection, START, [template])?;
    write(connection, ADD, details)
}

/// The template that the review was made with.
pub(super) fn template(connection: &Connection) -> Result<Template, StoreError> {
    let template = rows::one(connection, TEMPLATE, [], |row| {
        serde_json::from_str(row.get_ref(0)?.as_str()?)
            .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, error.into()))
    })?;
    let template = template.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
    Ok(templates::completed(template))
}

impl Tx<'_> {
    pub fn template(&self) -> Result<Template, StoreError> {
        template(self.connection)
    }

    pub fn details(&self) -> Result<Details, StoreError> {
        one(self.connection)
    }

    pub fn change_details(&mut self, details: &Details) -> Result<(), StoreError> {
        write(self.connection, CHANGE, details)
    }
}
