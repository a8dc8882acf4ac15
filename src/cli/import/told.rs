//! What is said of an import, as JSON and as text.

use serde::Serialize;

use super::{Prepared, replaced};
use crate::cli::console::Console;
use crate::cli::ending::Fault;
use crate::cli::words::counted;
use crate::model::ColumnKey;
use crate::returns::Table;

#[derive(Serialize)]
pub(super) struct Files<'a> {
    /// False for a dry run.
    stored: bool,
    files: Vec<FileRecord<'a>>,
    /// Beside the return that is replaced.
    #[serde(skip_serializing_if = "Option::is_none")]
    amendment: Option<replaced::Record>,
}

#[derive(Serialize)]
struct FileRecord<'a> {
    file: &'a str,
    sha256: &'a str,
    about: &'a str,
    notes: &'a [String],
    /// In the file's order; only one of them is imported.
    tables: Vec<TableRecord<'a>>,
    columns: Vec<ColumnRecord<'a>>,
    /// “day first” or “month first”.
    order: &'static str,
    /// Where the table seems to hold several.
    cases: Vec<CaseRecord<'a>>,
    doubts: Vec<DoubtRecord<'a>>,
}

#[derive(Serialize)]
struct TableRecord<'a> {
    place: &'a str,
    /// Rows with wording.
    rows: usize,
    /// Entries made of them; 0 for a table that was not chosen.
    imported: usize,
    chosen: bool,
    skipped: Vec<SkippedRecord<'a>>,
}

#[derive(Serialize)]
struct SkippedRecord<'a> {
    place: &'a str,
    wording: &'a str,
    why: &'a str,
}

#[derive(Serialize)]
struct ColumnRecord<'a> {
    heading: &'a str,
    meaning: Option<ColumnKey>,
    why: &'a str,
}

#[derive(Serialize)]
struct CaseRecord<'a> {
    name: &'a str,
    rows: usize,
}

#[derive(Serialize)]
struct DoubtRecord<'a> {
    place: &'a str,
    /// From 1, and the column from 0; none where the whole row is meant.
    row: u32,
    column: Option<u32>,
    wording: &'a str,
    why: &'a str,
}

pub(super) fn as_json(
    prepared: &[Prepared],
    stored: bool,
    amendment: Option<replaced::Record>,
) -> Files<'_> {
    Files {
        stored,
        files: prepared.iter().map(file).collect(),
        amendment,
    }
}

fn file(prepared: &Prepared) -> FileRecord<'_> {
    let understood = &prepared.understood;
    FileRecord {
        file: &prepared.file.name,
        sha256: &prepared.file.sha256,
        about: &prepared.file.about,
        notes: &prepared.file.notes,
        tables: prepared
            .file
            .tables
            .iter()
            .enumerate()
            .map(|(index, one)| table(prepared, index, one))
            .collect(),
        columns: understood
            .columns
            .iter()
            .map(|column| ColumnRecord {
                heading: &column.heading,
                meaning: column.meaning,
                why: &column.why,
            })
            .collect(),
        order: understood.order.order.words(),
        cases: understood
            .cases
            .iter()
            .map(|(name, rows)| CaseRecord { name, rows: *rows })
            .collect(),
        doubts: understood
            .doubts
            .iter()
            .map(|doubt| DoubtRecord {
                place: &doubt.place,
                row: doubt.row,
                column: doubt.column,
                wording: &doubt.wording,
                why: &doubt.why,
            })
            .collect(),
    }
}

fn table<'a>(prepared: &'a Prepared, index: usize, table: &'a Table) -> TableRecord<'a> {
    let chosen = index == prepared.table;
    let understood = &prepared.understood;
    let skipped = if chosen { &understood.skipped[..] } else { &[] };
    TableRecord {
        place: &table.name,
        rows: rows(table),
        imported: if chosen { understood.entries.len() } else { 0 },
        chosen,
        skipped: skipped
            .iter()
            .map(|one| SkippedRecord {
                place: &one.place,
                wording: &one.wording,
                why: &one.why,
            })
            .collect(),
    }
}

fn rows(table: &Table) -> usize {
    table.rows.iter().filter(|row| !row.is_blank()).count()
}

pub(super) fn tell(prepared: &[Prepared], console: &mut Console) -> Result<(), Fault> {
    for one in prepared {
        tell_one(one, console)?;
    }
    Ok(())
}

fn tell_one(prepared: &Prepared, console: &mut Console) -> Result<(), Fault> {
    let understood = &prepared.understood;
    let place = prepared.table().map_or("", |table| table.name.as_str());
    let from = if place.is_empty() {
        String::new()
    } else {
        format!(" from {place}")
    };
    console.say(&format!(
        "{} ({}): {}{from}, {}, {}.",
        prepared.file.name,
        prepared.file.about,
        counted(understood.entries.len(), "entry", "entries"),
        counted(understood.doubts.len(), "doubt", "doubts"),
        counted(understood.skipped.len(), "row skipped", "rows skipped"),
    ))?;
    for note in &prepared.file.notes {
        console.say(&format!("  {note}"))?;
    }
    for (number, table) in (1..).zip(&prepared.file.tables) {
        if number != prepared.table + 1 {
            console.say(&format!(
                "  Not imported: {}, {}; --table {number} would.",
                table.name,
                counted(rows(table), "row", "rows")
            ))?;
        }
    }
    for column in &understood.columns {
        let meaning = column.meaning.map_or("kept as it is", ColumnKey::key);
        console.say(&format!(
            "  Column “{}”: {meaning}, {}",
            column.heading, column.why
        ))?;
    }
    console.say(&format!("  Dates: {}", understood.order.order.words()))?;
    for (name, rows) in &understood.cases {
        console.say(&format!(
            "  Case “{name}”: {}; --case would import it alone.",
            counted(*rows, "row", "rows")
        ))?;
    }
    for doubt in &understood.doubts {
        console.say(&format!(
            "  Doubt, {}: “{}”. {}",
            doubt.place, doubt.wording, doubt.why
        ))?;
    }
    for skipped in &understood.skipped {
        console.say(&format!(
            "  Skipped, {}: “{}”. {}",
            skipped.place, skipped.wording, skipped.why
        ))?;
    }
    Ok(())
}
