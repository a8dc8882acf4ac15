//! The few ways in which queries are run; every statement is prepared once per connection.

use rusqlite::{Connection, OptionalExtension, Params, Row};

use super::StoreError;

pub(super) fn all<T>(
    connection: &Connection,
    sql: &str,
    params: impl Params,
    mapper: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(params, mapper)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn one<T>(
    connection: &Connection,
    sql: &str,
    params: impl Params,
    mapper: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Option<T>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row(params, mapper).optional()?)
}

/// Runs a statement that adds one row, and gives its number.
pub(super) fn insert(
    connection: &Connection,
    sql: &str,
    params: impl Params,
) -> Result<i64, StoreError> {
    Ok(connection.prepare_cached(sql)?.insert(params)?)
}

/// Runs a statement, and gives the number of rows it wrote.
pub(super) fn execute(
    connection: &Connection,
    sql: &str,
    params: impl Params,
) -> Result<usize, StoreError> {
    Ok(connection.prepare_cached(sql)?.execute(params)?)
}
