use crate::model::{Disclosure, EntryId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;
use super::words::counted;

/// Says of these entries whether abuse was disclosed. The value is the number of entries that said otherwise before.
pub fn set_disclosure(
    store: &mut Store,
    entries: &[EntryId],
    disclosure: Disclosure,
) -> Result<Outcome<usize>, StoreError> {
    store.transact(Op::new("Set disclosure"), |tx| {
        check::entries(tx, entries)?;
        let count = tx.set_disclosure(entries, disclosure)?;
        tx.relabel(format!(
            "Set disclosure of {}",
            counted(count, "entry", "entries")
        ));
        Ok(count)
    })
}
