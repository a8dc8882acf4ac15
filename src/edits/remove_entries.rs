use crate::model::EntryId;
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;
use super::words::counted;

/// Removes entries with their tags, named people and links from recommendations. The value is the number of entries removed.
pub fn remove_entries(
    store: &mut Store,
    entries: &[EntryId],
) -> Result<Outcome<usize>, StoreError> {
    store.transact(Op::new("Remove entries"), |tx| {
        check::entries(tx, entries)?;
        let count = tx.remove_entries(entries)?;
        tx.relabel(format!("Remove {}", counted(count, "entry", "entries")));
        Ok(count)
    })
}
