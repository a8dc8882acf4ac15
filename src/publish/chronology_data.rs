//! The combined chronology as data for a layout.

use chrono::Datelike;
use serde_json::{Map, Value, json};

use super::entry_words::{Note, all_notes, asked_and_disclosed, basis, main_notes, source};
use super::lookup::Lookup;
use super::matter::{Matter, entries_in_words};
use super::{Edition, Options};
use crate::analysis::what_is_hidden;
use crate::dates;
use crate::model::{Entry, Review};

/// How much of each entry is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// As the report's appendix: what was recorded, response, who was seen, source, basis.
    Appendix,
    /// Everything the agency wrote, with the panel's tags.
    Whole,
}

/// An entry of fewer estimated lines is not divided between two pages.
const LINES_KEPT_TOGETHER: usize = 16;

/// `rows` are indices into `review.entries`, in the order of printing.
pub(super) fn data(
    review: &Review,
    rows: &[u32],
    options: &Options,
    detail: Detail,
    matter: &mut Matter,
) -> Value {
    let lookup = Lookup::of(review);
    let mut parts: Vec<(String, Vec<Value>)> = Vec::new();
    let mut headings = options
        .headings
        .as_deref()
        .unwrap_or_default()
        .iter()
        .peekable();
    for (place, &row) in rows.iter().enumerate() {
        let Some(entry) = review.entries.get(row as usize) else {
            continue;
        };
        let printed = entry_data(entry, &lookup, detail, matter);
        let title = match options.headings {
            None => Some(year_of(entry)),
            Some(_) => headings
                .next_if(|(at, _)| *at <= place)
                .map(|(_, title)| title.clone()),
        };
        match (parts.last_mut(), title) {
            (Some((_, entries)), None) => entries.push(printed),
            (Some((known, entries)), Some(title)) if *known == title => entries.push(printed),
            (_, title) => parts.push((title.unwrap_or_default(), vec![printed])),
        }
    }
    let years: Vec<Value> = parts
        .into_iter()
        .map(|(title, entries)| json!({ "title": matter.line(&title), "entries": entries }))
        .collect();
    let about = match detail {
        Detail::Appendix => about(review, rows, options),
        Detail::Whole => about_with_tags(review, rows, options),
    };
    json!({ "years": years, "about": matter.line(&about) })
}

/// As [`about`], and which tags are left out.
pub(super) fn about_with_tags(review: &Review, rows: &[u32], options: &Options) -> String {
    let about = about(review, rows, options);
    match what_is_hidden(review) {
        Some(hidden) => format!("{about} {hidden}"),
        None => about,
    }
}

/// What stands above the table: how many, whether that is all, and how to read it.
pub(super) fn about(review: &Review, rows: &[u32], options: &Options) -> String {
    let how_to_read = match options.edition {
        Edition::Working => {
            "The agency’s own wording comes first; what was understood of a date stands below it, with whatever had to be assumed."
        }
        Edition::Publication => {
            "The wording is the agencies’, with pseudonyms for names, kinds for places, and no date told to the day."
        }
    };
    if !options.note.is_empty() {
        return format!("Shown: {}. {how_to_read}", options.note);
    }
    if rows.is_empty() && !review.entries.is_empty() {
        return "No entry fits the filter.".to_owned();
    }
    if rows.is_empty() {
        return entries_in_words(0);
    }
    let count = if rows.len() < review.entries.len() {
        format!(
            "A filtered view: {} of {}",
            rows.len(),
            entries_in_words(review.entries.len())
        )
    } else {
        entries_in_words(rows.len())
    };
    format!("{count}, in order of the earliest time each can stand for. {how_to_read}")
}

fn year_of(entry: &Entry) -> String {
    let moment = entry.when.earliest.or(entry.when.latest);
    moment.map_or_else(
        || "Date not understood".to_owned(),
        |moment| moment.date.year().to_string(),
    )
}

fn entry_data(entry: &Entry, lookup: &Lookup, detail: Detail, matter: &mut Matter) -> Value {
    let when = &entry.when;
    let notes = match detail {
        Detail::Appendix => main_notes(entry),
        Detail::Whole => all_notes(entry),
    };
    let mut data = Map::new();
    let mut put = |key: &str, value: Value| {
        let empty = value.as_array().is_some_and(Vec::is_empty) || value.as_str() == Some("");
        if !empty {
            data.insert(key.to_owned(), value);
        }
    };
    put("number", json!(entry.id.to_string()));
    put("wording", matter.lines(&when.wording));
    put(
        "understood",
        matter.line(&dates::spoken_beyond_wording(when).unwrap_or_default()),
    );
    put("doubts", doubts(entry, matter));
    put("agency", matter.line(lookup.agency(entry)));
    put("recorded", matter.lines(&entry.text));
    put(
        "keep",
        json!(estimated_lines(entry, &notes) < LINES_KEPT_TOGETHER),
    );
    put("notes", notes_data(notes, matter));
    if detail == Detail::Whole {
        put("tags", matter.line(&lookup.tags(entry).join("; ")));
    }
    put("basis", json!(basis(entry, lookup.badge(entry))));
    put("asked", json!(asked_and_disclosed(entry)));
    put("source", matter.line(&source(entry)));
    Value::Object(data)
}

fn doubts(entry: &Entry, matter: &mut Matter) -> Value {
    let said = entry.when.inferred.iter().chain(&entry.when.warnings);
    said.map(|sentence| matter.line(sentence)).collect()
}

fn notes_data(notes: Vec<Note>, matter: &mut Matter) -> Value {
    notes
        .into_iter()
        .map(|(name, wording)| json!({ "name": matter.line(name), "lines": matter.lines(wording) }))
        .collect()
}

/// Lines of the widest column, at about fifty characters each.
fn estimated_lines(entry: &Entry, notes: &[Note]) -> usize {
    let lines =
        |text: &str| -> usize { text.lines().map(|line| 1 + line.chars().count() / 50).sum() };
    let noted: usize = notes.iter().map(|(_, wording)| lines(wording)).sum();
    let when: usize = entry
        .when
        .inferred
        .iter()
        .chain(&entry.when.warnings)
        .map(|sentence| 1 + sentence.chars().count() / 20)
        .sum();
    (lines(&entry.text) + noted).max(when + lines(&entry.when.wording) + 2)
}
