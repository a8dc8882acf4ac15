use crate::model::TaggingId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Writes why a tag was set, in place of what stood there.
pub fn write_memo(
    store: &mut Store,
    tagging: TaggingId,
    memo: &str,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Write memo on a tag"), |tx| {
        let memo = memo.trim();
        if tx.tagging_of_id(tagging)?.memo != memo {
            tx.set_memo(tagging, memo)?;
        }
        Ok(())
    })
}
