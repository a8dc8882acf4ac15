//! Edits, undo and redo: each one SQL transaction with its undo records, audit row and new revision.

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use super::audit::{self, AuditKind};
use super::digest;
use super::query::query;
use super::undo_log::{self, Range};
use super::{Mode, Noun, Store, StoreError, Touched, search, tally};
use crate::wall::Key;

const SQL: &str = include_str!("step.sql");
const ADD: &str = query(SQL, "add");
const TOP: &str = query(SQL, "top");
const REMOVE: &str = query(SQL, "remove");
const REDO: &str = query(SQL, "redo");
const CLEAR_REDO: &str = query(SQL, "clear redo");
pub(super) const REVISION: &str = query(SQL, "revision");

/// What is being done, as the undo button and the audit trail say it. No names of people, no free text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Op {
    /// Reads well after “Undo: ”: “Import police_return.xlsx (118 entries)”.
    pub label: String,
}

impl Op {
    pub fn new(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
        }
    }
}

/// How an edit, an undo or a redo ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome<T> {
    pub value: T,
    /// Empty where nothing had to be changed; then there is no new revision and no undo step either.
    pub touched: Touched,
    pub revision: i64,
}

/// An edit on its way. What it writes is saved when the edit ends well, and gone when it does not.
pub struct Tx<'a> {
    pub(super) connection: &'a Connection,
    /// While women’s safety work’s lock is open.
    pub(super) key: Option<&'a Key>,
    pub(super) who: &'a str,
    label: String,
}

impl<'a> Tx<'a> {
    pub(super) fn of(
        connection: &'a Connection,
        key: Option<&'a Key>,
        who: &'a str,
        label: &str,
    ) -> Self {
        Self {
            connection,
            key,
            who,
            label: label.to_owned(),
        }
    }

    /// A label that could only be known during the work, such as a count.
    pub fn relabel(&mut self, label: impl Into<String>) {
        self.label = label.into();
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stack {
    Undo,
    Redo,
}

impl Stack {
    fn key(self) -> &'static str {
        match self {
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }
}

struct Step {
    id: i64,
    label: String,
    range: Range,
}

fn step(row: &rusqlite::Row<'_>) -> rusqlite::Result<Step> {
    Ok(Step {
        id: row.get(0)?,
        label: row.get(1)?,
        range: Range {
            first: row.get(2)?,
            last: row.get(3)?,
        },
    })
}

fn top(connection: &Connection, stack: Stack) -> rusqlite::Result<Option<Step>> {
    connection
        .prepare_cached(TOP)?
        .query_row([stack.key()], step)
        .optional()
}

fn push(
    connection: &Connection,
    stack: Stack,
    label: &str,
    range: Range,
) -> Result<(), StoreError> {
    connection.prepare_cached(ADD)?.execute(params![
        stack.key(),
        label,
        range.first,
        range.last
    ])?;
    Ok(())
}

fn remove(connection: &Connection, step: &Step) -> Result<(), StoreError> {
    undo_log::forget(connection, step.range)?;
    connection.prepare_cached(REMOVE)?.execute([step.id])?;
    Ok(())
}

impl Store {
    /// One edit: all of it is saved when `work` ends well, nothing of it when it fails, panics or is cancelled.
    ///
    /// An edit that changed nothing leaves no undo step and no audit row.
    pub fn transact<T>(
        &mut self,
        op: Op,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>,
    ) -> Result<Outcome<T>, StoreError> {
        let who = self.who.clone();
        let key = self.key.take();
        let result = self.write(|transaction| {
            let before = undo_log::last(transaction)?;
            let mut tx = Tx::of(transaction, key.as_ref(), &who, &op.label);
            let value = work(&mut tx)?;
            let label = tx.label;
            let range = Range {
                first: before + 1,
                last: undo_log::last(transaction)?,
            };
            if range.is_empty() {
                return unchanged(transaction, value);
            }
            clear_redo(transaction)?;
            push(transaction, Stack::Undo, &label, range)?;
            finish(transaction, value, range, &who, &label, AuditKind::Edit)
        });
        self.key = key;
        result
    }

    /// Takes back the last edit that is not yet taken back; `None` where there is none. The value is its label.
    pub fn undo(&mut self) -> Result<Option<Outcome<String>>, StoreError> {
        self.step_back(Stack::Undo)
    }

    /// Does again what was last undone; `None` where there is none. The value is its label.
    pub fn redo(&mut self) -> Result<Option<Outcome<String>>, StoreError> {
        self.step_back(Stack::Redo)
    }

    fn step_back(&mut self, from: Stack) -> Result<Option<Outcome<String>>, StoreError> {
        let (to, kind) = match from {
            Stack::Undo => (Stack::Redo, AuditKind::Undo),
            Stack::Redo => (Stack::Undo, AuditKind::Redo),
        };
        let who = self.who.clone();
        let unlocked = self.key.is_some();
        self.write(|transaction| {
            let Some(step) = top(transaction, from)? else {
                return Ok(None);
            };
            if !unlocked && is_behind_the_wall(transaction, &step)? {
                return Err(StoreError::BehindTheWall);
            }
            transaction.pragma_update(None, "defer_foreign_keys", true)?;
            let before = undo_log::last(transaction)?;
            undo_log::revert(transaction, step.range)?;
            let range = Range {
                first: before + 1,
                last: undo_log::last(transaction)?,
            };
            remove(transaction, &step)?;
            push(transaction, to, &step.label, range)?;
            let label = step.label.clone();
            finish(transaction, label, range, &who, &step.label, kind).map(Some)
        })
    }

    /// What [`Store::undo`] would take back.
    pub fn undo_label(&self) -> Option<String> {
        self.label(Stack::Undo)
    }

    /// What [`Store::redo`] would do again.
    pub fn redo_label(&self) -> Option<String> {
        self.label(Stack::Redo)
    }

    fn label(&self, stack: Stack) -> Option<String> {
        // A file that cannot be read says so at the next edit; a label is only an offer.
        let step = top(&self.connection, stack).ok().flatten()?;
        let open =
            self.key.is_some() || matches!(is_behind_the_wall(&self.connection, &step), Ok(false));
        open.then_some(step.label)
    }

    /// A change that no undo takes back, with its row in the audit trail.
    pub(super) fn aside(
        &mut self,
        label: &str,
        work: impl FnOnce(&Connection) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let who = self.who.clone();
        self.write(|transaction| {
            work(transaction)?;
            let nothing = Range { first: 1, last: 0 };
            let digest = digest::of_step(transaction, nothing, &[])?;
            let tally = tally::word(transaction)?;
            audit::append(transaction, (&who, label), AuditKind::Edit, (digest, tally))?;
            Ok(())
        })
    }

    /// Runs `work` in a transaction that is committed when it ends well.
    pub(super) fn write<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if let Mode::ReadOnly(reason) = &self.mode {
            return Err(StoreError::ReadOnly {
                reason: reason.clone(),
            });
        }
        let run = |connection: &mut Connection| {
            let transaction =
                connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let value = work(&transaction)?;
            transaction.commit()?;
            Ok(value)
        };
        run(&mut self.connection).map_err(|error: StoreError| error.at(&self.path))
    }
}

/// Whether the step touched what only women’s safety work may take back.
fn is_behind_the_wall(connection: &Connection, step: &Step) -> Result<bool, StoreError> {
    let mut tables = undo_log::involved(connection, step.range)?.into_iter();
    Ok(tables.any(|table| table.noun.is_behind_the_wall()))
}

fn unchanged<T>(connection: &Connection, value: T) -> Result<Outcome<T>, StoreError> {
    Ok(Outcome {
        value,
        touched: Touched::default(),
        revision: connection
            .prepare_cached(REVISION)?
            .query_row([], |row| row.get(0))?,
    })
}

pub(super) fn finish<T>(
    connection: &Connection,
    value: T,
    range: Range,
    who: &str,
    label: &str,
    kind: AuditKind,
) -> Result<Outcome<T>, StoreError> {
    let touched = undo_log::touched(connection, range)?;
    if touched.touches(Noun::Entries) {
        search::keep_in_step(connection, range)?;
    }
    let changes = tally::changes(connection, range)?;
    let digest = digest::of_step(connection, range, &changes)?;
    let tally = tally::advance(connection, &changes)?;
    let revision = audit::append(connection, (who, label), kind, (digest, tally))?;
    Ok(Outcome {
        value,
        touched,
        revision,
    })
}

fn clear_redo(connection: &Connection) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(REDO)?;
    let steps: Vec<Step> = statement
        .query_map([], step)?
        .collect::<rusqlite::Result<_>>()?;
    for step in &steps {
        undo_log::forget(connection, step.range)?;
    }
    if !steps.is_empty() {
        connection.prepare_cached(CLEAR_REDO)?.execute([])?;
    }
    Ok(())
}
