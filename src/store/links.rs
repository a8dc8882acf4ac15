//! Tables that hold nothing but which row belongs to which.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use rusqlite::types::{FromSql, ToSql};
use rusqlite::{Connection, params};

use super::{StoreError, rows};

/// All of them, by the row that they belong to; `sql` gives that row, then the other.
pub(super) fn all<F: FromSql + Eq + Hash, T: FromSql>(
    connection: &Connection,
    sql: &str,
) -> Result<HashMap<F, Vec<T>>, StoreError> {
    let mut links: HashMap<F, Vec<T>> = HashMap::new();
    let pairs = rows::all(connection, sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for (from, to) in pairs {
        links.entry(from).or_default().push(to);
    }
    Ok(links)
}

/// Writes `wanted` where it differs from what is there, in the order given, each once.
pub(super) fn set<F: ToSql, T: ToSql + Clone + Eq + Hash>(
    connection: &Connection,
    from: F,
    (present, wanted): (&[T], &[T]),
    (clear, add): (&str, &str),
) -> Result<(), StoreError> {
    let mut seen = HashSet::new();
    let wanted: Vec<T> = wanted
        .iter()
        .filter(|to| seen.insert(*to))
        .cloned()
        .collect();
    if present == wanted {
        return Ok(());
    }
    rows::execute(connection, clear, params![from])?;
    for to in wanted {
        rows::insert(connection, add, params![from, to])?;
    }
    Ok(())
}
