//! What stands in the place of each identity.

use super::finding::Finder;
use super::fold::Folded;
use super::register::{IdentityOf, Register};
use super::words::WITHHELD;
use crate::model::{IdentifierKind, PlaceKind, PublicationPolicy, Review, Role, Sex};

#[derive(Debug, Clone)]
pub(super) struct Written {
    pub text: String,
    /// Words such as “a school”, whose article follows the sentence; a pseudonym stays as it is.
    pub phrase: bool,
    /// Nobody has chosen it, or what was chosen holds somebody's name.
    pub stopgap: bool,
    pub sex: Sex,
    /// Called “Mr” or “Mrs”.
    pub grown_up: bool,
}

pub(super) fn all_written(review: &Review, register: &Register, finder: &Finder) -> Vec<Written> {
    let names_somebody = |text: &str| {
        let hits = finder.hits(text, &Folded::of(text));
        hits.iter().any(|hit| hit.names_somebody(text))
    };
    let identities = register.identities.iter();
    identities
        .map(|identity| {
            let chosen = identity.written.trim();
            let usable = !chosen.is_empty() && !names_somebody(chosen);
            let (instead, sex, grown_up) = match identity.of {
                Some(IdentityOf::Person(id)) => {
                    let person = review.person(id);
                    let role = person.map_or(Role::Other, |person| person.role);
                    (
                        for_role(role).to_owned(),
                        person.map_or(Sex::NotRecorded, |person| person.sex),
                        role != Role::Child,
                    )
                }
                Some(IdentityOf::Place(id)) => {
                    let mut places = review.publishing.places.iter();
                    let kind = places
                        .find(|place| place.id == id)
                        .map_or(PlaceKind::Other, |place| place.kind);
                    (
                        for_place(kind, &review.template.publication),
                        Sex::NotRecorded,
                        true,
                    )
                }
                None => (WITHHELD.to_owned(), Sex::NotRecorded, true),
            };
            let text = if usable { chosen.to_owned() } else { instead };
            let phrase = !usable || text.starts_with(char::is_lowercase);
            Written {
                text,
                phrase,
                stopgap: !usable,
                sex,
                grown_up,
            }
        })
        .collect()
}

fn for_role(role: Role) -> &'static str {
    match role {
        Role::Victim => "the victim",
        Role::Perpetrator => "the perpetrator",
        Role::Child => "a child",
        Role::Family => "a relative",
        Role::Professional => "a professional",
        Role::Other => WITHHELD,
    }
}

/// The template's words for its kind.
pub(super) fn for_place(kind: PlaceKind, policy: &PublicationPolicy) -> String {
    let mut known = policy.places.iter();
    let words = known
        .find(|words| words.kind == kind)
        .map(|words| words.written.trim());
    words
        .filter(|words| !words.is_empty())
        .unwrap_or(WITHHELD)
        .to_owned()
}

pub(super) fn number_withheld(kind: IdentifierKind, policy: &PublicationPolicy) -> String {
    let words = match kind {
        IdentifierKind::Address => return for_place(PlaceKind::Address, policy),
        IdentifierKind::NhsNumber => "[NHS number withheld]",
        IdentifierKind::NationalInsurance => "[National Insurance number withheld]",
        IdentifierKind::Phone => "[telephone number withheld]",
        IdentifierKind::Email => "[e-mail address withheld]",
        IdentifierKind::Postcode => "[postcode withheld]",
        IdentifierKind::Vehicle => "[vehicle withheld]",
        IdentifierKind::CaseNumber => "[case number withheld]",
        IdentifierKind::Other => "[withheld]",
    };
    words.to_owned()
}
