//! From any version ever released to the present one.

use rusqlite::Connection;

use super::audit::{self, AuditKind};
use super::{StoreError, digest, tally, undo_log};

/// Step N takes a file from version N to version N + 1. Released steps never change.
pub(super) const STEPS: &[&str] = &[
    include_str!("schema/1.sql"),
    include_str!("schema/2.sql"),
    include_str!("schema/3.sql"),
    include_str!("schema/4.sql"),
    include_str!("schema/5.sql"),
    include_str!("schema/6.sql"),
];

/// The version of files written now.
pub(super) fn current() -> i64 {
    STEPS.len() as i64
}

/// Brings an open database from `version` up to the end of `steps`, in one transaction.
///
/// The undo tables and triggers are generated afresh, so that a step names only the tables themselves. A step that adds a
/// column to an undoable table keeps the undo history; one that reshapes a table must empty `step`, `recorded` and `tally`. Rows that a
/// step itself enters into new tables are told in the audit trail; where the file did not hold before what its trail says, they are not, so
/// that it stays found.
pub(super) fn migrate(
    connection: &mut Connection,
    version: i64,
    steps: &[&str],
) -> Result<(), StoreError> {
    /// The first version whose audit rows say what the file should hold.
    const SAYS_WHAT_IT_HOLDS: i64 = 2;
    let transaction = connection.transaction()?;
    let held = match version {
        SAYS_WHAT_IT_HOLDS.. => tally::word_that_holds(&transaction)?.is_some(),
        _ => false,
    };
    for step in steps.iter().skip(usize::try_from(version).unwrap_or(0)) {
        transaction.execute_batch(step)?;
    }
    undo_log::generate(&transaction)?;
    let entered = tally::count_missing(&transaction)?;
    if held && !entered.is_empty() {
        let none = undo_log::Range { first: 1, last: 0 };
        let digest = digest::of_step(&transaction, none, &entered)?;
        let what = format!("Bring the file up to version {}", steps.len());
        let tally = tally::word(&transaction)?;
        audit::append(
            &transaction,
            ("Lantern", &what),
            AuditKind::Edit,
            (digest, tally),
        )?;
    }
    transaction.pragma_update(None, "user_version", steps.len() as i64)?;
    transaction.commit()?;
    Ok(())
}
