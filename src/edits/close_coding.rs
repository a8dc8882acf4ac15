use crate::model::CodingId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Closes a coding: everybody sees all tags again, and what each had tagged is kept as it is now, for the agreement.
pub fn close_coding(store: &mut Store, coding: CodingId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Close a coding"), |tx| {
        let known = tx.coding(coding)?;
        if known.closed {
            return Ok(());
        }
        if known.done.is_empty() {
            return Err(StoreError::Refused(format!(
                "Nobody has finished an entry of “{}” yet, so there is nothing to compare. Code first, or remove the coding.",
                known.name
            )));
        }
        tx.close_coding(coding)
    })
}
