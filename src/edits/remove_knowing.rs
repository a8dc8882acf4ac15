use crate::model::KnowingId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Removes a line of who knew what.
pub fn remove_knowing(store: &mut Store, id: KnowingId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove who knew what"), |tx| tx.remove_knowing(id))
}
