//! A table with what its headings were taken for.

use super::columns::{self, Found};
use super::understood::is_hers;
use super::{ColumnUnderstood, Fate, Field, Kind, Meaning, Settings, TableAt, TableUnderstood};
use crate::dates::{DayOrder, OrderEvidence, decide_order};
use crate::returns::{ReturnFile, Row, Table};

/// Indices of the rows of headings; one, or two of which the upper groups the lower.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct HeadingRows {
    pub(super) first: usize,
    pub(super) last: usize,
}

pub(super) struct Sheet<'a> {
    pub(super) at: TableAt,
    pub(super) file: &'a str,
    pub(super) table: &'a Table,
    pub(super) kind: Option<Kind>,
    pub(super) rows: Option<HeadingRows>,
    pub(super) columns: Vec<Option<Meaning>>,
    pub(super) order: DayOrder,
    /// The column’s own dates or a person have settled the order.
    pub(super) order_proved: bool,
    pub(super) evidence: OrderEvidence,
    why: String,
    whys: Vec<String>,
    /// By column: what stands in it is a partner’s.
    pub(super) hers: Vec<bool>,
}

impl<'a> Sheet<'a> {
    pub(super) fn all(files: &'a [ReturnFile], settings: &Settings<'_>) -> Vec<Self> {
        let mut sheets = Vec::new();
        for (file, read) in files.iter().enumerate() {
            for (table, one) in read.tables.iter().enumerate() {
                let at = TableAt { file, table };
                sheets.push(Self::of(at, &read.name, one, settings));
            }
        }
        sheets
    }

    fn of(at: TableAt, file: &'a str, table: &'a Table, settings: &Settings<'_>) -> Self {
        let choices = settings.choices;
        let chosen = choices.kinds.get(&at).copied();
        let found = match chosen {
            Some(None) => Found::default(),
            Some(Some(kind)) => {
                columns::find(table, file, &settings.programme.template, Some(kind))
            }
            None => columns::find(table, file, &settings.programme.template, None),
        };
        let why = match (chosen, found.kind) {
            (Some(None), _) => "left out by hand".to_owned(),
            (Some(Some(_)), _) => "chosen by hand".to_owned(),
            (None, Some(_)) => {
                let matched = found.columns.iter().flatten().count();
                format!("by its headings: {matched} of {} are known", table.width)
            }
            (None, None) => "its headings are those of no table of a cohort".to_owned(),
        };
        let mut meanings: Vec<Option<Meaning>> = Vec::new();
        let mut whys = Vec::new();
        for column in 0..table.width {
            let found = found.columns.get(column).cloned().flatten();
            match choices.columns.get(&(at, column)) {
                Some(chosen) => {
                    meanings.push(chosen.clone());
                    whys.push("chosen by hand".to_owned());
                }
                None => {
                    let why = found.as_ref().map_or("", |(_, how)| how.words());
                    whys.push(why.to_owned());
                    meanings.push(found.map(|(meaning, _)| meaning));
                }
            }
        }
        let template = &settings.programme.template;
        let hers = meanings.iter();
        let hers = hers.map(|meaning| is_hers(found.kind, meaning.as_ref(), template));
        let mut sheet = Self {
            hers: hers.collect(),
            at,
            file,
            table,
            kind: found.kind,
            rows: found.rows,
            columns: meanings,
            order: DayOrder::DayFirst,
            order_proved: false,
            evidence: OrderEvidence::default(),
            why,
            whys,
        };
        sheet.decide_order(choices.orders.get(&at).copied());
        sheet
    }

    fn decide_order(&mut self, chosen: Option<DayOrder>) {
        let days: Vec<usize> = (0..self.columns.len())
            .filter(|column| {
                matches!(&self.columns[*column], Some(Meaning::Field(field)) if field.is_day())
            })
            .collect();
        let cells = self.rows_below().into_iter().flat_map(|row| {
            let row = &self.table.rows[row];
            days.iter().filter_map(|column| row.cells.get(*column))
        });
        let written = cells
            .filter(|cell| !cell.dated)
            .map(|cell| cell.text.as_str());
        self.evidence = decide_order(written);
        self.order = chosen.unwrap_or(self.evidence.order);
        self.order_proved = chosen.is_some() || self.evidence.proved();
    }

    pub(super) fn column(&self, field: Field) -> Option<usize> {
        let meaning = Meaning::Field(field);
        let mut columns = self.columns.iter();
        columns.position(|column| column.as_ref() == Some(&meaning))
    }

    pub(super) fn has(&self, field: Field) -> bool {
        self.column(field).is_some()
    }

    /// Indices of the rows below the headings.
    pub(super) fn rows_below(&self) -> Vec<usize> {
        let first = self.rows.map_or(0, |rows| rows.last + 1);
        (first..self.table.rows.len()).collect()
    }

    /// What is known of each row before any is read.
    pub(super) fn before_reading(&self) -> Vec<Fate> {
        let rows = self.table.rows.iter().enumerate();
        rows.map(|(at, row)| self.before(at, row)).collect()
    }

    fn before(&self, at: usize, row: &Row) -> Fate {
        if row.is_blank() {
            return Fate::Blank;
        }
        let Some(rows) = self.rows.filter(|_| self.kind.is_some()) else {
            return Fate::Skipped(match self.kind {
                None => format!("The table was not taken: {}.", self.why),
                Some(_) => "No row with headings was found in this table.".to_owned(),
            });
        };
        if at < rows.first {
            return Fate::Above;
        }
        if at <= rows.last || columns::repeats(row, &self.table.rows[rows.last]) {
            return Fate::Heading;
        }
        Fate::Skipped("It was not read.".to_owned())
    }

    pub(super) fn heading(&self, column: usize) -> String {
        let written = self.rows.map(|rows| columns::headings(self.table, rows));
        let written = written.and_then(|all| all.into_iter().nth(column)?.into_iter().next());
        written
            .filter(|heading| !heading.is_empty())
            .unwrap_or_else(|| format!("column {}", letters(column)))
    }

    /// “cohort.xlsx, sheet “Men”, row 4”.
    pub(super) fn place(&self, row: usize) -> String {
        match self.table.rows.get(row) {
            Some(row) => format!("{}, {}", self.file, self.table.place(row)),
            None => self.place_of_table(),
        }
    }

    pub(super) fn place_of_table(&self) -> String {
        match self.table.name.as_str() {
            "" => self.file.to_owned(),
            name => format!("{}, {name}", self.file),
        }
    }

    pub(super) fn understood(self, fates: Vec<Fate>) -> TableUnderstood {
        let below = self.rows_below();
        let columns = (0..self.columns.len()).map(|column| {
            let filled = below.iter();
            let filled = filled.filter(|row| self.table.rows[**row].is_filled(column));
            ColumnUnderstood {
                heading: self.heading(column),
                meaning: self.columns[column].clone(),
                why: self.whys[column].clone(),
                filled: filled.count(),
                hers: self.hers[column],
            }
        });
        TableUnderstood {
            at: self.at,
            file: self.file.to_owned(),
            name: self.table.name.clone(),
            kind: self.kind,
            why: self.why.clone(),
            headings: self.rows.map(|rows| (rows.first, rows.last)),
            columns: columns.collect(),
            order: self.order,
            either_way: self.evidence.undecided,
            fates,
            numbers: self.table.rows.iter().map(|row| row.number).collect(),
        }
    }
}

/// “A” for the first column, “AA” for the twenty-seventh.
fn letters(column: usize) -> String {
    let mut left = column + 1;
    let mut letters = Vec::new();
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}
