use crate::model::{EntryId, When};
use crate::store::{Op, Outcome, Store, StoreError};

/// Puts another understanding beside the date's wording. The wording itself stays the agency's own, whatever `when` says of it.
pub fn correct_when(
    store: &mut Store,
    entry: EntryId,
    when: &When,
) -> Result<Outcome<()>, StoreError> {
    if let (Some(earliest), Some(latest)) = (when.earliest, when.latest) {
        let timed = earliest.time.is_some() && latest.time.is_some();
        if earliest.date > latest.date || (timed && earliest > latest) {
            return Err(StoreError::Refused(
                "The earliest moment is after the latest. Exchange the two, or correct one of them.".to_owned(),
            ));
        }
    }
    store.transact(Op::new("Correct date of entry"), |tx| {
        tx.require_entries(&[entry])?;
        tx.set_when(entry, when)
    })
}
