//! Evaluators’ spreadsheets of a cohort become a programme’s records: who was referred, what became of him, what was measured.
//!
//! [`understand`] takes files as [`crate::returns`] reads them, tells by the headings which kind of table each is ([`Kind`]), what each column
//! stands for, and what became of each row. Nothing is lost: a row is taken, or skipped with the reason; whatever was assumed or does not fit is a
//! [`Doubt`] with its file, sheet, row and cell. What a programme's template does not know is kept as it was written. An empty cell was not asked;
//! “not known” was asked and not learned; neither is “no”. Every choice of a person ([`Choices`]) goes before what was understood.
//!
//! What partners said is on the other side of the wall: it goes into [`crate::wall::Partner`] alone, and only while the lock of women's safety work
//! is open. Headings and other words for values stand as data in `cohort-words/`. Nothing is stored here.

mod attendance;
mod building;
mod children;
mod columns;
mod costs;
mod days;
mod feedback;
mod field;
mod follow_up;
mod line;
mod measures;
mod men;
mod partners;
mod samples;
mod sheet;
mod substances;
mod told;
mod understood;
mod vocabulary;
mod way;
mod words;

pub use costs::pence;
pub use field::{Field, Kind, List, Meaning};
pub use understood::{
    Choices, ColumnUnderstood, Doubt, DoubtKind, Fate, Settings, TableAt, TableUnderstood,
    Understood, ValueChoice, ValueUnderstood,
};
pub use vocabulary::{field_name, fields_of};

use crate::jobs::{Cancelled, Progress};
use crate::returns::ReturnFile;
use building::Building;
use sheet::Sheet;

/// Understands the tables of `files` together: men first, then what the other tables say of them.
///
/// # Errors
/// Only [`Cancelled`]: what cannot be understood is a skipped row or a doubt.
pub fn understand(
    files: &[ReturnFile],
    settings: &Settings<'_>,
    progress: &dyn Progress,
) -> Result<Understood, Cancelled> {
    let sheets: Vec<Sheet<'_>> = Sheet::all(files, settings);
    let total = sheets.iter().map(|sheet| sheet.table.rows.len() as u64);
    let total: u64 = total.sum();
    let mut building = Building::new(settings);
    let mut fates: Vec<Vec<Fate>> = sheets.iter().map(Sheet::before_reading).collect();
    let mut done = 0;
    for kind in Kind::ALL {
        let of_kind = sheets.iter().zip(&mut fates);
        for (sheet, fates) in of_kind.filter(|(sheet, _)| sheet.kind == Some(kind)) {
            building.about_the_table(sheet);
            for row in sheet.rows_below() {
                progress.report(done, Some(total), "Understanding the cohort")?;
                done += 1;
                fates[row] = building.row(sheet, row, fates[row].clone());
            }
        }
    }
    Ok(building.finished(sheets, fates))
}
