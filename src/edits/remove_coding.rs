use crate::model::CodingId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Removes a coding with its figures; the tags stay. Where it was open, everybody sees all tags again.
pub fn remove_coding(store: &mut Store, coding: CodingId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove a coding"), |tx| {
        tx.coding(coding)?;
        tx.remove_coding(coding)
    })
}
