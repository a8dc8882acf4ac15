//! An entry that no return holds: what the family told, a telephone call, a document read by the panel.

use chrono::NaiveDate;

use crate::app::{Open, Problem, chronology};
use crate::dates::{self, Context};
use crate::edits;
use crate::model::{AgencyId, Entry, EntryDraft, EntryId, When};
use crate::returns;

/// A part of an entry that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EntryPart {
    Date,
    Text,
    Response,
    Seen,
    Recorder,
    Document,
    Comment,
}

/// Adds an entry without words and shows it, so that it can be written. It is the current entry's agency's, else the first one's.
pub(super) fn add(open: &mut Open) -> Result<(), Problem> {
    let title = "No entry was added";
    let current = open.chronology.current.and_then(|id| open.review.entry(id));
    let filtered = match &open.chronology.filter.agencies[..] {
        [one] => Some(*one),
        _ => None,
    };
    let agency = filtered.or(current.map(|entry| entry.agency)).or(open
        .review
        .agencies
        .first()
        .map(|agency| agency.id));
    let Some(agency) = agency else {
        return Err(Problem::new(
            title,
            "An entry belongs to somebody who says so. Add an agency under People & agencies first; the family can be one.",
        ));
    };
    let entry = Entry::without_words(agency);
    let id = open.edit(title, |store| edits::add_entry(store, &entry))?;
    chronology::show(open, id);
    Ok(())
}

pub(super) fn set_agency(open: &mut Open, id: EntryId, agency: AgencyId) -> Result<(), Problem> {
    let Some(entry) = open.review.entry(id) else {
        return Ok(());
    };
    let draft = EntryDraft::of(entry);
    open.edit("The entry was not changed", |store| {
        edits::rewrite_entry(store, id, agency, &draft)
    })
}

/// Takes in what was typed as one part of the entry. A date that is not understood is kept as it was written, and listed.
pub(in crate::app) fn write(
    open: &mut Open,
    id: EntryId,
    part: EntryPart,
    text: &str,
    today: NaiveDate,
) -> Result<(), Problem> {
    let Some(entry) = open.review.entry(id) else {
        return Ok(());
    };
    let agency = entry.agency;
    let mut draft = EntryDraft::of(entry);
    let wording = match part {
        EntryPart::Date if text.trim() == draft.when.wording => return Ok(()),
        EntryPart::Date => {
            draft.when = understood(open, text.trim(), today)?;
            &mut draft.when.wording
        }
        EntryPart::Text => &mut draft.text,
        EntryPart::Response => &mut draft.response,
        EntryPart::Seen => &mut draft.seen,
        EntryPart::Recorder => &mut draft.recorder,
        EntryPart::Document => &mut draft.document,
        EntryPart::Comment => &mut draft.comment,
    };
    text.trim().clone_into(wording);
    open.edit("The entry was not changed", |store| {
        edits::rewrite_entry(store, id, agency, &draft)
    })
}

fn understood(open: &Open, text: &str, today: NaiveDate) -> Result<When, Problem> {
    let context = Context {
        anchors: returns::anchors(&open.review),
        periods: open.review.template.periods.clone().into(),
        ..Context::new(today)
    };
    let mut dates = dates::read(text, &context).dates;
    if dates.len() > 1 {
        return Err(Problem::new(
            format!("“{text}” holds more than one date"),
            "Each entry has one. Give one date here and add another entry for the other. What you typed is still in the field.",
        ));
    }
    Ok(dates.pop().unwrap_or_else(|| When::not_understood(text)))
}
