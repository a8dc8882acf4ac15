//! Undo records by generated triggers.
//!
//! Every write to an undoable table is recorded by a trigger: which table and row, and for a change or removal the whole row
//! before it, column by column in the table's `…_before` twin (values, not SQL text, so that they come back byte for byte). An
//! insert needs no more than its row number, which keeps imports small. To revert a step, its records are applied in
//! reverse order; the same triggers record that, which is what redo needs.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};

use super::{Noun, StoreError, Touched};

pub(super) struct Undoable {
    pub table: &'static str,
    pub noun: Noun,
    /// The column that names the entry it belongs to, where it is part of one.
    entry: Option<&'static str>,
}

const fn part(table: &'static str, noun: Noun) -> Undoable {
    Undoable {
        table,
        noun,
        entry: None,
    }
}

const fn part_of_entry(table: &'static str, column: &'static str) -> Undoable {
    Undoable {
        table,
        noun: Noun::Entries,
        entry: Some(column),
    }
}

/// Every table that holds review data.
pub(super) const UNDOABLE: &[Undoable] = &[
    part("details", Noun::Details),
    part("key_date", Noun::KeyDates),
    part("pause", Noun::Pauses),
    part("agency", Noun::Agencies),
    part("person", Noun::People),
    part("import", Noun::Imports),
    part("import_file", Noun::Imports),
    part_of_entry("entry", "id"),
    part_of_entry("entry_person", "entry"),
    part("tagging", Noun::Taggings),
    part("weakness", Noun::Weaknesses),
    part("passage", Noun::Taggings),
    part("declined", Noun::Declined),
    part("coding", Noun::Codings),
    part("coding_entry", Noun::Codings),
    part("coding_done", Noun::Codings),
    part("coding_tag", Noun::Codings),
    part("coding_settled", Noun::Codings),
    part("section", Noun::Sections),
    part("paragraph", Noun::Sections),
    part("version", Noun::Versions),
    part("question", Noun::Questions),
    part("finding", Noun::Findings),
    part("finding_question", Noun::Findings),
    part("finding_weakness", Noun::Findings),
    part("finding_entry", Noun::Findings),
    part("recommendation", Noun::Recommendations),
    part("recommendation_agency", Noun::Recommendations),
    part("recommendation_entry", Noun::Recommendations),
    part("recommendation_finding", Noun::Recommendations),
    part("action", Noun::Actions),
    part("event", Noun::Events),
    part("event_entry", Noun::Events),
    part("parted", Noun::Parted),
    part("contradiction", Noun::Contradictions),
    part("fact", Noun::Facts),
    part("knowing", Noun::Knowings),
    part("saved_view", Noun::Views),
    part("habit", Noun::Habits),
    part("member", Noun::Members),
    part("round", Noun::Rounds),
    part("sending", Noun::Rounds),
    part("comment", Noun::Comments),
    part("collected", Noun::Comments),
    part("place", Noun::Places),
    part("identifier", Noun::Identifiers),
    part("ruling", Noun::Rulings),
    part("allowed", Noun::Allowed),
    part("suppressed", Noun::Suppressed),
    part("letter_point", Noun::Letter),
    part("record_answer", Noun::Record),
    part("publication", Noun::Publications),
    part("programme", Noun::Programme),
    part("man", Noun::Men),
    part("programme_group", Noun::Groups),
    part("held_session", Noun::Sessions),
    part("passed_on", Noun::PassedOn),
    part("sealed_partner", Noun::Partners),
];

/// The records of one step: rows `first ..= last` of `recorded`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    pub first: i64,
    pub last: i64,
}

impl Range {
    pub(super) fn is_empty(self) -> bool {
        self.last < self.first
    }
}

struct Column {
    name: String,
    default: Option<String>,
}

fn columns(connection: &Connection, table: &str) -> rusqlite::Result<Vec<Column>> {
    let mut statement =
        connection.prepare_cached("SELECT name, dflt_value FROM pragma_table_info(?1)")?;
    let rows = statement.query_map([table], |row| {
        Ok(Column {
            name: row.get(0)?,
            default: row.get(1)?,
        })
    })?;
    rows.collect()
}

/// The names of all columns, in their order, as SQL.
pub(super) fn names(connection: &Connection, table: &str) -> rusqlite::Result<String> {
    Ok(list(&columns(connection, table)?, ""))
}

/// The default of each column, in their order.
pub(super) fn defaults(connection: &Connection, table: &str) -> rusqlite::Result<Vec<Value>> {
    let columns = columns(connection, table)?;
    let defaults: Vec<&str> = columns
        .iter()
        .map(|column| column.default.as_deref().unwrap_or("NULL"))
        .collect();
    connection
        .prepare_cached(&format!("SELECT {}", defaults.join(", ")))?
        .query_row([], |row| {
            (0..columns.len()).map(|index| row.get(index)).collect()
        })
}

fn list(columns: &[Column], prefix: &str) -> String {
    let names: Vec<String> = columns
        .iter()
        .map(|column| format!("{prefix}\"{}\"", column.name))
        .collect();
    names.join(", ")
}

/// Makes the `…_before` tables and the triggers from the columns as they now are. Run after every schema step.
pub(super) fn generate(connection: &Connection) -> Result<(), StoreError> {
    for Undoable { table, .. } in UNDOABLE {
        let live = columns(connection, table)?;
        twin(connection, table, &live)?;
        let differs: Vec<String> = live
            .iter()
            .map(|column| format!("old.\"{0}\" IS NOT new.\"{0}\"", column.name))
            .collect();
        let (names, old) = (list(&live, ""), list(&live, "old."));
        connection.execute_batch(&format!(
            "DROP TRIGGER IF EXISTS {table}_inserted;
            DROP TRIGGER IF EXISTS {table}_updated;
            DROP TRIGGER IF EXISTS {table}_deleted;
            CREATE TRIGGER {table}_inserted AFTER INSERT ON {table} BEGIN
                INSERT INTO recorded (noun, row, kind) VALUES ('{table}', new.id, 'insert');
            END;
            CREATE TRIGGER {table}_updated AFTER UPDATE ON {table} WHEN {differs} BEGIN
                INSERT INTO recorded (noun, row, kind) VALUES ('{table}', new.id, 'update');
                INSERT INTO {table}_before (change, {names}) VALUES (last_insert_rowid(), {old});
            END;
            CREATE TRIGGER {table}_deleted AFTER DELETE ON {table} BEGIN
                INSERT INTO recorded (noun, row, kind) VALUES ('{table}', old.id, 'delete');
                INSERT INTO {table}_before (change, {names}) VALUES (last_insert_rowid(), {old});
            END;",
            differs = differs.join(" OR "),
        ))?;
    }
    Ok(())
}

/// The table of rows as they were; columns without a type keep every value as it is.
fn twin(connection: &Connection, table: &str, live: &[Column]) -> rusqlite::Result<()> {
    let name = format!("{table}_before");
    let present = columns(connection, &name)?;
    if present.is_empty() {
        return connection.execute_batch(&format!(
            "CREATE TABLE {name} (change INTEGER PRIMARY KEY, {})",
            list(live, "")
        ));
    }
    for column in live {
        if present.iter().all(|known| known.name != column.name) {
            let default = column.default.as_deref().unwrap_or("NULL");
            connection.execute_batch(&format!(
                "ALTER TABLE {name} ADD COLUMN \"{}\" DEFAULT {default}",
                column.name
            ))?;
        }
    }
    Ok(())
}

/// The number of the last record; 0 where there is none.
pub(super) fn last(connection: &Connection) -> rusqlite::Result<i64> {
    connection
        .prepare_cached("SELECT coalesce(max(id), 0) FROM recorded")?
        .query_row([], |row| row.get(0))
}

/// Takes back the writes of `range`, last first. What that writes is recorded after the range.
pub(super) fn revert(connection: &Connection, range: Range) -> Result<(), StoreError> {
    let mut replays: BTreeMap<&'static str, Replay> = BTreeMap::new();
    for Undoable { table, .. } in UNDOABLE {
        replays.insert(table, Replay::of(connection, table)?);
    }
    let mut statement = connection.prepare_cached(
        "SELECT id, noun, row, kind FROM recorded WHERE id BETWEEN ?1 AND ?2 ORDER BY id DESC",
    )?;
    let mut rows = statement.query(params![range.first, range.last])?;
    while let Some(row) = rows.next()? {
        let change: i64 = row.get(0)?;
        let id: i64 = row.get(2)?;
        let Some(replay) = replays.get(row.get_ref(1)?.as_str().unwrap_or_default()) else {
            continue;
        };
        match row.get_ref(3)?.as_str().unwrap_or_default() {
            "insert" => connection.prepare_cached(&replay.delete)?.execute([id])?,
            "update" => connection
                .prepare_cached(&replay.update)?
                .execute([change, id])?,
            _ => connection
                .prepare_cached(&replay.insert)?
                .execute([change])?,
        };
    }
    Ok(())
}

/// The three statements that take back an insert, an update and a delete.
struct Replay {
    delete: String,
    update: String,
    insert: String,
}

impl Replay {
    fn of(connection: &Connection, table: &str) -> rusqlite::Result<Self> {
        let names = list(&columns(connection, table)?, "");
        Ok(Self {
            delete: format!("DELETE FROM {table} WHERE id = ?1"),
            update: format!(
                "UPDATE {table} SET ({names}) = (SELECT {names} FROM {table}_before WHERE change = ?1) WHERE id = ?2"
            ),
            insert: format!(
                "INSERT INTO {table} ({names}) SELECT {names} FROM {table}_before WHERE change = ?1"
            ),
        })
    }
}

/// Removes the records from `range` on disk: they were reverted, or can no longer be redone.
pub(super) fn forget(connection: &Connection, range: Range) -> Result<(), StoreError> {
    for table in involved(connection, range)? {
        connection
            .prepare_cached(&format!(
                "DELETE FROM {}_before WHERE change BETWEEN ?1 AND ?2",
                table.table
            ))?
            .execute(params![range.first, range.last])?;
    }
    connection
        .prepare_cached("DELETE FROM recorded WHERE id BETWEEN ?1 AND ?2")?
        .execute(params![range.first, range.last])?;
    Ok(())
}

/// Removes every record: nothing can be undone any more.
pub(super) fn forget_everything(connection: &Connection) -> Result<(), StoreError> {
    for Undoable { table, .. } in UNDOABLE {
        connection.execute(&format!("DELETE FROM {table}_before"), [])?;
    }
    connection.execute_batch("DELETE FROM recorded; DELETE FROM step;")?;
    Ok(())
}

/// The tables that the records speak of.
pub(super) fn involved(
    connection: &Connection,
    range: Range,
) -> rusqlite::Result<Vec<&'static Undoable>> {
    let mut statement = connection
        .prepare_cached("SELECT DISTINCT noun FROM recorded WHERE id BETWEEN ?1 AND ?2")?;
    let names: Vec<String> = statement
        .query_map(params![range.first, range.last], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(UNDOABLE
        .iter()
        .filter(|undoable| names.iter().any(|name| name == undoable.table))
        .collect())
}

/// The rows of `table` that the records speak of: a condition on its column `id`, and the two values it takes. An import's
/// rows lie side by side, and are then read in one sweep.
pub(super) fn rows_of(
    connection: &Connection,
    step: Range,
    table: &str,
) -> rusqlite::Result<(String, [i64; 2])> {
    let side_by_side = connection
        .prepare_cached(
            "SELECT min(row), max(row) FROM recorded WHERE id BETWEEN ?1 AND ?2 AND noun = ?3
            HAVING count(DISTINCT row) = max(row) - min(row) + 1",
        )?
        .query_row(params![step.first, step.last, table], |row| {
            Ok([row.get(0)?, row.get(1)?])
        })
        .optional()?;
    Ok(match side_by_side {
        Some(bounds) => ("id BETWEEN ?1 AND ?2".to_owned(), bounds),
        None => (
            format!(
                "id IN (SELECT row FROM recorded WHERE id BETWEEN ?1 AND ?2 AND noun = '{table}')"
            ),
            [step.first, step.last],
        ),
    })
}

/// Whether the step changed or removed rows of `table`, rather than only adding some.
pub(super) fn has_before(
    connection: &Connection,
    step: Range,
    table: &str,
) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(&format!(
            "SELECT EXISTS (SELECT 1 FROM {table}_before WHERE change BETWEEN ?1 AND ?2)"
        ))?
        .query_row(params![step.first, step.last], |row| row.get(0))
}

/// Which parts of the review the records speak of.
pub(super) fn touched(connection: &Connection, range: Range) -> Result<Touched, StoreError> {
    let mut touched = Touched::default();
    for Undoable { table, noun, entry } in involved(connection, range)? {
        touched.nouns.insert(*noun);
        let Some(column) = entry else { continue };
        let sql = if *column == "id" {
            format!("SELECT row FROM recorded WHERE id BETWEEN ?1 AND ?2 AND noun = '{table}'")
        } else {
            format!(
                "SELECT {column} FROM {table}_before WHERE change BETWEEN ?1 AND ?2
                UNION SELECT {column} FROM {table} WHERE id IN
                    (SELECT row FROM recorded WHERE id BETWEEN ?1 AND ?2 AND noun = '{table}')"
            )
        };
        let mut statement = connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params![range.first, range.last], |row| row.get(0))?;
        for row in rows {
            touched.entries.insert(row?);
        }
    }
    Ok(touched)
}
