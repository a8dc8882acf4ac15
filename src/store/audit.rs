//! The audit trail: who did what and when, each row tied to the one before it by a hash, the last one to the header.

use std::fmt;

use chrono::{SecondsFormat, Utc};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ValueRef};
use rusqlite::{Connection, Row, params};
use sha2::{Digest, Sha256};

use super::digest::hexadecimal;
use super::query::query;
use super::tally::{self, Outside};
use super::{Noun, Store, StoreError};

const SQL: &str = include_str!("audit.sql");
const LAST: &str = query(SQL, "last");
const APPEND: &str = query(SQL, "append");
const ADVANCE: &str = query(SQL, "advance");
const NEWEST: &str = query(SQL, "newest");
const ALL: &str = query(SQL, "all");

/// One thing that was done to the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRow {
    /// From 1 without gaps.
    pub id: i64,
    /// RFC 3339 in UTC.
    pub at: String,
    pub who: String,
    /// The label of the edit.
    pub what: String,
    pub kind: AuditKind,
    /// SHA-256 over the rows changed, as they were and as they became.
    pub digest: String,
    /// What all tables should hold after it (see `tally`); empty in rows of the first version.
    pub tally: String,
    /// The hash of the row before; empty for the first.
    pub previous: String,
    pub hash: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AuditKind {
    Create,
    Edit,
    Undo,
    Redo,
}

impl AuditKind {
    pub const ALL: [Self; 4] = [Self::Create, Self::Edit, Self::Undo, Self::Redo];

    pub fn key(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Edit => "edit",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }
}

impl FromSql for AuditKind {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        Self::ALL
            .into_iter()
            .find(|kind| kind.key() == text)
            .ok_or(FromSqlError::InvalidType)
    }
}

/// What [`Store::verify_audit`] found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditReport {
    pub rows: i64,
    /// In order of row, then what was changed outside; empty where all is well.
    pub faults: Vec<AuditFault>,
    /// The hash of the last row. Written down elsewhere (on paper, in the report), it shows even a trail that was forged as a
    /// whole by somebody who has the passphrase, which the file alone cannot show.
    pub last_hash: String,
}

impl AuditReport {
    pub fn is_whole(&self) -> bool {
        self.faults.is_empty()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AuditFault {
    /// The row does not match its own hash.
    Changed { row: i64 },
    /// Rows from … to (both included) are not there.
    Removed { from: i64, to: i64 },
    /// The row after it continues the row before it.
    Inserted { row: i64 },
    /// The row does not continue the one before it: that one was replaced, or a row between them removed.
    Broken { row: i64 },
    /// More rows than the file's header knows of.
    Added { from: i64, to: i64 },
    /// The last row is not the one that the header knows.
    LastReplaced { row: i64 },
    /// What the review holds is not what Lantern's own edits left there.
    ChangedOutside { noun: Noun },
    /// The tallies by which such changes are found are not those of the last row.
    TalliesReplaced,
}

impl fmt::Display for AuditFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed { row } => write!(f, "Row {row} was changed after it was written."),
            Self::Removed { from, to } if from == to => write!(f, "Row {from} was removed."),
            Self::Removed { from, to } => write!(f, "Rows {from} to {to} were removed."),
            Self::Inserted { row } => {
                write!(
                    f,
                    "Row {row} was inserted later: row {} follows on from row {}.",
                    row + 1,
                    row - 1
                )
            }
            Self::Broken { row } => write!(
                f,
                "Row {row} does not follow on from row {}: that row was replaced, or a row between them was removed.",
                row - 1
            ),
            Self::Added { from, to } if from == to => {
                write!(f, "Row {from} was added at the end from outside.")
            }
            Self::Added { from, to } => {
                write!(f, "Rows {from} to {to} were added at the end from outside.")
            }
            Self::LastReplaced { row } => {
                write!(
                    f,
                    "Row {row}, the last one, is not the one that was written."
                )
            }
            Self::ChangedOutside { noun } => write!(
                f,
                "Rows of {} were changed, added or removed by another program than Lantern, or the file was damaged. Compare with a backup.",
                noun.words()
            ),
            Self::TalliesReplaced => write!(
                f,
                "Rows that say what the file should hold were changed by another program than Lantern, or the file was damaged. Compare with a backup."
            ),
        }
    }
}

/// Now, as the trail and imports write it.
pub(crate) fn now() -> String {
    Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// Adds a row and advances the revision, which is returned.
pub(super) fn append(
    connection: &Connection,
    (who, what): (&str, &str),
    kind: AuditKind,
    (digest, tally): (String, String),
) -> Result<i64, StoreError> {
    let (count, previous): (i64, String) = connection
        .prepare_cached(LAST)?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut row = AuditRow {
        id: count + 1,
        at: now(),
        who: who.to_owned(),
        what: what.to_owned(),
        kind,
        digest,
        tally,
        previous,
        hash: String::new(),
    };
    row.hash = hash(&row);
    connection.prepare_cached(APPEND)?.execute(params![
        row.id,
        row.at,
        row.who,
        row.what,
        row.kind.key(),
        row.digest,
        row.previous,
        row.hash,
        row.tally,
    ])?;
    let revision = connection
        .prepare_cached(ADVANCE)?
        .query_row(params![row.id, row.hash], |row| row.get(0))?;
    Ok(revision)
}

/// SHA-256 over all of the row but its number (which its place in the chain gives) and the hash itself.
fn hash(row: &AuditRow) -> String {
    let mut hasher = Sha256::new();
    let fields = [
        &row.previous,
        &row.at,
        &row.who,
        &row.what,
        row.kind.key(),
        &row.digest,
        &row.tally,
    ];
    // Rows of the first version were written without a tally.
    let written = fields.len() - usize::from(row.tally.is_empty());
    for field in &fields[..written] {
        hasher.update((field.len() as u64).to_be_bytes());
        hasher.update(field);
    }
    hexadecimal(&hasher.finalize())
}

fn row(row: &Row<'_>) -> rusqlite::Result<AuditRow> {
    Ok(AuditRow {
        id: row.get(0)?,
        at: row.get(1)?,
        who: row.get(2)?,
        what: row.get(3)?,
        kind: row.get(4)?,
        digest: row.get(5)?,
        previous: row.get(6)?,
        hash: row.get(7)?,
        tally: row.get(8)?,
    })
}

/// The chain as it should be against the rows as they are.
fn faults(rows: &[AuditRow], count: i64, last_hash: &str) -> Vec<AuditFault> {
    let mut faults = Vec::new();
    let mut expected = 1;
    let (mut before, mut before_that) = ("", None);
    for row in rows {
        let gap = row.id != expected;
        if gap {
            faults.push(AuditFault::Removed {
                from: expected,
                to: row.id - 1,
            });
        } else if row.previous != before {
            faults.push(if before_that == Some(row.previous.as_str()) {
                AuditFault::Inserted { row: row.id - 1 }
            } else {
                AuditFault::Broken { row: row.id }
            });
        }
        if hash(row) != row.hash {
            faults.push(AuditFault::Changed { row: row.id });
        }
        before_that = Some(before);
        before = &row.hash;
        expected = row.id + 1;
    }
    let last = expected - 1;
    if last < count {
        faults.push(AuditFault::Removed {
            from: last + 1,
            to: count,
        });
    } else if last > count {
        // A row inserted in the middle also makes the trail longer; then the last hash is the one known.
        if before != last_hash {
            faults.push(AuditFault::Added {
                from: count + 1,
                to: last,
            });
        }
    } else if before != last_hash {
        faults.push(AuditFault::LastReplaced { row: last });
    }
    faults
}

impl Store {
    /// The newest rows of the audit trail, newest first.
    pub fn audit(&self, limit: usize) -> Result<Vec<AuditRow>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.read(|connection| {
            let mut statement = connection.prepare_cached(NEWEST)?;
            let rows = statement.query_map([limit], row)?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Follows the whole chain: finds rows that were changed, removed (at the end too) or inserted, and says which. Then counts
    /// what the review holds, and says what was changed by other means than Lantern's edits. Reads the whole file.
    pub fn verify_audit(&self) -> Result<AuditReport, StoreError> {
        self.read(|connection| {
            let (count, last_hash): (i64, String) = connection
                .prepare_cached(LAST)?
                .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            let mut statement = connection.prepare_cached(ALL)?;
            let rows: Vec<AuditRow> = statement
                .query_map([], row)?
                .collect::<rusqlite::Result<_>>()?;
            let mut faults = faults(&rows, count, &last_hash);
            faults.extend(
                tally::changed_outside(connection)?
                    .into_iter()
                    .map(|outside| match outside {
                        Outside::Rows(noun) => AuditFault::ChangedOutside { noun },
                        Outside::Tallies => AuditFault::TalliesReplaced,
                    }),
            );
            Ok(AuditReport {
                rows: rows.len() as i64,
                faults,
                last_hash,
            })
        })
    }
}
