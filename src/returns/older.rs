//! Spreadsheets that calamine reads whole: `.xls`, `.xlsb` and OpenDocument `.ods`.

use std::io::Cursor;

use calamine::{Data, Ods, Range, Reader, Sheet, SheetType, SheetVisible, Xls, Xlsb};

use super::archive::Archive;
use super::limits::Budget;
use super::open_sheet_facts::{self, OpenSheetFacts};
use super::shown;
use super::sniff::Kind;
use super::table::{Row, Table};
use super::workbook::capitalised;
use super::{Parts, ReturnError, guarded};
use crate::dates::Epoch;
use crate::jobs::Progress;

pub(super) fn read(
    file: &str,
    kind: Kind,
    bytes: &[u8],
    progress: &dyn Progress,
) -> Result<Parts, ReturnError> {
    let mut facts = Vec::new();
    if kind != Kind::OldWorkbook {
        let mut archive = Archive::open(file, bytes)?;
        let mut known = Vec::new();
        if kind == Kind::OpenSheet {
            facts = open_sheet_facts::read(file, &mut archive, progress)?;
            known.push(open_sheet_facts::PART.to_owned());
        }
        archive.weigh(&known, progress)?;
    }
    let source = Cursor::new(bytes);
    let mut parts = guarded(file, || match kind {
        Kind::OldWorkbook => {
            let mut workbook = Xls::new(source).map_err(|fault| failed(file, &fault))?;
            let epoch = if workbook.has_1904_epoch() {
                Epoch::Y1904
            } else {
                Epoch::Y1900
            };
            sheets(file, &mut workbook, epoch, &facts, progress)
        }
        Kind::BinaryWorkbook => {
            let mut workbook = Xlsb::new(source).map_err(|fault| failed(file, &fault))?;
            sheets(file, &mut workbook, Epoch::Y1900, &facts, progress)
        }
        _ => {
            let mut workbook = Ods::new(source).map_err(|fault| failed(file, &fault))?;
            sheets(file, &mut workbook, Epoch::Y1900, &facts, progress)
        }
    })?;
    if kind != Kind::OpenSheet {
        parts.notes.push(
            "In this file format Lantern cannot tell which rows are hidden or merged. All rows were read."
                .to_owned(),
        );
    }
    let count = parts.tables.len();
    let mut words = kind.words().to_owned();
    words.push_str(&format!(
        ", {count} sheet{}",
        if count == 1 { "" } else { "s" }
    ));
    parts.about = words;
    Ok(parts)
}

fn failed(file: &str, fault: &dyn std::fmt::Display) -> ReturnError {
    let reason = fault.to_string();
    // calamine's three readers have an error type each, with the same words for this case.
    if reason.contains("password protected") {
        return ReturnError::PasswordProtected {
            file: file.to_owned(),
        };
    }
    ReturnError::Damaged {
        file: file.to_owned(),
        reason,
    }
}

fn sheets<'a, R>(
    file: &str,
    workbook: &mut R,
    epoch: Epoch,
    facts: &[OpenSheetFacts],
    progress: &dyn Progress,
) -> Result<Parts, ReturnError>
where
    R: Reader<Cursor<&'a [u8]>>,
    R::Error: std::fmt::Display,
{
    let mut budget = Budget::new(file);
    let mut parts = Parts::default();
    let listed: Vec<Sheet> = workbook.sheets_metadata().to_vec();
    for sheet in listed
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
    {
        budget.table()?;
        let name = format!("sheet “{}”", sheet.name);
        let range = workbook
            .worksheet_range(&sheet.name)
            .map_err(|fault| failed(file, &fault))?;
        let hidden = facts
            .iter()
            .find(|facts| facts.name == sheet.name)
            .map_or(&[][..], |facts| &facts.hidden_rows);
        let rows = rows(file, &name, &range, hidden, &mut budget, progress)?;
        let table = Table {
            hidden: sheet.visible != SheetVisible::Visible,
            epoch,
            ..Table::new(name, rows)
        };
        if table.rows.is_empty() {
            continue;
        }
        let name = capitalised(&table.name);
        if table.hidden {
            parts.notes.push(format!(
                "{name} is hidden in the spreadsheet. It was read and can be chosen."
            ));
        }
        if table.rows.iter().any(|row| row.hidden) {
            parts.notes.push(format!(
                "{name}: some rows are hidden in the spreadsheet; they were read all the same."
            ));
        }
        let made = workbook
            .worksheet_formula(&sheet.name)
            .is_ok_and(|formulas| formulas.used_cells().next().is_some());
        if made {
            parts.notes.push(format!(
                "{name}: some cells are made by formulas; the values last shown were used."
            ));
        }
        parts.tables.push(table);
    }
    Ok(parts)
}

fn rows(
    file: &str,
    place: &str,
    range: &Range<Data>,
    hidden: &[(u32, u32)],
    budget: &mut Budget<'_>,
    progress: &dyn Progress,
) -> Result<Vec<Row>, ReturnError> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    let what = format!("Reading {file}, {place}");
    let mut rows = Vec::new();
    for (number, cells) in (first_row.saturating_add(1)..).zip(range.rows()) {
        let Some(last) = cells.iter().rposition(|cell| *cell != Data::Empty) else {
            continue;
        };
        progress.report(u64::from(number), None, &what)?;
        budget.row()?;
        budget.cells(first_column as usize + last + 1)?;
        let mut row = Row {
            number,
            hidden: hidden
                .iter()
                .any(|(first, last)| (*first..=*last).contains(&number)),
            ..Row::default()
        };
        row.cells
            .resize(first_column as usize, super::table::Cell::default());
        for cell in &cells[..=last] {
            let cell = shown::from_data(cell);
            budget.text(&cell.text, || format!("{place}, row {number}"))?;
            row.cells.push(cell);
        }
        rows.push(row);
    }
    Ok(rows)
}
