//! The combined chronology as JSON: an interface, described in the manual.

use std::collections::HashMap;
use std::io::Write;

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

use crate::analysis::what_is_hidden;
use crate::chronology::{self, Claims, PeopleIndex};
use crate::cli::words;
use crate::dates;
use crate::model::{
    Basis, Certainty, Disclosure, Enquiry, Entry, EntryId, Moment, Precision, Review,
};

#[derive(Serialize)]
struct Chronology<'a> {
    entries: Entries<'a>,
    /// A sentence on the tags that are left out while a blind coding is open; `null`: none are.
    hidden: Option<String>,
}

/// Written one after the other, so that a long chronology is never held twice.
struct Entries<'a> {
    review: &'a Review,
    people: PeopleIndex,
    order: Vec<u32>,
    tags: HashMap<EntryId, Vec<&'a str>>,
    events: HashMap<EntryId, i64>,
    claims: Claims,
}

#[derive(Serialize)]
struct EntryRecord<'a> {
    id: i64,
    agency: &'a str,
    /// Key of the template's sector; empty: the agency has none.
    sector: &'a str,
    file: &'a str,
    place: &'a str,
    row: u32,
    date_wording: &'a str,
    earliest: Option<Moment>,
    latest: Option<Moment>,
    /// `HH:MM` where a time of day is known.
    time: Option<String>,
    precision: Precision,
    certainty: Certainty,
    edtf: Option<String>,
    /// What was assumed and what is doubtful about the date, as sentences.
    flags: Vec<&'a str>,
    text: &'a str,
    response: &'a str,
    seen: &'a str,
    recorder: &'a str,
    document: &'a str,
    comment: &'a str,
    basis: Basis,
    enquiry: Enquiry,
    disclosure: Disclosure,
    /// Other columns of the return, as [heading, wording].
    other: &'a [(String, String)],
    /// Names as in the register of people.
    people: Vec<&'a str>,
    /// The event that this entry was joined to; `null`: to none.
    event: Option<i64>,
    tags: &'a [&'a str],
    /// “Claim: the victim’s own word, disputed”; `null`: a first-hand record that stands undisputed, or no basis is stated.
    claim: Option<String>,
    /// The agency's corrected return no longer has it.
    withdrawn: bool,
}

pub(super) fn write(review: &Review, out: &mut dyn Write) -> std::io::Result<()> {
    let chronology = Chronology {
        entries: Entries {
            review,
            people: PeopleIndex::of(review),
            order: chronology::in_order(review),
            tags: tags(review),
            events: events(review),
            claims: Claims::of(review),
        },
        hidden: what_is_hidden(review),
    };
    serde_json::to_writer_pretty(&mut *out, &chronology)?;
    writeln!(out)
}

impl Serialize for Entries<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut sequence = serializer.serialize_seq(Some(self.order.len()))?;
        for &index in &self.order {
            if let Some(entry) = self.review.entries.get(index as usize) {
                sequence.serialize_element(&self.record(index as usize, entry))?;
            }
        }
        sequence.end()
    }
}

impl<'a> Entries<'a> {
    fn record(&'a self, index: usize, entry: &'a Entry) -> EntryRecord<'a> {
        let review = self.review;
        let agency = review.agency(entry.agency);
        let when = &entry.when;
        EntryRecord {
            id: entry.id.0,
            agency: agency.map_or("", |agency| &agency.name),
            sector: agency.map_or("", |agency| &agency.sector),
            file: &entry.source.file,
            place: &entry.source.place,
            row: entry.source.row,
            date_wording: &when.wording,
            earliest: when.earliest,
            latest: when.latest,
            time: time(when.earliest),
            precision: when.precision,
            certainty: words::certainty(when),
            edtf: dates::edtf(when),
            flags: flags(entry),
            text: &entry.text,
            response: &entry.response,
            seen: &entry.seen,
            recorder: &entry.recorder,
            document: &entry.document,
            comment: &entry.comment,
            basis: entry.basis,
            enquiry: entry.enquiry,
            disclosure: entry.disclosure,
            other: &entry.other,
            people: self.names(index),
            event: self.events.get(&entry.id).copied(),
            tags: self.tags.get(&entry.id).map_or(&[], Vec::as_slice),
            claim: self.claims.of_entry(entry).badge(),
            withdrawn: entry.withdrawn.is_some(),
        }
    }

    fn names(&self, index: usize) -> Vec<&str> {
        let named = self.people.in_entry(index).iter();
        named
            .filter_map(|named| self.review.person(named.person))
            .map(|person| person.name.as_str())
            .collect()
    }
}

fn time(moment: Option<Moment>) -> Option<String> {
    moment
        .and_then(|moment| moment.time)
        .map(|time| time.format("%H:%M").to_string())
}

fn flags(entry: &Entry) -> Vec<&str> {
    let when = &entry.when;
    let said: Vec<&str> = when
        .inferred
        .iter()
        .chain(&when.warnings)
        .map(String::as_str)
        .collect();
    if said.is_empty() && !when.is_understood() {
        return vec!["No date was understood."];
    }
    said
}

fn events(review: &Review) -> HashMap<EntryId, i64> {
    let events = review.events.iter();
    events
        .flat_map(|event| event.entries.iter().map(|entry| (*entry, event.id.0)))
        .collect()
}

/// Names of the weaknesses that entries were tagged with, each once.
fn tags(review: &Review) -> HashMap<EntryId, Vec<&str>> {
    let mut tags: HashMap<EntryId, Vec<&str>> = HashMap::new();
    for tagging in &review.taggings {
        let name = review.tag_name(&tagging.weakness);
        let names = tags.entry(tagging.entry).or_default();
        // Two coders may have seen the same in one entry.
        if !names.contains(&name) {
            names.push(name);
        }
    }
    tags
}
