use crate::model::EntryId;
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;
use super::words::counted;

/// Takes a tag off entries, whoever set it. The value is the number of tags taken off.
pub fn untag_entries(
    store: &mut Store,
    entries: &[EntryId],
    weakness: &str,
) -> Result<Outcome<usize>, StoreError> {
    store.transact(Op::new("Remove tag"), |tx| {
        check::entries(tx, entries)?;
        let (mut tags, mut touched) = (0, 0);
        for &entry in entries {
            let removed = tx.remove_taggings(entry, weakness)?;
            tags += removed;
            touched += usize::from(removed > 0);
        }
        tx.relabel(format!(
            "Remove tag from {}",
            counted(touched, "entry", "entries")
        ));
        Ok(tags)
    })
}
