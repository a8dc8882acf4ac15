//! Everybody and everything that must not be known.

use chrono::NaiveDate;

use super::forms::{self, Form, FormKind};
use crate::model::{Identifier, IdentifierOf, PersonId, PlaceId, Review};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Register {
    pub identities: Vec<Identity>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    pub real: String,
    /// The pseudonym, or the words for a place, as they were chosen; may be empty.
    pub written: String,
    /// “Victim”, “School”.
    pub role: String,
    /// `None`: it stands in no review.
    pub of: Option<IdentityOf>,
    pub forms: Vec<Form>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IdentityOf {
    Person(PersonId),
    Place(PlaceId),
}

impl Register {
    /// People, then places, in the review's order.
    pub fn of(review: &Review) -> Self {
        let publishing = &review.publishing;
        let identifiers_of = |of: IdentifierOf| -> Vec<&Identifier> {
            let all = publishing.identifiers.iter();
            all.filter(|identifier| identifier.of == of).collect()
        };
        let people = review.people.iter().map(|person| Identity {
            real: person.name.trim().to_owned(),
            written: person.pseudonym.trim().to_owned(),
            role: person.role.words().to_owned(),
            of: Some(IdentityOf::Person(person.id)),
            forms: forms::of_person(person, &identifiers_of(IdentifierOf::Person(person.id))),
        });
        let places = publishing.places.iter().map(|place| Identity {
            real: place.name.trim().to_owned(),
            written: place.written.trim().to_owned(),
            role: place.kind.words().to_owned(),
            of: Some(IdentityOf::Place(place.id)),
            forms: forms::of_place(place, &identifiers_of(IdentifierOf::Place(place.id))),
        });
        Self {
            identities: people.chain(places).collect(),
        }
    }

    /// Of rows of a table: real, written, role, other forms, date of birth.
    pub fn of_rows(
        rows: impl IntoIterator<Item = (String, String, String, Vec<String>, Option<NaiveDate>)>,
    ) -> Self {
        let identities = rows
            .into_iter()
            .map(|(real, written, role, variants, born)| {
                let mut forms = Vec::new();
                forms::names(&real, FormKind::Name, &mut forms);
                for variant in &variants {
                    forms::names(variant, FormKind::Alias, &mut forms);
                }
                forms::dates(born, FormKind::DateOfBirth, &mut forms);
                Identity {
                    real,
                    written,
                    role,
                    of: None,
                    forms,
                }
            })
            .collect();
        Self { identities }
    }
}
