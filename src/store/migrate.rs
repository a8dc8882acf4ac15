//! From any version ever released to the present one.

use rusqlite::Connection;

use super::StoreError;
use super::{tally, undo_log};

/// Step N takes a file from version N to version N + 1. Released steps never change.
pub(super) const STEPS: &[&str] = &[
    include_str!("schema/1.sql"),
    include_str!("schema/2.sql"),
    include_str!("schema/3.sql"),
    include_str!("schema/4.sql"),
];

/// The version of files written now.
pub(super) fn current() -> i64 {
    STEPS.len() as i64
}

/// Brings an open database from `version` up to the end of `steps`, in one transaction.
///
/// The undo tables and triggers are generated afresh, so that a step names only the tables themselves. A step that adds a
/// column to an undoable table keeps the undo history; one that reshapes a table must empty `step`, `recorded` and `tally`.
pub(super) fn migrate(
    connection: &mut Connection,
    version: i64,
    steps: &[&str],
) -> Result<(), StoreError> {
    let transaction = connection.transaction()?;
    for step in steps.iter().skip(usize::try_from(version).unwrap_or(0)) {
        transaction.execute_batch(step)?;
    }
    undo_log::generate(&transaction)?;
    tally::count_missing(&transaction)?;
    transaction.pragma_update(None, "user_version", steps.len() as i64)?;
    transaction.commit()?;
    Ok(())
}
