//! The register of identities: people, places and agencies, what of them is still to be settled, and what would be written instead.

mod changes;
mod found;
mod leading;
mod settling;

use std::path::PathBuf;

use super::{Effect, Notice, Pick, Problem, State, field};
use crate::edits;
use crate::identities::{IdentityOf, Whereabouts};
use crate::model::{
    Agency, AgencyId, AllowedId, Identifier, IdentifierId, IdentifierKind, IdentifierOf, Person,
    PersonId, Place, PlaceId, PlaceKind, Review, Role, RulingId, Sex,
};

pub use changes::{Change, ChangeFilter};
pub(super) use found::wanted;
pub use found::{Doubt, IdentitiesFound};
pub use leading::where_it_is;

/// What the room shows, one at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PeoplePart {
    #[default]
    People,
    Places,
    Agencies,
    Settle,
    Changes,
}

impl PeoplePart {
    pub const ALL: [Self; 5] = [
        Self::People,
        Self::Places,
        Self::Agencies,
        Self::Settle,
        Self::Changes,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::People => "People",
            Self::Places => "Places",
            Self::Agencies => "Agencies",
            Self::Settle => "To settle",
            Self::Changes => "What changes",
        }
    }
}

#[derive(Debug, Clone, Default)]
pub struct PeopleState {
    pub part: PeoplePart,
    /// Who is open beside the list; `None` where the register is empty.
    pub person: Option<PersonId>,
    pub place: Option<PlaceId>,
    /// What was found last; it stays visible until something newer is found.
    pub found: found::Looked,
    /// Which of the changes are shown, and what else can be chosen, with how many each leaves.
    pub filter: ChangeFilter,
    pub choices: Vec<(ChangeFilter, usize)>,
    /// Places in the changes found, as the filter leaves them.
    pub shown: Vec<usize>,
}

#[derive(Debug, Clone)]
pub enum PeopleAction {
    ShowPart(PeoplePart),
    Show(PersonId),
    AddPerson,
    RemovePerson(PersonId),
    SetRole(PersonId, Role),
    SetSex(PersonId, Sex),
    SetEthnicity(PersonId, String),
    AddAgency,
    RemoveAgency(AgencyId),
    SetSector(AgencyId, String),
    ChooseTable,
    ImportTable(PathBuf),

    ShowPlace(PlaceId),
    AddPlace(PlaceKind),
    SetPlaceKind(PlaceId, PlaceKind),
    RemovePlace(PlaceId),

    AddIdentifier(IdentifierOf, IdentifierKind, String),
    SetIdentifierKind(IdentifierId, IdentifierKind),
    RemoveIdentifier(IdentifierId),

    /// A word that was misspelt becomes a form of this identity.
    TakeAsForm(IdentityOf, String),
    /// A word that is near a name is another word.
    Allow(String),
    TakeBackAllowed(AllowedId),
    /// The word is the name of this person where it stands so; `None`: an ordinary word.
    Settle(Box<Doubt>, Option<PersonId>),
    TakeBackRuling(RulingId),

    Narrow(ChangeFilter),
    /// Where this stands. `was`: the words to find there, and the how manyth of them.
    Lead {
        to: Whereabouts,
        was: String,
        nth: usize,
    },
}

impl From<PeopleAction> for super::Action {
    fn from(action: PeopleAction) -> Self {
        Self::People(action)
    }
}

impl PeopleState {
    pub(super) fn follow(&mut self, review: &Review) {
        self.person = self
            .person
            .filter(|id| review.person(*id).is_some())
            .or_else(|| review.people.first().map(|person| person.id));
        let places = &review.publishing.places;
        self.place = self
            .place
            .filter(|id| places.iter().any(|place| place.id == *id))
            .or_else(|| places.first().map(|place| place.id));
    }
}

pub(super) fn update(state: &mut State, action: PeopleAction) -> Result<Vec<Effect>, Problem> {
    field::leave(state)?;
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    match action {
        PeopleAction::ShowPart(part) => open.people.part = part,
        PeopleAction::Show(person) => {
            open.people.part = PeoplePart::People;
            open.people.person = Some(person);
        }
        PeopleAction::ShowPlace(place) => {
            open.people.part = PeoplePart::Places;
            open.people.place = Some(place);
        }
        PeopleAction::Narrow(filter) => open.people.narrow(filter),
        PeopleAction::Lead { to, was, nth } => return leading::lead(state, to, &was, nth),
        PeopleAction::TakeAsForm(..)
        | PeopleAction::Allow(_)
        | PeopleAction::TakeBackAllowed(_)
        | PeopleAction::Settle(..)
        | PeopleAction::TakeBackRuling(_) => settling::update(open, action)?,
        PeopleAction::AddPerson => {
            let person = Person {
                id: PersonId(0),
                name: free_name("New person", |name| {
                    open.review.people.iter().any(|person| person.name == name)
                }),
                role: Role::Other,
                aliases: Vec::new(),
                date_of_birth: None,
                pseudonym: String::new(),
                note: String::new(),
                ..Person::default()
            };
            let id = open.edit("The person was not added", |store| {
                edits::add_person(store, &person)
            })?;
            open.people.person = Some(id);
        }
        PeopleAction::RemovePerson(id) => {
            open.edit("The person was not removed", |store| {
                edits::remove_person(store, id)
            })?;
        }
        PeopleAction::SetRole(id, role) => {
            if let Some(mut person) = open.review.person(id).cloned() {
                person.role = role;
                open.edit("The role was not set", |store| {
                    edits::change_person(store, &person)
                })?;
            }
        }
        PeopleAction::SetSex(id, sex) => {
            if let Some(mut person) = open.review.person(id).cloned() {
                person.sex = sex;
                open.edit("The sex was not set", |store| {
                    edits::change_person(store, &person)
                })?;
            }
        }
        PeopleAction::SetEthnicity(id, ethnicity) => {
            if let Some(mut person) = open.review.person(id).cloned() {
                person.ethnicity = ethnicity;
                open.edit("The ethnicity was not set", |store| {
                    edits::change_person(store, &person)
                })?;
            }
        }
        PeopleAction::AddPlace(kind) => {
            let places = &open.review.publishing.places;
            let taken = |name: &str| places.iter().any(|place| place.name == name);
            let place = Place {
                kind,
                name: free_name("New place", taken),
                ..Place::default()
            };
            let id = open.edit("The place was not added", |store| {
                edits::add_place(store, &place)
            })?;
            open.people.place = Some(id);
        }
        PeopleAction::SetPlaceKind(id, kind) => {
            let mut places = open.review.publishing.places.iter();
            if let Some(mut place) = places.find(|place| place.id == id).cloned() {
                place.kind = kind;
                open.edit("The kind was not set", |store| {
                    edits::change_place(store, &place)
                })?;
            }
        }
        PeopleAction::RemovePlace(id) => {
            open.edit("The place was not removed", |store| {
                edits::remove_place(store, id)
            })?;
        }
        PeopleAction::AddIdentifier(of, kind, text) => {
            let identifier = Identifier {
                id: IdentifierId(0),
                of,
                kind,
                text: text.trim().to_owned(),
            };
            open.edit("The number was not added", |store| {
                edits::add_identifier(store, &identifier)
            })?;
        }
        PeopleAction::SetIdentifierKind(id, kind) => {
            let mut identifiers = open.review.publishing.identifiers.iter();
            if let Some(mut identifier) = identifiers.find(|one| one.id == id).cloned() {
                identifier.kind = kind;
                open.edit("The kind was not set", |store| {
                    edits::change_identifier(store, &identifier)
                })?;
            }
        }
        PeopleAction::RemoveIdentifier(id) => {
            open.edit("The number was not removed", |store| {
                edits::remove_identifier(store, id)
            })?;
        }
        PeopleAction::AddAgency => {
            let agency = Agency {
                id: AgencyId(0),
                name: free_name("New agency", |name| {
                    open.review
                        .agencies
                        .iter()
                        .any(|agency| agency.name == name)
                }),
                sector: String::new(),
                due: None,
                note: String::new(),
            };
            open.edit("The agency was not added", |store| {
                edits::add_agency(store, &agency)
            })?;
        }
        PeopleAction::RemoveAgency(id) => {
            open.edit("The agency was not removed", |store| {
                edits::remove_agency(store, id)
            })?;
        }
        PeopleAction::SetSector(id, sector) => {
            if let Some(mut agency) = open.review.agency(id).cloned() {
                agency.sector = sector;
                open.edit("The sector was not set", |store| {
                    edits::change_agency(store, &agency)
                })?;
            }
        }
        PeopleAction::ChooseTable => return Ok(vec![Effect::Pick(Pick::PeopleTable)]),
        PeopleAction::ImportTable(path) => {
            let title = "The people were not read";
            let people =
                crate::returns::people(&path).map_err(|error| Problem::new(title, error))?;
            let count = people.len();
            open.edit(title, |store| edits::import_people(store, &people))?;
            state.tell(Notice::Done(format!(
                "{count} people read. One undo takes them all back."
            )));
        }
    }
    Ok(Vec::new())
}

/// “New person”, “New person 2”, …
pub(super) fn free_name(base: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut name = base.to_owned();
    let mut number = 2;
    while taken(&name) {
        name = format!("{base} {number}");
        number += 1;
    }
    name
}
