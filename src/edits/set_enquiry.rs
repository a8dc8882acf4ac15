use crate::model::{Enquiry, EntryId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;
use super::words::counted;

/// Says of these entries whether abuse was asked about. The value is the number of entries that said otherwise before.
pub fn set_enquiry(
    store: &mut Store,
    entries: &[EntryId],
    enquiry: Enquiry,
) -> Result<Outcome<usize>, StoreError> {
    store.transact(Op::new("Set enquiry"), |tx| {
        check::entries(tx, entries)?;
        let count = tx.set_enquiry(entries, enquiry)?;
        tx.relabel(format!(
            "Set enquiry of {}",
            counted(count, "entry", "entries")
        ));
        Ok(count)
    })
}
