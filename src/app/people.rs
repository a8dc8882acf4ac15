//! The register of people and agencies.

use std::path::PathBuf;

use super::{Effect, Notice, Pick, Problem, State, field};
use crate::edits;
use crate::model::{Agency, AgencyId, Person, PersonId, Review, Role};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PeopleState {
    /// Who is open beside the list; `None` where the register is empty.
    pub person: Option<PersonId>,
}

#[derive(Debug, Clone)]
pub enum PeopleAction {
    Show(PersonId),
    AddPerson,
    RemovePerson(PersonId),
    SetRole(PersonId, Role),
    AddAgency,
    RemoveAgency(AgencyId),
    SetSector(AgencyId, String),
    ChooseTable,
    ImportTable(PathBuf),
}

impl PeopleState {
    pub(super) fn follow(&mut self, review: &Review) {
        self.person = self
            .person
            .filter(|id| review.person(*id).is_some())
            .or_else(|| review.people.first().map(|person| person.id));
    }
}

pub(super) fn update(state: &mut State, action: PeopleAction) -> Result<Vec<Effect>, Problem> {
    field::leave(state)?;
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    match action {
        PeopleAction::Show(person) => open.people.person = Some(person),
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
