//! What a template must hold beyond its form: unique keys, references that lead somewhere, columns that agree.

mod combining;
mod publication;
mod rules;

use std::collections::HashMap;

use crate::dates::fault_of_period;
use crate::model::{ColumnKey, PlanColumnKey, Template};

/// Something wrong, and its place as in `clock.limits.0.from`.
pub(super) struct Fault {
    pub(super) place: String,
    pub(super) reason: String,
}

impl Fault {
    pub(super) fn at(place: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            reason: reason.into(),
        }
    }
}

/// The first fault in the order of the file's parts; `None` where the template is sound.
pub(super) fn first(template: &Template, name: &str) -> Option<Fault> {
    naming(template, name)
        .or_else(|| rounds(template))
        .or_else(|| clock(template))
        .or_else(|| sections(template))
        .or_else(|| sectors(template))
        .or_else(|| columns(template))
        .or_else(|| weaknesses(template))
        .or_else(|| plan(template))
        .or_else(|| periods(template))
        .or_else(|| combining::first(template))
        .or_else(|| publication::first(template))
}

/// A template is known by the name of its file.
pub(super) fn misnamed(within: &str, file: &str) -> Option<Fault> {
    (within != file).then(|| {
        Fault::at(
            "name",
            format!(
                "The file is called “{file}”, but the name in it is “{within}”. Make them the same."
            ),
        )
    })
}

fn naming(template: &Template, name: &str) -> Option<Fault> {
    if let Some(fault) = misnamed(&template.name, name) {
        return Some(fault);
    }
    blank([
        ("name".to_owned(), &template.name),
        ("title".to_owned(), &template.title),
        ("label".to_owned(), &template.label),
    ])
}

fn rounds(template: &Template) -> Option<Fault> {
    /// More than any panel is asked: a slip of the hand.
    const MOST_ROUNDS: usize = 12;
    let sound = (1..=MOST_ROUNDS).contains(&template.least_rounds);
    (!sound).then(|| {
        Fault::at(
            "least_rounds",
            format!("The panel is asked for comments between 1 and {MOST_ROUNDS} times before publication."),
        )
    })
}

fn clock(template: &Template) -> Option<Fault> {
    let dates = &template.clock.dates;
    let keys = dates.iter().map(|date| date.key.as_str());
    let names = dates
        .iter()
        .enumerate()
        .map(|(at, date)| (format!("clock.dates.{at}.name"), &date.name));
    keys_fault("clock.dates", keys)
        .or_else(|| blank(names))
        .or_else(|| limits(template))
}

fn limits(template: &Template) -> Option<Fault> {
    /// Longer than any limit that makes sense: a slip of the hand.
    const MOST_MONTHS: u32 = 240;
    let place_of = |key: &str| template.clock.dates.iter().position(|date| date.key == key);
    for (at, limit) in template.clock.limits.iter().enumerate() {
        let here = |field: &str| format!("clock.limits.{at}.{field}");
        let unknown = |field: &str, key: &str| {
            Fault::at(
                here(field),
                format!(
                    "The limit names the date “{key}”, which is not among the dates of the clock. Add it there or correct it here."
                ),
            )
        };
        let Some(from) = place_of(&limit.from) else {
            return Some(unknown("from", &limit.from));
        };
        let Some(to) = place_of(&limit.to) else {
            return Some(unknown("to", &limit.to));
        };
        if from >= to {
            return Some(Fault::at(
                here("to"),
                format!(
                    "The limit runs from “{}” to “{}”, which does not come after it on the clock.",
                    limit.from, limit.to
                ),
            ));
        }
        if !(1..=MOST_MONTHS).contains(&limit.months) {
            return Some(Fault::at(
                here("months"),
                format!("A limit is between 1 and {MOST_MONTHS} months long."),
            ));
        }
        if limit.source.trim().is_empty() {
            return Some(Fault::at(
                here("source"),
                "Say where this limit comes from: the report prints it.",
            ));
        }
    }
    None
}

fn sections(template: &Template) -> Option<Fault> {
    let list = &template.sections;
    if let Some(at) = list.iter().position(|one| one.appendix && one.summary) {
        return Some(Fault::at(
            format!("sections.{at}.summary"),
            "A section is an appendix of the report or a part of the executive summary, not both. Take one of the two out.",
        ));
    }
    if list.iter().all(|one| one.appendix || one.summary) {
        return Some(Fault::at(
            "sections",
            "The report needs at least one section that is not an appendix.",
        ));
    }
    keys_fault("sections", list.iter().map(|section| section.key.as_str())).or_else(|| {
        blank(
            list.iter()
                .enumerate()
                .map(|(at, section)| (format!("sections.{at}.title"), &section.title)),
        )
    })
}

fn sectors(template: &Template) -> Option<Fault> {
    let list = &template.sectors;
    keys_fault("sectors", list.iter().map(|sector| sector.key.as_str())).or_else(|| {
        blank(
            list.iter()
                .enumerate()
                .map(|(at, sector)| (format!("sectors.{at}.name"), &sector.name)),
        )
    })
}

fn columns(template: &Template) -> Option<Fault> {
    for needed in [ColumnKey::Date, ColumnKey::Text] {
        if !template.columns.iter().any(|column| column.key == needed) {
            return Some(Fault::at(
                "columns",
                format!(
                    "The chronology needs a column with key = “{}”.",
                    needed.key()
                ),
            ));
        }
    }
    let keys = template.columns.iter().map(|column| column.key.key());
    keys_fault("columns", keys)
        .or_else(|| {
            blank(
                template
                    .columns
                    .iter()
                    .enumerate()
                    .map(|(at, column)| (format!("columns.{at}.name"), &column.name)),
            )
        })
        .or_else(|| headings(template))
}

fn headings(template: &Template) -> Option<Fault> {
    let mut owners: HashMap<&str, &str> = HashMap::new();
    for (at, column) in template.columns.iter().enumerate() {
        for (number, heading) in column.headings.iter().enumerate() {
            let here = format!("columns.{at}.headings.{number}");
            if heading.trim().is_empty() || heading.trim() != heading {
                return Some(Fault::at(
                    here,
                    format!("The heading “{heading}” is empty or has spaces around it."),
                ));
            }
            if heading.to_lowercase() != *heading {
                return Some(Fault::at(
                    here,
                    format!(
                        "Write the heading “{heading}” in lower case; capitals in returns are understood all the same."
                    ),
                ));
            }
            if let Some(other) = owners.insert(heading, column.key.key()) {
                return Some(Fault::at(
                    here,
                    format!(
                        "The heading “{heading}” stands twice, under “{other}” and “{}”. Keep one, so that a return is read in one way only.",
                        column.key.key()
                    ),
                ));
            }
        }
    }
    None
}

fn weaknesses(template: &Template) -> Option<Fault> {
    let list = &template.weaknesses;
    keys_fault(
        "weaknesses",
        list.iter().map(|weakness| weakness.key.as_str()),
    )
    .or_else(|| {
        blank(list.iter().enumerate().flat_map(|(at, weakness)| {
            [
                (format!("weaknesses.{at}.name"), &weakness.name),
                (format!("weaknesses.{at}.definition"), &weakness.definition),
            ]
        }))
    })
    .or_else(|| rules::first(template))
}

fn plan(template: &Template) -> Option<Fault> {
    let list = &template.plan_columns;
    let mut seen: Vec<PlanColumnKey> = Vec::new();
    for (at, column) in list.iter().enumerate() {
        if seen.contains(&column.key) {
            return Some(Fault::at(
                format!("plan_columns.{at}.key"),
                "This column of the action plan stands there twice. Keep one.",
            ));
        }
        seen.push(column.key);
    }
    let printed = |key: PlanColumnKey| {
        list.iter()
            .any(|column| column.key == key && column.printed)
    };
    if !printed(PlanColumnKey::Recommendation) || !printed(PlanColumnKey::Action) {
        return Some(Fault::at(
            "plan_columns",
            "The action plan needs the columns “recommendation” and “action”, both with printed = true.",
        ));
    }
    blank(
        list.iter()
            .enumerate()
            .map(|(at, column)| (format!("plan_columns.{at}.title"), &column.title)),
    )
}

fn periods(template: &Template) -> Option<Fault> {
    let mut names: Vec<&str> = Vec::new();
    for (at, period) in template.periods.iter().enumerate() {
        let here = |field: &str| format!("periods.{at}.{field}");
        if let Some(fault) = blank([(here("name"), &period.name)]) {
            return Some(fault);
        }
        if names.contains(&period.name.as_str()) {
            return Some(Fault::at(
                here("name"),
                format!(
                    "The period “{}” stands twice in this list. Keep one, or give the second another name.",
                    period.name
                ),
            ));
        }
        names.push(&period.name);
        if period.words.is_empty() {
            return Some(Fault::at(
                here("words"),
                "Without words nobody’s wording can mean this period. Give at least one.",
            ));
        }
        let unusable = |word: &&String| word.trim().is_empty() || **word != word.to_lowercase();
        if let Some(word) = period.words.iter().find(unusable) {
            return Some(Fault::at(
                here("words"),
                format!("“{word}” must be words in small letters: “christmas eve”."),
            ));
        }
        if let Some((field, reason)) = fault_of_period(period) {
            return Some(Fault::at(here(field), reason));
        }
    }
    None
}

/// Keys are lower_snake_case and stand once in their list.
fn keys_fault<'a>(list: &str, keys: impl Iterator<Item = &'a str>) -> Option<Fault> {
    let mut seen: Vec<&str> = Vec::new();
    for (at, key) in keys.enumerate() {
        let place = format!("{list}.{at}.key");
        let plain = key.starts_with(|letter: char| letter.is_ascii_lowercase())
            && key.chars().all(|letter| {
                letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_'
            });
        if !plain {
            return Some(Fault::at(
                place,
                format!(
                    "The key “{key}” may have small letters a to z, digits and _ only, and begins with a letter."
                ),
            ));
        }
        if seen.contains(&key) {
            return Some(Fault::at(
                place,
                format!(
                    "The key “{key}” stands twice in this list. Keep one, or give the second another key."
                ),
            ));
        }
        seen.push(key);
    }
    None
}

fn blank<'a>(fields: impl IntoIterator<Item = (String, &'a String)>) -> Option<Fault> {
    fields
        .into_iter()
        .find(|(_, text)| text.trim().is_empty())
        .map(|(place, _)| {
            let field = place.rsplit('.').next().unwrap_or(&place).to_owned();
            Fault::at(
                place,
                format!("“{field}” is empty. Write something between the quotation marks."),
            )
        })
}
