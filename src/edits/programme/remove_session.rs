use crate::model::SessionId;
use crate::store::{Op, Outcome, Store, StoreError};

/// With its register.
pub fn remove_session(store: &mut Store, id: SessionId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove a session"), |tx| tx.remove_session(id))
}
