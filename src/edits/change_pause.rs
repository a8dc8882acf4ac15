use crate::model::Pause;
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

pub fn change_pause(store: &mut Store, pause: &Pause) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Change a pause"), |tx| {
        check::pause(pause)?;
        tx.change_pause(pause)
    })
}
