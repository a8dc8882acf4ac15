//! Spreadsheets of a cohort in, a programme’s records out: nothing lost, nothing assumed in silence.

use chrono::NaiveDate;
use lantern::intake::{Choices, Fate, Settings, Understood, understand};
use lantern::jobs::Silent;
use lantern::model::programme::{Programme, ProgrammeTemplate};
use lantern::returns::{ReturnFile, read_bytes};
use lantern::templates;

mod sample;

fn template() -> ProgrammeTemplate {
    templates::programme::built_in()[0].clone()
}

fn read(name: &str, bytes: &[u8]) -> ReturnFile {
    read_bytes(name, bytes, &Silent).expect(name)
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 4).expect("a day")
}

/// Understood with the lock open, as if nothing were in the file yet.
fn understood(files: &[ReturnFile], choices: &Choices) -> Understood {
    understood_by(files, choices, true)
}

fn understood_by(files: &[ReturnFile], choices: &Choices, unlocked: bool) -> Understood {
    let settings = Settings {
        programme: &Programme::new(template()),
        unlocked,
        today: today(),
        choices,
    };
    understand(files, &settings, &Silent).expect("not cancelled")
}

/// A line for each thing that a screen shows.
fn told(understood: &Understood) -> String {
    let mut told = String::new();
    let mut say = |line: String| {
        told.push_str(&line);
        told.push('\n');
    };
    for table in &understood.tables {
        say(format!(
            "{} {}: {:?} ({}); {} taken, {} skipped of {} rows; read {}",
            table.file,
            table.name,
            table.kind,
            table.why,
            table.taken(),
            table.skipped(),
            table.fates.len(),
            table.order.words()
        ));
        for column in &table.columns {
            say(format!(
                "    “{}” → {:?} {} ({} cells){}",
                column.heading,
                column.meaning,
                column.why,
                column.filled,
                if column.hers { ", hers" } else { "" }
            ));
        }
        for (row, fate) in table.fates.iter().enumerate() {
            match fate {
                Fate::Taken | Fate::Blank => {}
                Fate::Skipped(why) => say(format!("    row {row} skipped: {why}")),
                other => say(format!("    row {row}: {other:?}")),
            }
        }
    }
    for value in &understood.values {
        say(format!(
            "{:?} “{}” × {} → {:?}{}",
            value.list,
            value.wording,
            value.count,
            value.key,
            if value.as_written {
                ", kept as written"
            } else {
                ""
            }
        ));
    }
    for doubt in &understood.doubts {
        say(format!(
            "{:?} {}: “{}” {}",
            doubt.kind, doubt.place, doubt.wording, doubt.why
        ));
    }
    told
}
