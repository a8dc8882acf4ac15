use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::safety::SafetyKey;
use crate::cli::console::Console;
use crate::cli::dates::Order;
use crate::cli::ending::{Ending, Fault};
use crate::cli::progress::Telling;
use crate::cli::review_file::{ReviewFile, today};
use crate::edits;
use crate::intake::{self, Choices, Fate, Meaning, Settings, TableAt, Understood, field_name};
use crate::returns::{self, ReturnFile};

/// Import the spreadsheets of a cohort: CSV, xlsx, xls, ods
///
/// Which kind of table each is, and what its columns stand for, is told by the headings. Whatever was assumed, does not fit or was not taken is listed
/// with its file, sheet, row and cell. All files are one import, which `lantern undo` takes back. What partners said needs the open lock of women’s
/// safety work.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit status 1 where nothing could be imported.\n\nExample:\n  lantern programme pilot.lantern import men.csv attendance.xlsx --dry-run"
)]
pub(super) struct Import {
    #[command(flatten)]
    safety: SafetyKey,
    /// The order of day and month in numbers [default: as each table’s own dates show]
    #[arg(long, value_enum, value_name = "ORDER")]
    date_order: Option<Order>,
    /// Say what would be imported, and store nothing
    #[arg(long)]
    dry_run: bool,
    /// {stored, men, partners, tables: [{file, table, kind, rows, taken, skipped: [{row, why}], columns: [{heading, meaning, why}]}],
    /// values: [{list, wording, count, key}], doubts: [{place, wording, kind, why}]}
    #[arg(long)]
    json: bool,
    /// The files
    #[arg(required = true, value_name = "COHORT")]
    cohort: Vec<PathBuf>,
}

impl Import {
    pub(super) fn run(self, file: &ReviewFile, console: &mut Console) -> Result<Ending, Fault> {
        let mut store = self.safety.open(file, !self.dry_run)?;
        let progress = Telling::new();
        let files = self
            .cohort
            .iter()
            .map(|path| returns::read(path, &progress))
            .collect::<Result<Vec<ReturnFile>, _>>()?;
        let mut choices = Choices::default();
        if let Some(order) = self.date_order {
            for (file, read) in files.iter().enumerate() {
                for table in 0..read.tables.len() {
                    let at = TableAt { file, table };
                    choices.orders.insert(at, order.into());
                }
            }
        }
        let programme = store.programme()?;
        let settings = Settings {
            programme: &programme,
            unlocked: store.is_unlocked(),
            today: today(),
            choices: &choices,
        };
        let understood = intake::understand(&files, &settings, &progress)?;
        drop(progress);
        let stored = !self.dry_run && !understood.is_empty();
        if stored {
            let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
            let (cohort, partners) = understood.records();
            edits::import_cohort(&mut store, &names.join(", "), &cohort, partners, today())?;
        }
        if self.json {
            console.json(&as_json(&understood, stored))?;
        } else {
            tell(&understood, stored, console)?;
        }
        Ok(match understood.is_empty() {
            true => Ending::No,
            false => Ending::Done,
        })
    }
}

fn tell(understood: &Understood, stored: bool, console: &mut Console) -> Result<(), Fault> {
    for table in &understood.tables {
        let place = match table.name.as_str() {
            "" => table.file.clone(),
            name => format!("{}, {name}", table.file),
        };
        let kind = table.kind.map_or("not taken", intake::Kind::words);
        console.say(&format!(
            "{place}: {kind}, {}; {} rows taken, {} skipped",
            table.why,
            table.taken(),
            table.skipped()
        ))?;
        for (row, why) in skipped(table) {
            console.say(&format!("  row {row} skipped: {why}"))?;
        }
    }
    for doubt in &understood.doubts {
        let wording = match doubt.wording.as_str() {
            "" => String::new(),
            wording => format!(" “{wording}”"),
        };
        console.say(&format!("{}:{wording} {}", doubt.place, doubt.why))?;
    }
    let (men, partners) = (understood.his_side().men.len(), understood.partners());
    console.say(&match (stored, understood.is_empty()) {
        (true, _) => format!("{men} men and {partners} partners were imported."),
        (false, true) => "Nothing could be imported.".to_owned(),
        (false, false) => format!(
            "Nothing was stored: this is what would be imported, {men} men and {partners} partners."
        ),
    })
}

fn skipped(table: &intake::TableUnderstood) -> impl Iterator<Item = (u32, &str)> {
    let fates = table.numbers.iter().zip(&table.fates);
    fates.filter_map(|(row, fate)| match fate {
        Fate::Skipped(why) => Some((*row, why.as_str())),
        _ => None,
    })
}

fn as_json(understood: &Understood, stored: bool) -> Value {
    let tables: Vec<Value> = understood
        .tables
        .iter()
        .map(|table| {
            let skipped = skipped(table).map(|(row, why)| json!({ "row": row, "why": why }));
            let columns = table.columns.iter().map(|column| {
                json!({
                    "heading": column.heading,
                    "meaning": column.meaning.as_ref().map(meaning),
                    "why": column.why,
                })
            });
            json!({
                "file": table.file,
                "table": table.name,
                "kind": table.kind,
                "rows": table.fates.len(),
                "taken": table.taken(),
                "skipped": skipped.collect::<Vec<_>>(),
                "columns": columns.collect::<Vec<_>>(),
            })
        })
        .collect();
    let doubts = understood.doubts.iter().map(|doubt| {
        json!({ "place": doubt.place, "wording": doubt.wording, "kind": doubt.kind, "why": doubt.why })
    });
    let values = understood.values.iter().map(|value| {
        json!({ "list": value.list, "wording": value.wording, "count": value.count, "key": value.key })
    });
    json!({
        "stored": stored,
        "men": understood.his_side().men.len(),
        "partners": understood.partners(),
        "tables": tables,
        "values": values.collect::<Vec<_>>(),
        "doubts": doubts.collect::<Vec<_>>(),
    })
}

fn meaning(meaning: &Meaning) -> String {
    match meaning {
        Meaning::Field(field) => field_name(*field).to_owned(),
        Meaning::Measure(key) => format!("Measure “{key}”"),
        Meaning::Substance(key) => format!("Substance “{key}”"),
        Meaning::Session(day) => format!("Session on {day}"),
        Meaning::Question(number) => format!("Question {number}"),
        Meaning::Referral(key) => format!("Question “{key}” of the referral form"),
    }
}
