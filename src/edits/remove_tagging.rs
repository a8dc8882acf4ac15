use crate::model::TaggingId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Takes one coder's tag off an entry, with its memo and marked words. Other coders' tags stay.
pub fn remove_tagging(store: &mut Store, tagging: TaggingId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove one coder’s tag from an entry"), |tx| {
        tx.tagging_of_id(tagging)?;
        tx.remove_tagging(tagging)
    })
}
