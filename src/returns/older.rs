//! Spreadsheets that calamine reads whole: `.xls`, `.xlsb` and OpenDocument `.ods`.

use std::io::Cursor;

use calamine::{Data, Ods, Range, Reader, Sheet, SheetType, SheetVisible, Xls, Xlsb};

use super::archive::Archive;
use super::grid::Grid;
use super::limits::Budget;
use super::older_facts::{self, OlderFacts};
use super::shown::{self, Look};
use super::sniff::Kind;
use super::table::Table;
use super::workbook::capitalised;
use super::{Parts, ReturnError, binary_facts, compound, guarded, open_sheet_facts};
use crate::dates::Epoch;
use crate::jobs::Progress;

pub(super) fn read(
    file: &str,
    kind: Kind,
    bytes: &[u8],
    progress: &dyn Progress,
) -> Result<Parts, ReturnError> {
    let facts = facts(file, kind, bytes, progress)?;
    let source = Cursor::new(bytes);
    let mut parts = guarded(file, || match kind {
        Kind::OldWorkbook => {
            let mut workbook = Xls::new(source).map_err(|fault| failed(file, &fault))?;
            let epoch = epoch(workbook.has_1904_epoch());
            sheets(
                file,
                &mut workbook,
                epoch,
                &facts,
                progress,
                whole,
                has_formulas,
            )
        }
        Kind::BinaryWorkbook => {
            let mut workbook = Xlsb::new(source).map_err(|fault| failed(file, &fault))?;
            let epoch = epoch(workbook.has_1904_epoch());
            let formulas = has_binary_formulas;
            sheets(
                file,
                &mut workbook,
                epoch,
                &facts,
                progress,
                cell_by_cell,
                formulas,
            )
        }
        _ => {
            let mut workbook = Ods::new(source).map_err(|fault| failed(file, &fault))?;
            let epoch = Epoch::Y1900;
            sheets(
                file,
                &mut workbook,
                epoch,
                &facts,
                progress,
                whole,
                has_formulas,
            )
        }
    })?;
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

fn epoch(from_1904: bool) -> Epoch {
    if from_1904 {
        Epoch::Y1904
    } else {
        Epoch::Y1900
    }
}

/// What is hidden and merged, and an error where the file would unpack to too much.
fn facts(
    file: &str,
    kind: Kind,
    bytes: &[u8],
    progress: &dyn Progress,
) -> Result<Vec<OlderFacts>, ReturnError> {
    if kind == Kind::OldWorkbook {
        let stream = compound::stream(bytes, &["Workbook", "Book"]);
        let stream = stream.ok_or_else(|| ReturnError::Damaged {
            file: file.to_owned(),
            reason: "its container contradicts itself".to_owned(),
        })?;
        return older_facts::of_old_workbook(file, &stream);
    }
    let mut archive = Archive::open(file, bytes)?;
    let mut known = Vec::new();
    let facts = if kind == Kind::OpenSheet {
        known.push(open_sheet_facts::PART.to_owned());
        open_sheet_facts::read(file, &mut archive, progress)?
    } else {
        binary_facts::read(&mut archive)?
    };
    archive.weigh(&known, progress)?;
    Ok(facts)
}

/// `cells` fills in the cells of a sheet, `formulas` says whether it has any.
fn sheets<R>(
    file: &str,
    workbook: &mut R,
    epoch: Epoch,
    facts: &[OlderFacts],
    progress: &dyn Progress,
    cells: fn(&str, &mut R, &str, &mut Grid<'_, '_>) -> Result<(), ReturnError>,
    formulas: fn(&mut R, &str) -> bool,
) -> Result<Parts, ReturnError>
where
    R: AnyReader,
{
    let mut budget = Budget::new(file);
    let mut parts = Parts::default();
    let none = OlderFacts::default();
    for (index, sheet) in workbook.sheets().into_iter().enumerate() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        budget.table()?;
        let name = format!("sheet “{}”", sheet.name);
        let mut named = facts.iter();
        let facts = named
            .find(|facts| facts.name == sheet.name)
            // The records of an `.xls` stand in the order of its sheets.
            .or_else(|| facts.get(index).filter(|facts| facts.name.is_empty()))
            .unwrap_or(&none);
        let mut grid = Grid::new(file, &name, &mut budget, progress);
        cells(file, workbook, &sheet.name, &mut grid)?;
        let hidden = |row: u32| {
            let mut ranges = facts.hidden_rows.iter();
            ranges.any(|(first, last)| (*first..=*last).contains(&row))
        };
        let rows = grid.finish(hidden, &facts.merged)?;
        let table = Table {
            hidden: sheet.visible != SheetVisible::Visible,
            epoch,
            ..Table::new(name, rows)
        }
        .with_hidden_columns(&facts.hidden_columns);
        if table.rows.is_empty() {
            continue;
        }
        tell(&table, formulas(workbook, &sheet.name), &mut parts.notes);
        parts.tables.push(table);
    }
    Ok(parts)
}

fn tell(table: &Table, has_formulas: bool, notes: &mut Vec<String>) {
    let name = capitalised(&table.name);
    if table.hidden {
        notes.push(format!(
            "{name} is hidden in the spreadsheet. It was read and can be chosen."
        ));
    }
    if table.rows.iter().any(|row| row.hidden) {
        notes.push(format!(
            "{name}: some rows are hidden in the spreadsheet; they were read all the same."
        ));
    }
    if !table.hidden_columns.is_empty() {
        notes.push(format!("{name}: hidden columns were read as well."));
    }
    if has_formulas {
        notes.push(format!(
            "{name}: some cells are made by formulas; the values last shown were used."
        ));
    }
}

/// The readers of calamine differ in the error they give, and it is only told.
trait AnyReader {
    fn sheets(&self) -> Vec<Sheet>;
    fn range(&mut self, sheet: &str) -> Result<Range<Data>, String>;
    fn formulas(&mut self, sheet: &str) -> Option<Range<String>>;
}

impl<'a, R> AnyReader for R
where
    R: Reader<Cursor<&'a [u8]>>,
    R::Error: std::fmt::Display,
{
    fn sheets(&self) -> Vec<Sheet> {
        self.sheets_metadata().to_vec()
    }

    fn range(&mut self, sheet: &str) -> Result<Range<Data>, String> {
        self.worksheet_range(sheet)
            .map_err(|fault| fault.to_string())
    }

    fn formulas(&mut self, sheet: &str) -> Option<Range<String>> {
        self.worksheet_formula(sheet).ok()
    }
}

/// A sheet that calamine writes out at once; its size was looked at before.
fn whole<R: AnyReader>(
    file: &str,
    workbook: &mut R,
    sheet: &str,
    grid: &mut Grid<'_, '_>,
) -> Result<(), ReturnError> {
    let range = workbook
        .range(sheet)
        .map_err(|fault| failed(file, &fault))?;
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let (Ok(row), Ok(column)) = (u32::try_from(row), u32::try_from(column)) else {
            continue;
        };
        let cell = shown::from_data(value);
        if !cell.text.is_empty() {
            let number = first_row.saturating_add(row).saturating_add(1);
            grid.put(number, first_column.saturating_add(column), cell)?;
        }
    }
    Ok(())
}

fn has_formulas<R: AnyReader>(workbook: &mut R, sheet: &str) -> bool {
    let formulas = workbook.formulas(sheet);
    formulas.is_some_and(|formulas| formulas.used_cells().next().is_some())
}

/// As [`whole`], without the blank cells between: two cells far apart would take gigabytes.
fn cell_by_cell(
    file: &str,
    workbook: &mut Xlsb<Cursor<&[u8]>>,
    sheet: &str,
    grid: &mut Grid<'_, '_>,
) -> Result<(), ReturnError> {
    let mut reader = workbook
        .worksheet_cells_reader(sheet)
        .map_err(|fault| failed(file, &fault))?;
    loop {
        match reader.next_cell() {
            Ok(Some(found)) => {
                let (row, column) = found.get_position();
                let cell = shown::from_ref(found.get_value(), &Look::Plain);
                if !cell.text.is_empty() {
                    grid.put(row.saturating_add(1), column, cell)?;
                }
            }
            Ok(None) => return Ok(()),
            Err(fault) => return Err(failed(file, &fault)),
        }
    }
}

fn has_binary_formulas(workbook: &mut Xlsb<Cursor<&[u8]>>, sheet: &str) -> bool {
    let reader = workbook.worksheet_cells_reader(sheet);
    reader.is_ok_and(|mut reader| matches!(reader.next_formula(), Ok(Some(_))))
}
