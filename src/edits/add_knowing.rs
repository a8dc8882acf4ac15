use crate::model::{Knowing, KnowingId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Says that an agency learnt of a fact; the id of `knowing` is ignored.
pub fn add_knowing(store: &mut Store, knowing: &Knowing) -> Result<Outcome<KnowingId>, StoreError> {
    store.transact(Op::new("Add who knew what"), |tx| {
        check::knowing(tx, knowing)?;
        tx.add_knowing(knowing)
    })
}
