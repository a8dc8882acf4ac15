use crate::model::KeyDateId;
use crate::store::{Op, Outcome, Store, StoreError};

pub fn remove_key_date(store: &mut Store, id: KeyDateId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove a key date"), |tx| tx.remove_key_date(id))
}
