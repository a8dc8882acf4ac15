use crate::model::EntryId;
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;
use super::words::counted;

/// Takes entries out of the events they are in. An event of which one entry is left goes.
pub fn leave_event(store: &mut Store, entries: &[EntryId]) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Take entries out of their event"), |tx| {
        check::entries(tx, entries)?;
        let count = tx.take_out_of_event(entries)?;
        tx.remove_thin_events()?;
        tx.relabel(format!(
            "Take {} out of an event",
            counted(count, "entry", "entries")
        ));
        Ok(())
    })
}
