use crate::model::DeclinedId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Forgets that a suggestion was declined: it is made again.
pub fn reconsider_suggestion(
    store: &mut Store,
    declined: DeclinedId,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Make a declined suggestion again"), |tx| {
        tx.forget_declined(declined)
    })
}
