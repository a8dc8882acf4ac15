use crate::model::ViewId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Removes a saved view; what it showed stays.
pub fn remove_view(store: &mut Store, id: ViewId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove a view"), |tx| tx.remove_view(id))
}
