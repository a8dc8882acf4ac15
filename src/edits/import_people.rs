use crate::model::Person;
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;
use super::words::counted;

/// What a list of people changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PeopleImported {
    pub added: usize,
    /// Known before by the same name and role, now with more aliases, a date of birth, a pseudonym or a note.
    pub completed: usize,
    /// Known before with all that the list says.
    pub known: usize,
}

/// Takes a list of people into the register; their ids are ignored. A person who is known by the same name and role is completed, and nothing
/// that stands in the register is replaced, so that taking in the same list twice does no harm.
pub fn import_people(
    store: &mut Store,
    people: &[Person],
) -> Result<Outcome<PeopleImported>, StoreError> {
    store.transact(Op::new("Import people"), |tx| {
        let mut register = tx.people()?;
        let mut result = PeopleImported::default();
        for person in people {
            check::person_name(person)?;
            let known = register
                .iter_mut()
                .find(|known| known.role == person.role && same(&known.name, &person.name));
            match known {
                None => {
                    let id = tx.add_person(person)?;
                    register.push(Person {
                        id,
                        ..person.clone()
                    });
                    result.added += 1;
                }
                Some(known) => {
                    let before = known.clone();
                    complete(known, person);
                    if *known == before {
                        result.known += 1;
                    } else {
                        tx.change_person(known)?;
                        result.completed += 1;
                    }
                }
            }
        }
        let count = result.added + result.completed;
        tx.relabel(format!("Import {}", counted(count, "person", "people")));
        Ok(result)
    })
}

fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

fn complete(known: &mut Person, person: &Person) {
    for alias in &person.aliases {
        if !known.aliases.iter().any(|other| same(other, alias)) {
            known.aliases.push(alias.clone());
        }
    }
    known.date_of_birth = known.date_of_birth.or(person.date_of_birth);
    if known.pseudonym.is_empty() {
        known.pseudonym.clone_from(&person.pseudonym);
    }
    if known.note.is_empty() {
        known.note.clone_from(&person.note);
    }
}
