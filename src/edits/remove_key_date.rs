use crate::model::{HangsOn, KeyDateId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::hanging;

/// Removes a key date. Dates that hang on it stay as they were counted last, with a warning.
pub fn remove_key_date(store: &mut Store, id: KeyDateId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove a key date"), |tx| {
        hanging::let_go(tx, HangsOn::KeyDate(id))?;
        tx.remove_key_date(id)
    })
}
