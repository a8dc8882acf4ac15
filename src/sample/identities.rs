//! Places and numbers that are not to be known, entered as the chair would.

use super::SampleError;
use super::material::{self, IdentifierMaterial};
use crate::edits;
use crate::model::{Identifier, IdentifierId, IdentifierOf, Person, Place, PlaceId};
use crate::store::Store;

const FILE: &str = "identities.toml";

pub(super) fn enter(store: &mut Store) -> Result<(), SampleError> {
    let material = material::identities()?;
    for place in material.places {
        let place = Place {
            id: PlaceId(0),
            kind: place.kind,
            name: place.name,
            forms: place.forms,
            written: place.written,
            note: String::new(),
        };
        edits::add_place(store, &place)?;
    }
    let people = store.load()?.people;
    for identifier in &material.identifiers {
        edits::add_identifier(store, &of_person(identifier, &people)?)?;
    }
    Ok(())
}

fn of_person(
    identifier: &IdentifierMaterial,
    people: &[Person],
) -> Result<Identifier, SampleError> {
    let person = people.iter().find(|person| person.name == identifier.of);
    let person = person.ok_or_else(|| {
        SampleError::material(FILE, format!("people.csv has no “{}”", identifier.of))
    })?;
    Ok(Identifier {
        id: IdentifierId(0),
        of: IdentifierOf::Person(person.id),
        kind: identifier.kind,
        text: identifier.text.clone(),
    })
}
