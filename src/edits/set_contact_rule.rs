use crate::model::{ContactRule, Details};
use crate::store::{Op, Outcome, Store, StoreError};

/// Settles what counts as a contact of a person.
pub fn set_contact_rule(
    store: &mut Store,
    contacts: ContactRule,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Change what counts as a contact"), |tx| {
        let details = Details {
            contacts,
            ..tx.details()?
        };
        tx.change_details(&details)
    })
}
