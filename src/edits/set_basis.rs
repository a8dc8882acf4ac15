use crate::model::{Basis, EntryId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;
use super::words::counted;

/// Says of these entries on what they rest. The value is the number of entries that said otherwise before.
pub fn set_basis(
    store: &mut Store,
    entries: &[EntryId],
    basis: Basis,
) -> Result<Outcome<usize>, StoreError> {
    store.transact(Op::new("Set basis"), |tx| {
        check::entries(tx, entries)?;
        let count = tx.set_basis(entries, basis)?;
        tx.relabel(format!(
            "Set basis of {}",
            counted(count, "entry", "entries")
        ));
        Ok(count)
    })
}
