use crate::model::{EntryId, HangsOn, When};
use crate::store::{Op, Outcome, Store, StoreError};

use super::{check, hanging};

/// Puts another understanding beside the date's wording. The wording itself stays the agency's own, whatever `when` says of it. Dates that
/// hang on this one are read again.
pub fn correct_when(
    store: &mut Store,
    entry: EntryId,
    when: &When,
) -> Result<Outcome<()>, StoreError> {
    check::when(when)?;
    store.transact(Op::new("Correct date of entry"), |tx| {
        tx.require_entries(&[entry])?;
        let itself = HangsOn::Entry(entry);
        if let Some(on) = when.hangs_on {
            hanging::check(tx, Some(itself), on)?;
        }
        tx.set_when(entry, when)?;
        hanging::follow(tx, itself)
    })
}
