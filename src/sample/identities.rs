//! Who people are, and places and numbers that are not to be known, entered as the chair would.

use super::SampleError;
use super::material;
use crate::edits;
use crate::model::{
    Identifier, IdentifierId, IdentifierOf, Person, Place, PlaceId, Ruling, RulingId,
};
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
    for recorded in material.people {
        let mut person = named(&people, &recorded.name)?.clone();
        person.sex = recorded.sex;
        person.ethnicity = recorded.ethnicity;
        person.date_of_death = recorded.date_of_death;
        person.chosen_by = recorded.chosen_by;
        edits::change_person(store, &person)?;
    }
    for identifier in material.identifiers {
        let identifier = Identifier {
            id: IdentifierId(0),
            of: IdentifierOf::Person(named(&people, &identifier.of)?.id),
            kind: identifier.kind,
            text: identifier.text,
        };
        edits::add_identifier(store, &identifier)?;
    }
    for ruling in material.rulings {
        let person = ruling.person.as_deref();
        let person = person.map(|name| named(&people, name)).transpose()?;
        let ruling = Ruling {
            id: RulingId(0),
            form: ruling.form,
            before: ruling.before,
            after: ruling.after,
            person: person.map(|person| person.id),
        };
        edits::settle_word(store, &ruling)?;
    }
    Ok(())
}

fn named<'a>(people: &'a [Person], name: &str) -> Result<&'a Person, SampleError> {
    let person = people.iter().find(|person| person.name == name);
    person.ok_or_else(|| SampleError::material(FILE, format!("people.csv has no “{name}”")))
}
