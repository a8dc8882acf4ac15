use crate::model::{Person, PersonId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Adds a person; the id of `person` is ignored.
pub fn add_person(store: &mut Store, person: &Person) -> Result<Outcome<PersonId>, StoreError> {
    store.transact(Op::new("Add a person"), |tx| {
        check::person_name(person)?;
        tx.add_person(person)
    })
}
