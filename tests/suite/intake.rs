//! Spreadsheets of a cohort in, a programme’s records out: nothing lost, nothing assumed in silence.

use std::path::PathBuf;

use chrono::NaiveDate;
use lantern::intake::{Choices, Fate, Settings, Understood, understand};
use lantern::jobs::Silent;
use lantern::model::programme::{Programme, ProgrammeTemplate};
use lantern::returns::{ReturnFile, read_bytes};
use lantern::templates;

mod bad_input;
mod choices;
mod keeps;
mod messy;
mod sample;
mod stored;
mod wall;

fn template() -> ProgrammeTemplate {
    templates::programme::built_in()[0].clone()
}

fn read(name: &str, bytes: &[u8]) -> ReturnFile {
    read_bytes(name, bytes, &Silent).expect(name)
}

fn fixture(name: &str) -> ReturnFile {
    let folder = PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/intake"
    ));
    read(name, &std::fs::read(folder.join(name)).expect(name))
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

/// One text file understood.
fn csv(text: &str) -> Understood {
    understood(&[read("men.csv", text.as_bytes())], &Choices::default())
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
            "# {} {}: {:?} ({}); {} taken, {} skipped of {} rows; read {}",
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
        for (row, fate) in table.numbers.iter().zip(&table.fates) {
            match fate {
                Fate::Taken | Fate::Blank => {}
                Fate::Skipped(why) => say(format!("    row {row} skipped: {why}")),
                other => say(format!("    row {row}: {other:?}")),
            }
        }
    }
    say("# Values".to_owned());
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
    say("# Doubts".to_owned());
    for doubt in &understood.doubts {
        say(format!(
            "{:?} {}: “{}” {}",
            doubt.kind, doubt.place, doubt.wording, doubt.why
        ));
    }
    say(format!("# Records, and {} partners", understood.partners()));
    let records = understood.his_side();
    for man in &records.men {
        let words = serde_json::to_value(man).expect("a man is plain data");
        say(without_empty(&words));
    }
    for group in &records.groups {
        say(format!("{group:?}"));
    }
    say(format!(
        "{} sessions, {} marks",
        records.sessions.len(),
        records.attendance.len()
    ));
    for cost in &records.costs {
        say(format!("{cost:?}"));
    }
    for form in &records.feedback {
        say(format!("{form:?}"));
    }
    told
}

/// What is recorded of a man, without what is not.
fn without_empty(man: &serde_json::Value) -> String {
    let fields = man.as_object().expect("a man has fields").iter();
    let fields = fields.filter(|(_, value)| {
        !value.is_null() && *value != &serde_json::json!([]) && *value != &serde_json::json!("")
    });
    let fields: Vec<String> = fields
        .map(|(name, value)| format!("{name} {value}"))
        .collect();
    fields.join("\n    ")
}
