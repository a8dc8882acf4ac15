use crate::model::{Pause, PauseId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Stops the clock for a while; the id of `pause` is ignored.
pub fn add_pause(store: &mut Store, pause: &Pause) -> Result<Outcome<PauseId>, StoreError> {
    store.transact(Op::new("Add a pause"), |tx| {
        check::pause(pause)?;
        tx.add_pause(pause)
    })
}
