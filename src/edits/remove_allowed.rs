use crate::model::AllowedId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Lets the leak scan find these words again.
pub fn remove_allowed(store: &mut Store, id: AllowedId) -> Result<Outcome<()>, StoreError> {
    store.transact(
        Op::new("No longer allow words in what is published"),
        |tx| tx.remove_allowed(id),
    )
}
