use crate::model::SuppressedId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Takes back the decision to let a mark stand: it counts again.
pub fn unsuppress(store: &mut Store, id: SuppressedId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Let a mark count again"), |tx| {
        tx.remove_suppressed(id)
    })
}
