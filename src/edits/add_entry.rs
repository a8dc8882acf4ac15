use crate::model::{Entry, EntryDraft, EntryId};
use crate::store::{EntryPlace, Op, Outcome, Store, StoreError};

/// Adds an entry typed in by hand, after all others of its time. The id, source, position and people of `entry` are ignored.
pub fn add_entry(store: &mut Store, entry: &Entry) -> Result<Outcome<EntryId>, StoreError> {
    store.transact(Op::new("Add entry"), |tx| {
        let agency = tx.agency(entry.agency)?;
        tx.relabel(format!("Add entry of {}", agency.name));
        let place = EntryPlace {
            agency: entry.agency,
            import: None,
            position: tx.last_position()? + 1,
        };
        tx.add_entry(place, &EntryDraft::of(entry))
    })
}
