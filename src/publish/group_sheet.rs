//! The sheet of a group as one page, for those who run it.

use std::path::Path;

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use super::Made;
use super::characters::counted;
use super::error::PublishError;
use super::matter::Matter;
use super::single::write_single;
use super::typesetting::Layout;
use crate::dates::spoken_date;
use crate::model::programme::Mark;
use crate::programme::{GroupSheet, SheetLine};

/// Sessions that a page has room for.
pub const SHEET_SESSIONS: usize = 12;

const SUBJECT: &str = "Group sheet";
const MARKING: &str = "For the facilitators of this group only";
const NOTE: &str = "Lock it away after the session, and destroy it when the next one is printed. It is never shown to the men, and nobody tells one \
     of them what stands beside his name.";

/// Writes the sheet of a group of the programme called `title` as a PDF to `path`.
pub fn write_group_sheet(
    title: &str,
    sheet: &GroupSheet,
    path: &Path,
) -> Result<Made, PublishError> {
    let mut matter = Matter::default();
    let data = data(title, sheet, &mut matter);
    let made = write_single((Layout::GroupSheet, SUBJECT), &data, sheet.on, path)?;
    Ok(Made {
        notes: matter.notes(),
        ..made
    })
}

/// All that the page is made of.
pub fn group_sheet_data(title: &str, sheet: &GroupSheet) -> Value {
    data(title, sheet, &mut Matter::default())
}

fn data(title: &str, sheet: &GroupSheet, matter: &mut Matter) -> Value {
    let on = sheet.on;
    let taken = sheet.lines.len();
    let lines: Vec<Value> = sheet
        .lines
        .iter()
        .map(|line| one(line, on, matter))
        .collect();
    let sessions: Vec<Value> = sheet
        .sessions
        .iter()
        .map(|(number, day)| json!({ "number": number.to_string(), "day": day.format("%-d/%-m").to_string() }))
        .collect();
    json!({
        "about": {
            "title": matter.plain(&format!("{SUBJECT}: {}", sheet.group)),
            "label": "Perpetrator programme",
            "subject": SUBJECT,
            "facts": [
                { "name": "Programme", "value": matter.line(title) },
                { "name": "As of", "value": spoken_date(on) },
                { "name": "Places", "value": format!("{taken} of {} taken", sheet.places) },
            ],
            "reference": "",
            "author": "",
            "description": format!("{SUBJECT}. {MARKING}"),
            "date": [on.year(), on.month(), on.day()],
            "version": spoken_date(on),
            "fictional": false,
            "fictional_words": "",
            "marking": MARKING,
        },
        "sessions": sessions,
        "lines": lines,
        "note": NOTE,
    })
}

fn one(line: &SheetLine, on: NaiveDate, matter: &mut Matter) -> Value {
    let register = &line.register;
    let marks = line.marks.iter().map(|mark| match mark {
        None => "",
        Some(None) => "–",
        Some(Some(Mark::Attended)) => "A",
        Some(Some(Mark::MadeUp(day))) if *day <= on => "U",
        Some(Some(Mark::Missed | Mark::MadeUp(_))) => "M",
    });
    let runs = register.runs.iter().filter(|run| run.length > 1);
    let runs = runs.map(|run| {
        let days = format!(
            "{} in a row, {} to {}",
            counted(run.length, "session", "sessions"),
            spoken_date(run.from),
            spoken_date(run.to)
        );
        json!({ "words": days, "significant": run.significant_on.is_some() })
    });
    let kept = line.keep_in_mind.iter();
    json!({
        "called": matter.line(&line.called),
        "since": spoken_date(line.since),
        "attended": format!("{} of {}", register.counted(), register.week()),
        "made_up": register.made_up.to_string(),
        "missed": register.missed.to_string(),
        "marks": marks.collect::<Vec<_>>(),
        "runs": runs.collect::<Vec<_>>(),
        "keep_in_mind": kept.map(|name| matter.line(name)).collect::<Vec<_>>(),
    })
}
