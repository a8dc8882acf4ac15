use chrono::NaiveDate;

use super::dates::{a_day, understood};
use super::{AgencyPart, DetailPart, PausePart};
use crate::app::{Open, Problem};
use crate::edits;
use crate::model::{AgencyId, EntryId, KeyDate, KeyDateId, PauseId};

pub(super) fn store_detail(
    open: &mut Open,
    part: DetailPart,
    text: &str,
    today: NaiveDate,
) -> Result<(), Problem> {
    let mut details = open.review.details.clone();
    match part {
        DetailPart::Title => text.trim().clone_into(&mut details.title),
        DetailPart::Label => text.trim().clone_into(&mut details.label),
        DetailPart::Partnership => text.trim().clone_into(&mut details.partnership),
        DetailPart::Chair => text.trim().clone_into(&mut details.chair),
        DetailPart::Reference => text.trim().clone_into(&mut details.reference),
        DetailPart::ScopeFrom => details.scope_from = a_day(text, &open.review, today)?,
        DetailPart::ScopeUntil => details.scope_until = a_day(text, &open.review, today)?,
    }
    open.edit("The details were not saved", |store| {
        edits::change_details(store, &details)
    })
}

pub(super) fn store_key_date(
    open: &mut Open,
    index: usize,
    text: &str,
    today: NaiveDate,
) -> Result<(), Problem> {
    let Some(date) = open.review.template.clock.dates.get(index).cloned() else {
        return Ok(());
    };
    let present = open
        .review
        .key_date(&date.key)
        .map(|present| (present.id, present.when.wording.clone()));
    let title = "The date was not saved";
    match (text.trim(), present) {
        ("", Some((id, _))) => open.edit(title, |store| edits::remove_key_date(store, id)),
        ("", None) => Ok(()),
        (wording, Some((_, old))) if wording == old => Ok(()),
        (wording, present) => {
            let key_date = KeyDate {
                id: present.map_or(KeyDateId(0), |(id, _)| id),
                kind: date.key,
                label: date.name,
                when: understood(wording, &open.review, today)?,
            };
            open.edit(title, |store| edits::set_key_date(store, &key_date))
                .map(drop)
        }
    }
}

pub(super) fn store_pause(
    open: &mut Open,
    id: PauseId,
    part: PausePart,
    text: &str,
    today: NaiveDate,
) -> Result<(), Problem> {
    let Some(mut pause) = open
        .review
        .pauses
        .iter()
        .find(|pause| pause.id == id)
        .cloned()
    else {
        return Ok(());
    };
    match part {
        PausePart::From => {
            pause.from = a_day(text, &open.review, today)?.ok_or_else(|| {
                Problem::new(
                    "The pause was not changed",
                    "A pause needs the day on which it began.",
                )
            })?;
        }
        PausePart::Until => pause.until = a_day(text, &open.review, today)?,
        PausePart::Reason => text.trim().clone_into(&mut pause.reason),
    }
    open.edit("The pause was not changed", |store| {
        edits::change_pause(store, &pause)
    })
}

pub(super) fn store_agency(
    open: &mut Open,
    id: AgencyId,
    part: AgencyPart,
    text: &str,
    today: NaiveDate,
) -> Result<(), Problem> {
    let Some(mut agency) = open.review.agency(id).cloned() else {
        return Ok(());
    };
    match part {
        AgencyPart::Name => text.trim().clone_into(&mut agency.name),
        AgencyPart::Due => agency.due = a_day(text, &open.review, today)?,
        AgencyPart::Note => text.trim().clone_into(&mut agency.note),
    }
    open.edit("The agency was not changed", |store| {
        edits::change_agency(store, &agency)
    })
}

pub(super) fn store_entry_date(
    open: &mut Open,
    id: EntryId,
    text: &str,
    today: NaiveDate,
) -> Result<(), Problem> {
    if text.trim().is_empty() {
        return Ok(());
    }
    let mut when = understood(text.trim(), &open.review, today)?;
    when.inferred
        .push(format!("Set by hand to “{}”.", text.trim()));
    if when.hangs_on.take().is_some() {
        // It would be counted anew by the agency's wording, which the chair has overruled.
        let once = "It was counted once, and stays where it is when that date moves.";
        when.inferred.push(once.to_owned());
    }
    open.edit("The date was not corrected", |store| {
        edits::correct_when(store, id, &when)
    })
}
