//! `lantern import`: everything is read and understood first; only then is anything stored.

mod agency;
mod mapping;
mod replaced;
mod told;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use super::console::Console;
use super::dates::Order;
use super::ending::{Ending, Fault};
use super::progress::Telling;
use super::review_file::{ReviewFile, today};
use crate::edits::{self, ReturnToImport};
use crate::model::{AgencyId, Habit, HabitId, Review};
use crate::returns::{self, Mapping, ReturnFile, Settings, Table, Understood};
use mapping::Wish;

/// Import agencies' returns: Excel, Word, CSV, as they were sent
///
/// The wording is kept with its file, row and cell. Whatever was assumed or not understood is listed. Nothing is stored
/// unless every file could be read; each return is one edit, which `lantern undo` takes back.
#[derive(Debug, Args)]
#[command(
    after_help = "--map takes a heading (date=\"When it happened\"), a column's letter (date=C) or its number (date=3); \
        none=COLUMN keeps a column as it is. KEY is one of date, time, text, response, seen, recorder, document, comment, basis, \
        enquiry, disclosure.\n\n\
        Example:\n  lantern import anna.lantern --agency \"Wexmoor Constabulary\" --sector police police_return.xlsx"
)]
pub(super) struct Import {
    #[command(flatten)]
    review: ReviewFile,
    /// The agency that sent them; entered in the register where it is not there yet
    #[arg(long, value_name = "NAME")]
    agency: String,
    /// Key of the sector of a new agency, as in the review's template
    #[arg(long, value_name = "KEY")]
    sector: Option<String>,
    /// What a column stands for, where it was not understood; may be given several times
    #[arg(long = "map", value_name = "KEY=COLUMN")]
    wishes: Vec<Wish>,
    /// Import this table of each file, counted from 1 [default: the one that looks like a chronology]
    #[arg(long, value_name = "NUMBER")]
    table: Option<usize>,
    /// The order of day and month in numbers [default: as the column's own dates show]
    #[arg(long, value_enum, value_name = "ORDER")]
    date_order: Option<Order>,
    /// Of several cases in a table import this one, by its name or title
    #[arg(long, value_name = "NAME")]
    case: Option<String>,
    /// Put it in the place of the return of this agency that was imported under this file name; with --dry-run only say
    /// what is new, changed and gone
    #[arg(long, value_name = "FILE_NAME")]
    replaces: Option<String>,
    /// Say what would be imported, and store nothing
    #[arg(long)]
    dry_run: bool,
    /// Import a return that was imported before, a second time
    #[arg(long)]
    again: bool,
    /// {files: [{file, tables: [{place, rows, imported, skipped: [{place, why}]}], doubts: [{place, row, column, wording, why}]}]}
    #[arg(long)]
    json: bool,
    /// The files
    #[arg(required = true, value_name = "RETURN")]
    returns: Vec<PathBuf>,
}

/// A return that was read and understood, and not stored yet.
struct Prepared {
    /// The file as it was sent, kept in the review.
    bytes: Arc<[u8]>,
    file: ReturnFile,
    /// Index of the table that is taken.
    table: usize,
    understood: Understood,
}

impl Prepared {
    fn table(&self) -> Option<&Table> {
        self.file.tables.get(self.table)
    }
}

impl Import {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        let mut store = if self.dry_run {
            self.review.open()?
        } else {
            self.review.open_to_change()?
        };
        let review = store.load()?;
        let agency = agency::find(&review, &self.agency, self.sector.as_deref())?;
        let id = match &agency {
            agency::Found::Known(id) => Some(*id),
            agency::Found::New(_) => None,
        };
        let prepared = self.prepare(&review, id, console)?;
        let replaced = self.replaced(&review, id, &prepared)?;
        if self.dry_run {
            if !self.json {
                console.say("Nothing was stored: this is what would be imported.")?;
            }
        } else {
            let id = match agency {
                agency::Found::Known(id) => id,
                agency::Found::New(new) => {
                    let id = edits::add_agency(&mut store, &new)?.value;
                    console.tell(&agency::entered(&review, &new));
                    id
                }
            };
            for one in &prepared {
                let new = to_import(one, id);
                match &replaced {
                    Some(replaced) => replaced.amend(&mut store, &new)?,
                    None => drop(edits::import_return(&mut store, &new, &Telling::new())?),
                }
            }
        }
        if self.json {
            let replaced = replaced.as_ref();
            let amendment = replaced
                .zip(prepared.first())
                .map(|(replaced, one)| replaced.as_json(one));
            console.json(&told::as_json(&prepared, !self.dry_run, amendment))?;
        } else {
            told::tell(&prepared, console)?;
            if let Some((replaced, one)) = replaced.as_ref().zip(prepared.first()) {
                replaced.tell(one, console)?;
            }
        }
        Ok(Ending::Done)
    }

    /// Reads and understands all returns. Every one that cannot be imported is named before it fails.
    fn prepare(
        &self,
        review: &Review,
        agency: Option<AgencyId>,
        console: &mut Console,
    ) -> Result<Vec<Prepared>, Fault> {
        let mut prepared = Vec::new();
        let mut faults = Vec::new();
        for path in &self.returns {
            let known: Vec<&str> = prepared
                .iter()
                .map(|one: &Prepared| one.file.sha256.as_str())
                .collect();
            match self.prepare_one(path, review, agency, &known) {
                Ok(one) => prepared.push(one),
                Err(fault) => faults.push(fault),
            }
        }
        let Some(last) = faults.pop() else {
            return Ok(prepared);
        };
        for fault in faults {
            console.tell(&fault.to_string());
        }
        if self.returns.len() > 1 {
            console.tell(
                "None of the returns was imported; import those that are sound without the others.",
            );
        }
        Err(last)
    }

    /// What a corrected return changes in the earlier one.
    fn replaced<'a>(
        &self,
        review: &'a Review,
        agency: Option<AgencyId>,
        prepared: &[Prepared],
    ) -> Result<Option<replaced::Replaced<'a>>, Fault> {
        let Some(name) = &self.replaces else {
            return Ok(None);
        };
        let [one] = prepared else {
            return Err(Fault::said(
                "One return replaces one: give a single file with --replaces. Nothing was imported.",
            ));
        };
        replaced::compare(review, agency, name, one).map(Some)
    }

    fn prepare_one(
        &self,
        path: &Path,
        review: &Review,
        agency: Option<AgencyId>,
        known: &[&str],
    ) -> Result<Prepared, Fault> {
        let progress = Telling::new();
        let (bytes, file) = returns::read_keeping(path, &progress)?;
        self.refuse_again(&file, review, known)?;
        let columns = &review.template.columns;
        let table = match self.table {
            Some(number) => number
                .checked_sub(1)
                .filter(|index| *index < file.tables.len())
                .ok_or_else(|| mapping::no_such_table(&file, number))?,
            None => file.proposed_table(columns),
        };
        let chosen = file
            .tables
            .get(table)
            .ok_or_else(|| mapping::no_such_table(&file, 1))?;
        let habit = review
            .habits
            .iter()
            .find(|habit| Some(habit.agency) == agency);
        let understand = |mapping: Option<&Mapping>| {
            let settings = Settings {
                mapping,
                order: self.date_order.map(Into::into),
                habit,
                case: self.case.as_deref(),
                anchors: returns::anchors(review),
                ..Settings::new(&review.template, today())
            };
            returns::understand(chosen, &settings, &progress)
        };
        let mut understood = understand(None)?;
        if !self.wishes.is_empty() {
            let columns = understood.columns.iter();
            let headings: Vec<&str> = columns.map(|column| &*column.heading).collect();
            let mapping = mapping::by_hand(chosen, &understood.mapping, &headings, &self.wishes)
                .map_err(|why| {
                    Fault::said(format!("“{}”: {why} Nothing was imported.", file.name))
                })?;
            understood = understand(Some(&mapping))?;
        }
        Ok(Prepared {
            bytes: bytes.into(),
            file,
            table,
            understood,
        })
    }

    fn refuse_again(
        &self,
        file: &ReturnFile,
        review: &Review,
        known: &[&str],
    ) -> Result<(), Fault> {
        let before = review
            .imports
            .iter()
            .any(|import| import.sha256 == file.sha256)
            || known.contains(&file.sha256.as_str());
        if before && !self.again {
            return Err(Fault::said(format!(
                "“{}” was imported before, byte for byte. Nothing was imported; give --again if it shall stand in the chronology twice.",
                file.name
            )));
        }
        Ok(())
    }
}

fn to_import(prepared: &Prepared, agency: AgencyId) -> ReturnToImport {
    ReturnToImport {
        agency,
        file: prepared.file.name.clone(),
        sha256: prepared.file.sha256.clone(),
        entries: prepared.understood.entries.clone(),
        doubts: prepared.understood.doubts.clone(),
        skipped: prepared.understood.skipped.clone(),
        bytes: Some(Arc::clone(&prepared.bytes)),
        habit: habit(prepared, agency),
    }
}

/// How the table was read, so that the agency's next return is read the same way.
fn habit(prepared: &Prepared, agency: AgencyId) -> Option<Habit> {
    let columns = returns::habit_of(prepared.table()?, &prepared.understood);
    (!columns.is_empty()).then_some(Habit {
        id: HabitId(0),
        agency,
        columns,
        day_first: None,
    })
}
