use crate::model::Knowing;
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Changes everything that is said of how an agency learnt of a fact.
pub fn change_knowing(store: &mut Store, knowing: &Knowing) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Change who knew what"), |tx| {
        tx.knowing(knowing.id)?;
        check::knowing(tx, knowing)?;
        tx.change_knowing(knowing)
    })
}
