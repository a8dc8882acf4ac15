//! What stands in each cell of a row, in words.

use crate::app::Open;
use crate::chronology::{Column, Grouping};
use crate::dates;
use crate::model::{Basis, Disclosure, Enquiry, Entry};

use super::detail::tag_name;

/// What a chip says besides its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    Plain,
    Accent,
    Doubt,
    Harm,
}

pub type Chip = (String, Ground);

pub fn what(entry: &Entry) -> &str {
    if entry.text.trim().is_empty() {
        entry.response.trim()
    } else {
        entry.text.trim()
    }
}

pub fn agency<'a>(open: &'a Open, entry: &Entry) -> &'a str {
    let agency = open.review.agency(entry.agency);
    agency.map_or("", |agency| agency.name.as_str())
}

pub fn wording(entry: &Entry) -> &str {
    let wording = entry.when.wording.trim();
    if wording.is_empty() {
        "No date"
    } else {
        wording
    }
}

/// What was understood of the wording, and what was assumed for it; none where the wording says it all.
pub fn understanding(entry: &Entry) -> Option<String> {
    let said = dates::spoken_beyond_wording(&entry.when).is_some();
    (said || entry.when.is_doubtful()).then(|| understood(entry))
}

fn understood(entry: &Entry) -> String {
    if !entry.when.is_understood() {
        return "not understood".to_owned();
    }
    let spoken = dates::spoken(&entry.when);
    match (
        entry.when.warnings.is_empty(),
        entry.when.inferred.is_empty(),
    ) {
        (false, _) => format!("{spoken} · look at this"),
        (true, false) => format!("{spoken} · something assumed"),
        (true, true) => spoken,
    }
}

/// The words of a column that holds plain text; empty where nothing was recorded.
pub fn words(open: &Open, index: usize, entry: &Entry, column: Column) -> String {
    match column {
        Column::When => understood(entry),
        Column::Agency => agency(open, entry).to_owned(),
        Column::Text => what(entry).to_owned(),
        Column::Response => entry.response.trim().to_owned(),
        Column::Seen => entry.seen.trim().to_owned(),
        Column::Recorder => entry.recorder.trim().to_owned(),
        Column::Source => source(entry),
        Column::Basis if entry.basis == Basis::NotStated => String::new(),
        Column::Basis => entry.basis.words().to_owned(),
        Column::Asked if entry.enquiry == Enquiry::NotRecorded => String::new(),
        Column::Asked => entry.enquiry.words().to_owned(),
        Column::Disclosed if entry.disclosure == Disclosure::NotRecorded => String::new(),
        Column::Disclosed => entry.disclosure.words().to_owned(),
        Column::Tags => {
            let tags = open.derived.tags(&open.review, entry.id);
            let names: Vec<&str> = tags
                .into_iter()
                .map(|key| tag_name(&open.review, key))
                .collect();
            names.join(", ")
        }
        Column::People => {
            let named = open.derived.people.in_entry(index).iter();
            let names: Vec<&str> = named
                .filter_map(|named| open.review.person(named.person))
                .map(|person| person.name.as_str())
                .collect();
            names.join(", ")
        }
        Column::Event => event(open, entry).unwrap_or_default(),
        Column::Claim => claim(open, entry).unwrap_or_default(),
    }
}

pub fn source(entry: &Entry) -> String {
    let source = &entry.source;
    match (source.file.is_empty(), source.place.is_empty()) {
        (true, true) => "Typed in by hand".to_owned(),
        (true, false) => source.place.clone(),
        (false, true) => source.file.clone(),
        (false, false) => format!("{}, {}", source.file, source.place),
    }
}

fn event(open: &Open, entry: &Entry) -> Option<String> {
    let event = open.chronology.event_of(&open.review, entry.id)?;
    let count = event.entries.len();
    Some(if event.name.trim().is_empty() {
        format!("{count} records, one event")
    } else {
        event.name.trim().to_owned()
    })
}

fn claim(open: &Open, entry: &Entry) -> Option<String> {
    open.derived.claims.of_entry(entry).badge()
}

/// A word that others dispute, or that is the perpetrator's alone, must not be taken for a fact; hers and a professional's are named
/// without a warning.
fn ground_of_claim(open: &Open, entry: &Entry) -> Ground {
    let claim = open.derived.claims.of_entry(entry);
    let alone = claim.basis == Basis::Perpetrator && claim.borne_out_by.is_empty();
    if alone || !claim.disputed_by.is_empty() {
        Ground::Harm
    } else {
        Ground::Plain
    }
}

/// What stands below the wording: what no column of its own shows.
pub fn chips(open: &Open, entry: &Entry) -> Vec<Chip> {
    let chronology = &open.chronology;
    let mut chips = Vec::new();
    if entry.withdrawn.is_some() {
        chips.push(("Withdrawn by a corrected return".to_owned(), Ground::Doubt));
    }
    if !chronology.shows(Column::Event) && chronology.grouping != Grouping::Event {
        chips.extend(event(open, entry).map(|event| (event, Ground::Accent)));
    }
    if !chronology.shows(Column::Claim) {
        let ground = ground_of_claim(open, entry);
        chips.extend(claim(open, entry).map(|claim| (claim, ground)));
    }
    if !chronology.shows(Column::Tags) {
        chips.extend(tag_chips(open, entry));
    }
    chips
}

pub fn tag_chips(open: &Open, entry: &Entry) -> Vec<Chip> {
    let tags = open.derived.tags(&open.review, entry.id);
    tags.into_iter()
        .map(|key| (tag_name(&open.review, key).to_owned(), Ground::Plain))
        .collect()
}

/// A row for somebody who hears it: when, who, what, and every other column that is shown and not empty.
pub fn aloud(open: &Open, index: usize, entry: &Entry) -> String {
    let mut said = format!(
        "{}, {}: {}",
        dates::spoken(&entry.when),
        agency(open, entry),
        what(entry)
    );
    for column in Column::ALL {
        let said_already = matches!(column, Column::When | Column::Agency | Column::Text);
        if said_already || !open.chronology.shows(column) {
            continue;
        }
        let words = words(open, index, entry, column);
        if !words.is_empty() {
            said.push_str(&format!(". {}: {words}", column.title()));
        }
    }
    for (chip, _) in chips(open, entry) {
        said.push_str(". ");
        said.push_str(&chip);
    }
    said
}
