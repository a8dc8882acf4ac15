use crate::model::{CodingId, EntryId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::words::counted;

/// A coder has finished entries of a coding, tagged or not; or goes back to them, where `finished` is false. The value is how many
/// of them were not so before.
pub fn finish_coding(
    store: &mut Store,
    coding: CodingId,
    entries: &[EntryId],
    coder: &str,
    finished: bool,
) -> Result<Outcome<usize>, StoreError> {
    store.transact(Op::new("Finish entries of a coding"), |tx| {
        let known = tx.coding(coding)?;
        if known.closed {
            return Err(StoreError::Refused(format!(
                "“{}” is closed: what was coded is kept as it was then. Nothing was changed.",
                known.name
            )));
        }
        if !known.has_coder(coder) {
            return Err(StoreError::Refused(format!(
                "“{coder}” is not among the coders of “{}”. Nothing was changed.",
                known.name
            )));
        }
        let mut count = 0;
        for &entry in entries {
            if !known.has_entry(entry) {
                return Err(StoreError::Refused(format!(
                    "Entry {entry} is not in “{}”. Nothing was changed.",
                    known.name
                )));
            }
            if known.is_done(entry, coder) == finished {
                continue;
            }
            if finished {
                tx.add_done(coding, entry, coder)?;
            } else {
                tx.remove_done(coding, entry, coder)?;
            }
            count += 1;
        }
        let counted = counted(count, "entry", "entries");
        tx.relabel(match finished {
            true => format!("Finish {counted} of a coding"),
            false => format!("Take up {counted} of a coding again"),
        });
        Ok(count)
    })
}
