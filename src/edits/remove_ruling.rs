use crate::model::RulingId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Takes back what was settled about a word.
pub fn remove_ruling(store: &mut Store, id: RulingId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Leave a word open again"), |tx| {
        tx.remove_ruling(id)
    })
}
