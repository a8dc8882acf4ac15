//! What a screen shows of a cohort before it is imported, and what becomes of it.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use serde::Serialize;

use super::partners::HerRecord;
use super::{Field, Kind, List, Meaning};
use crate::dates::DayOrder;
use crate::model::programme::{MeasureOf, Programme, ProgrammeTemplate};
use crate::wall::Partner;

/// A table among the files, both counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct TableAt {
    pub file: usize,
    pub table: usize,
}

/// What a person decided; it goes before what would be understood.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Choices {
    /// `None`: the table is not taken.
    pub kinds: BTreeMap<TableAt, Option<Kind>>,
    /// By table and column; `None`: the column is not taken.
    pub columns: BTreeMap<(TableAt, usize), Option<Meaning>>,
    /// By list and wording, as [`ValueUnderstood::wording`] has it.
    pub values: BTreeMap<(List, String), ValueChoice>,
    /// Which of two numbers of a date is the day.
    pub orders: BTreeMap<TableAt, DayOrder>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueChoice {
    /// It stands for this key of its list.
    Key(String),
    /// Kept as written and counted apart: for lists of the template only.
    AsWritten,
}

pub struct Settings<'a> {
    /// What is in the file already, with its template.
    pub programme: &'a Programme,
    /// The lock of women's safety work is open. While it is closed, nothing that a partner said is read.
    pub unlocked: bool,
    pub today: NaiveDate,
    pub choices: &'a Choices,
}

/// The cohort as it would be imported. Nothing is stored.
pub struct Understood {
    pub tables: Vec<TableUnderstood>,
    /// Every wording that belongs to a list, with what it was taken for; those that fit nothing first.
    pub values: Vec<ValueUnderstood>,
    /// In the order of the tables and rows.
    pub doubts: Vec<Doubt>,
    pub(super) records: Programme,
    pub(super) hers: Vec<HerRecord>,
}

impl fmt::Debug for Understood {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Understood")
            .field("tables", &self.tables)
            .finish_non_exhaustive()
    }
}

impl Understood {
    /// What is to be added: his side, and partners. Ids count from 1 and hold within the two only.
    pub fn records(&self) -> (Programme, Vec<Partner>) {
        let partners = self.hers.iter().map(HerRecord::partner);
        (self.records.clone(), partners.collect())
    }

    /// His side alone, for a screen that counts.
    pub fn his_side(&self) -> &Programme {
        &self.records
    }

    /// How many partners would be added.
    pub fn partners(&self) -> usize {
        self.hers.len()
    }

    /// Doubts of one row.
    pub fn doubts_of(&self, at: TableAt, row: usize) -> impl Iterator<Item = &Doubt> {
        let mut doubts = self.doubts.iter();
        std::iter::from_fn(move || {
            doubts.find(|doubt| doubt.table == Some(at) && doubt.row == Some(row))
        })
    }

    /// Whether there is anything to import.
    pub fn is_empty(&self) -> bool {
        let records = &self.records;
        records.men.is_empty()
            && records.costs.is_empty()
            && records.feedback.is_empty()
            && self.hers.is_empty()
    }
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TableUnderstood {
    pub at: TableAt,
    pub file: String,
    /// As it begins a place; empty for a text file.
    pub name: String,
    /// `None`: it was not understood, or a person left it out.
    pub kind: Option<Kind>,
    /// What the kind was told by.
    pub why: String,
    /// Indices of the rows of headings; both ends count.
    pub headings: Option<(usize, usize)>,
    pub columns: Vec<ColumnUnderstood>,
    #[serde(skip)]
    pub order: DayOrder,
    /// How many of its dates can be read with the day first and with the month first.
    #[serde(skip)]
    pub either_way: usize,
    /// One for each row of the table.
    pub fates: Vec<Fate>,
    /// The number of each row, as the file’s own program counts.
    pub numbers: Vec<u32>,
}

impl TableUnderstood {
    pub fn taken(&self) -> usize {
        let taken = self.fates.iter().filter(|fate| **fate == Fate::Taken);
        taken.count()
    }

    pub fn skipped(&self) -> usize {
        let fates = self.fates.iter();
        fates
            .filter(|fate| matches!(fate, Fate::Skipped(_)))
            .count()
    }
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ColumnUnderstood {
    /// As written, on one line; `column C` where there is none.
    pub heading: String,
    /// `None`: what stands in it is not taken.
    pub meaning: Option<Meaning>,
    /// What it was told by.
    pub why: String,
    /// Cells below the headings with something in them.
    pub filled: usize,
    /// What stands in it is a partner’s: it is for women's safety work only.
    pub hers: bool,
}

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// A title or note above the headings.
    Above,
    /// The headings, also where they are repeated.
    Heading,
    Blank,
    Taken,
    /// Why, as a sentence.
    Skipped(String),
}

/// A wording that belongs to a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ValueUnderstood {
    pub list: List,
    /// As it first stands there.
    pub wording: String,
    /// In how many cells it stands, whatever its capitals and punctuation.
    pub count: usize,
    /// `None`: it fits no key.
    pub key: Option<String>,
    /// It is recorded as written.
    pub as_written: bool,
    /// A person decided about it.
    pub chosen: bool,
}

/// Something that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Doubt {
    /// `None`: it is about the cohort as a whole.
    pub table: Option<TableAt>,
    /// Index among the table’s rows; `None`: it is about the table.
    pub row: Option<usize>,
    /// From 0.
    pub column: Option<usize>,
    /// “cohort.xlsx, sheet “Men”, row 4, “Referred on””.
    pub place: String,
    /// What stands there.
    pub wording: String,
    pub kind: DoubtKind,
    /// What is wrong or was assumed, and what was done with it.
    pub why: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DoubtKind {
    /// A date that cannot be, or is not certain.
    Date,
    /// Dates that cannot follow each other.
    Order,
    /// A wording that fits no key of its list.
    Value,
    /// A number that cannot be.
    Number,
    /// An age under 16 or over 100.
    Age,
    /// A case number that stands twice or is not known.
    Case,
    /// Something that the table does not say was taken from elsewhere.
    Assumed,
    /// Something that stands in the table and has no place in the records.
    NotKept,
    /// Something that is a partner’s.
    Hers,
}

/// Whether a column of this meaning holds what a partner said or is.
pub(super) fn is_hers(
    kind: Option<Kind>,
    meaning: Option<&Meaning>,
    template: &ProgrammeTemplate,
) -> bool {
    match meaning {
        _ if kind == Some(Kind::Partners) => true,
        Some(Meaning::Field(Field::HerAccount)) => true,
        Some(Meaning::Measure(key)) => {
            let mut measures = template.measures.iter();
            measures.any(|one| one.key == *key && one.of == MeasureOf::Partner)
        }
        _ => false,
    }
}
