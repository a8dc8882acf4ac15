use chrono::NaiveDate;

use crate::model::{EntryId, HangsOn};
use crate::store::{Op, Outcome, Store, StoreError};

use super::hanging;

/// Counts the date of an entry from another date, and lets it move with that one from now on. Its wording is read again from there.
///
/// # Errors
/// Refused, with the reason, where the wording cannot be counted from there or the other date is itself counted from this one.
pub fn hang_date(
    store: &mut Store,
    entry: EntryId,
    on: HangsOn,
    today: NaiveDate,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Count the date of an entry from another"), |tx| {
        tx.require_entries(&[entry])?;
        hanging::check(tx, Some(HangsOn::Entry(entry)), on)?;
        let when = hanging::read(tx, entry, on, today)?;
        tx.set_when(entry, &when)?;
        hanging::follow(tx, HangsOn::Entry(entry))
    })
}
