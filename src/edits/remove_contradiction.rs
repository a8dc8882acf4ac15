use crate::model::ContradictionId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Takes a contradiction off the list; the entries stay as they are.
pub fn remove_contradiction(
    store: &mut Store,
    id: ContradictionId,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove a contradiction"), |tx| {
        tx.remove_contradiction(id)
    })
}
