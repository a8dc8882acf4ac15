use crate::model::Person;
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Changes everything that is said of a person.
pub fn change_person(store: &mut Store, person: &Person) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Change a person"), |tx| {
        check::person_name(person)?;
        tx.change_person(person)
    })
}
