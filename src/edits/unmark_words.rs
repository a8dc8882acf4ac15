use crate::model::{Passage, TaggingId};
use crate::store::{Op, Outcome, Store, StoreError};

/// Takes marked words away from a tag; the tag stays. Without any words left it is of the record as a whole.
pub fn unmark_words(
    store: &mut Store,
    tagging: TaggingId,
    passage: &Passage,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Unmark words in an entry"), |tx| {
        let present = tx.tagging_of_id(tagging)?;
        let mut left = present.passages.clone();
        left.retain(|other| other != passage);
        if left != present.passages {
            tx.set_passages(tagging, &left)?;
        }
        Ok(())
    })
}
