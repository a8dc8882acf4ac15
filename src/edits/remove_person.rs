use crate::model::PersonId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Removes a person, also from the entries in which they were named by hand.
pub fn remove_person(store: &mut Store, id: PersonId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove a person"), |tx| {
        tx.person(id)?;
        tx.remove_person(id)
    })
}
