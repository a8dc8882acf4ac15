//! Fields of the register of people and places.

use chrono::NaiveDate;

use super::dates::a_day;
use super::{PersonPart, PlacePart};
use crate::app::{Open, Problem};
use crate::edits;
use crate::model::{IdentifierId, PersonId, PlaceId};

pub(super) fn store_person(
    open: &mut Open,
    id: PersonId,
    part: PersonPart,
    text: &str,
    today: NaiveDate,
) -> Result<(), Problem> {
    let Some(mut person) = open.review.person(id).cloned() else {
        return Ok(());
    };
    match part {
        PersonPart::Name => text.trim().clone_into(&mut person.name),
        PersonPart::Aliases => person.aliases = one_a_line(text),
        PersonPart::DateOfBirth => person.date_of_birth = a_day(text, &open.review, today)?,
        PersonPart::DateOfDeath => person.date_of_death = a_day(text, &open.review, today)?,
        PersonPart::Pseudonym => text.trim().clone_into(&mut person.pseudonym),
        PersonPart::ChosenBy => text.trim().clone_into(&mut person.chosen_by),
        PersonPart::Note => text.trim().clone_into(&mut person.note),
    }
    open.edit("The person was not changed", |store| {
        edits::change_person(store, &person)
    })
}

pub(super) fn store_place(
    open: &mut Open,
    id: PlaceId,
    part: PlacePart,
    text: &str,
) -> Result<(), Problem> {
    let mut places = open.review.publishing.places.iter();
    let Some(mut place) = places.find(|place| place.id == id).cloned() else {
        return Ok(());
    };
    match part {
        PlacePart::Name => text.trim().clone_into(&mut place.name),
        PlacePart::Forms => place.forms = one_a_line(text),
        PlacePart::Written => text.trim().clone_into(&mut place.written),
        PlacePart::Note => text.trim().clone_into(&mut place.note),
    }
    open.edit("The place was not changed", |store| {
        edits::change_place(store, &place)
    })
}

pub(super) fn store_identifier(
    open: &mut Open,
    id: IdentifierId,
    text: &str,
) -> Result<(), Problem> {
    let mut identifiers = open.review.publishing.identifiers.iter();
    let Some(mut identifier) = identifiers.find(|one| one.id == id).cloned() else {
        return Ok(());
    };
    text.trim().clone_into(&mut identifier.text);
    open.edit("The number was not changed", |store| {
        edits::change_identifier(store, &identifier)
    })
}

/// Forms that were parted by semicolons, as in a table of people, are taken as well.
fn one_a_line(text: &str) -> Vec<String> {
    let forms = text.split([';', '\n']).map(str::trim);
    forms
        .filter(|form| !form.is_empty())
        .map(str::to_owned)
        .collect()
}
