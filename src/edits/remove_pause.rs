use crate::model::PauseId;
use crate::store::{Op, Outcome, Store, StoreError};

pub fn remove_pause(store: &mut Store, id: PauseId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove a pause"), |tx| tx.remove_pause(id))
}
