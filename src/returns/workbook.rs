//! Excel workbooks (`.xlsx`, `.xlsm`): values through calamine cell by cell, the rest from [`super::sheet_facts`].

use std::io::Cursor;

use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::archive::{Archive, attribute, each_element, main_part, relations};
use super::grid::Grid;
use super::limits::{Budget, grouped};
use super::sheet_facts::{self, SheetFacts};
use super::sheet_notes::{self, SheetNote};
use super::shown::{self, Look};
use super::table::{Cell, Row, Table};
use super::{Parts, ReturnError, guarded};
use crate::dates::Epoch;
use crate::jobs::Progress;

pub(super) fn read(
    file: &str,
    bytes: &[u8],
    progress: &dyn Progress,
) -> Result<Parts, ReturnError> {
    let mut archive = Archive::open(file, bytes)?;
    let parts = sheet_parts(&mut archive)?;
    let what = format!("Reading {file}");
    let mut facts = Vec::with_capacity(parts.len());
    let mut known = Vec::with_capacity(parts.len());
    for (name, part) in parts {
        let read = sheet_facts::read(&mut archive, &part, &what, progress)?;
        facts.push((name, read, sheet_notes::read(&mut archive, &part)?));
        known.push(part);
    }
    archive.weigh(&known, progress)?;
    drop(archive);
    guarded(file, || sheets(file, bytes, &facts, progress))
}

/// Names of the sheets with the parts they stand in.
fn sheet_parts(archive: &mut Archive<'_>) -> Result<Vec<(String, String)>, ReturnError> {
    let workbook = main_part(archive)?.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let (folder, name) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let relations = relations(archive, &format!("{folder}/_rels/{name}.rels"))?;
    let mut sheets = Vec::new();
    each_element(archive, &workbook, |element| {
        if element.local_name().as_ref() != "sheet" {
            return;
        }
        let id = attribute(element, "id");
        if let Some(relation) = relations.iter().find(|relation| relation.id == id) {
            let part = match relation.target.strip_prefix('/') {
                Some(absolute) => absolute.to_owned(),
                None => format!("{folder}/{}", relation.target),
            };
            sheets.push((attribute(element, "name"), part));
        }
    })?;
    Ok(sheets)
}

fn sheets(
    file: &str,
    bytes: &[u8],
    facts: &[(String, SheetFacts, Vec<SheetNote>)],
    progress: &dyn Progress,
) -> Result<Parts, ReturnError> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|fault| failed(file, &fault))?;
    let epoch = if workbook.has_1904_epoch() {
        Epoch::Y1904
    } else {
        Epoch::Y1900
    };
    let mut budget = Budget::new(file);
    let mut tables = Vec::new();
    let mut notes = Vec::new();
    let listed: Vec<_> = workbook.sheets_metadata().to_vec();
    let none = SheetFacts::default();
    for sheet in listed
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
    {
        budget.table()?;
        let facts = facts
            .iter()
            .find(|(name, ..)| *name == sheet.name)
            .map_or((&none, &[][..]), |(_, facts, notes)| (facts, notes));
        let name = format!("sheet “{}”", sheet.name);
        let (rows, apart) = rows(
            file,
            &name,
            &mut workbook,
            &sheet.name,
            facts,
            &mut budget,
            progress,
        )?;
        let table = Table {
            hidden: sheet.visible != SheetVisible::Visible,
            epoch,
            ..Table::new(name, rows)
        }
        .with_hidden_columns(&facts.0.hidden_columns);
        if !table.rows.is_empty() {
            tell(&table, facts.0, &mut notes);
            tables.push(table);
        }
        notes.extend(apart);
    }
    let count = tables.len();
    Ok(Parts {
        about: format!(
            "Excel workbook, {count} sheet{}",
            if count == 1 { "" } else { "s" }
        ),
        tables,
        notes,
    })
}

fn failed(file: &str, fault: &XlsxError) -> ReturnError {
    match fault {
        XlsxError::Password => ReturnError::PasswordProtected {
            file: file.to_owned(),
        },
        other => ReturnError::Damaged {
            file: file.to_owned(),
            reason: other.to_string(),
        },
    }
}

/// What the reader should know of a sheet beyond its cells.
fn tell(table: &Table, facts: &SheetFacts, notes: &mut Vec<String>) {
    let name = capitalised(&table.name);
    if table.hidden {
        notes.push(format!(
            "{name} is hidden in Excel. It was read and can be chosen."
        ));
    }
    let hidden = table.rows.iter().filter(|row| row.hidden).count();
    if hidden > 0 {
        notes.push(format!(
            "{name}: {} hidden in Excel (by hand or by a filter) and read all the same.",
            if hidden == 1 {
                "1 row is".to_owned()
            } else {
                format!("{} rows are", grouped(hidden))
            }
        ));
    }
    if !table.hidden_columns.is_empty() {
        notes.push(format!("{name}: hidden columns were read as well."));
    }
    if facts.formulas > 0 {
        notes.push(format!(
            "{name}: {} by formulas; the values that Excel last showed were used.",
            if facts.formulas == 1 {
                "1 cell is made".to_owned()
            } else {
                format!("{} cells are made", grouped(facts.formulas))
            }
        ));
    }
}

pub(super) fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + rest.as_str()
    })
}

/// Unreadable cells after which a sheet is given up as damaged.
const FAULTS: usize = 10_000;

fn rows(
    file: &str,
    place: &str,
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
    (facts, notes): (&SheetFacts, &[SheetNote]),
    budget: &mut Budget<'_>,
    progress: &dyn Progress,
) -> Result<(Vec<Row>, Vec<String>), ReturnError> {
    let mut reader = match workbook.worksheet_cells_reader(sheet) {
        Ok(reader) => reader,
        // A sheet that is a chart or is listed and missing has no cells.
        Err(XlsxError::NotAWorksheet(_) | XlsxError::WorksheetNotFound(_)) => {
            return Ok((Vec::new(), Vec::new()));
        }
        Err(fault) => return Err(failed(file, &fault)),
    };
    let looks: Vec<Look> = reader
        .styles()
        .iter()
        .map(|style| {
            style
                .number_format
                .as_ref()
                .map_or(Look::Plain, |format| Look::of(&format.format_code))
        })
        .collect();
    let mut grid = Grid::new(file, place, budget, progress);
    let mut faults = 0;
    loop {
        let (cell, style) = match reader.next_cell_with_style_id() {
            Ok(Some(found)) => found,
            Ok(None) => break,
            Err(fault @ (XlsxError::Xml(_) | XlsxError::XmlEof(_) | XlsxError::Io(_))) => {
                return Err(failed(file, &fault));
            }
            // One cell that calamine cannot read; `facts` has the wording of errors it does not know.
            Err(fault) => {
                faults += 1;
                if faults > FAULTS {
                    return Err(failed(file, &fault));
                }
                continue;
            }
        };
        let (row, column) = cell.get_position();
        let cell = shown::from_ref(cell.get_value(), looks.get(style).unwrap_or(&Look::Plain));
        if !cell.text.is_empty() {
            grid.put(row.saturating_add(1), column, cell)?;
        }
    }
    for ((row, column), wording) in &facts.errors {
        grid.put(*row, *column, Cell::text(wording.as_str()))?;
        grid.note(*row, *column, wording, "The agency's spreadsheet shows an error here instead of a value. Ask what stood there.");
    }
    for ((row, column), formula) in &facts.without_value {
        if !formula.is_empty() {
            let wording = format!("={formula}");
            grid.put(*row, *column, Cell::text(wording.as_str()))?;
            grid.note(*row, *column, &wording, "The file holds a formula here but not its result. Open it in Excel, save it, and import it again.");
        }
    }
    let mut apart = Vec::new();
    for note in notes {
        if !grid.note(note.row, note.column, &note.wording, note.why) {
            apart.push(note.at(place));
        }
    }
    let hidden = |row| facts.hidden_rows.binary_search(&row).is_ok();
    Ok((grid.finish(hidden, &facts.merged)?, apart))
}
