//! A small review with people, a school and numbers; nobody in it has lived.

use std::sync::Arc;

use chrono::NaiveDate;
use lantern::model::{
    Identifier, IdentifierId, IdentifierKind, IdentifierOf, Person, PersonId, Place, PlaceId,
    PlaceKind, Review, Role, Ruling, RulingId, Sex,
};
use lantern::templates;

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

fn person(id: i64, name: &str, aliases: &[&str], role: Role, sex: Sex, pseudonym: &str) -> Person {
    Person {
        id: PersonId(id),
        name: name.to_owned(),
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        role,
        sex,
        pseudonym: pseudonym.to_owned(),
        ..Person::default()
    }
}

/// What a review in the seaside town of Penmarrow knows of whom it must hide.
pub fn review() -> Review {
    let template = templates::built_in()[0].clone();
    let mut review = Review::empty(Arc::new(template));
    review.people = vec![
        Person {
            date_of_birth: Some(day(1988, 3, 14)),
            date_of_death: Some(day(2021, 5, 21)),
            ..person(
                1,
                "Adwoa Danso",
                &["Addie", "Mrs Danso", "Adwoa Mensah-Bright"],
                Role::Victim,
                Sex::Female,
                "Esther",
            )
        },
        person(
            2,
            "Kofi Danso",
            &["KD"],
            Role::Perpetrator,
            Sex::Male,
            "Daniel",
        ),
        Person {
            date_of_birth: Some(day(2012, 11, 2)),
            ..person(
                3,
                "Rose Danso",
                &["Rosie"],
                Role::Child,
                Sex::Female,
                "Child A",
            )
        },
        person(4, "Zoë O’Neil", &[], Role::Family, Sex::Female, "Ursula"),
        person(5, "May Tregarthen", &[], Role::Family, Sex::Female, "Irene"),
        person(
            6,
            "Ravi Prakash",
            &["PC Prakash"],
            Role::Professional,
            Sex::Male,
            "",
        ),
        person(7, "Marcus Will", &[], Role::Other, Sex::Male, "Peter"),
        person(8, "Neighbour", &[], Role::Other, Sex::NotRecorded, ""),
        person(9, "Inês d’Almeida", &[], Role::Family, Sex::Female, "Helen"),
    ];
    review.publishing.places = vec![
        Place {
            id: PlaceId(1),
            kind: PlaceKind::School,
            name: "Gull Rock Primary School".to_owned(),
            forms: vec!["Gull Rock Primary".to_owned(), "Gull Rock".to_owned()],
            written: "a primary school".to_owned(),
            note: String::new(),
        },
        Place {
            id: PlaceId(2),
            kind: PlaceKind::Place,
            name: "Penmarrow".to_owned(),
            forms: Vec::new(),
            written: "the town".to_owned(),
            note: String::new(),
        },
    ];
    review.publishing.identifiers = vec![
        identifier(1, 1, IdentifierKind::NhsNumber, "943 476 5919"),
        identifier(2, 1, IdentifierKind::Phone, "07700 900123"),
        identifier(3, 2, IdentifierKind::Email, "kofi.d@harbour.example"),
        identifier(4, 2, IdentifierKind::Vehicle, "AB51 XYZ"),
        identifier(5, 1, IdentifierKind::Address, "14 Kittiwake Row, Penmarrow"),
    ];
    review
}

fn identifier(id: i64, person: i64, kind: IdentifierKind, text: &str) -> Identifier {
    Identifier {
        id: IdentifierId(id),
        of: IdentifierOf::Person(PersonId(person)),
        kind,
        text: text.to_owned(),
    }
}

pub fn ruling(form: &str, before: &str, after: &str, person: Option<i64>) -> Ruling {
    Ruling {
        id: RulingId(1),
        form: form.to_owned(),
        before: before.to_owned(),
        after: after.to_owned(),
        person: person.map(PersonId),
    }
}
