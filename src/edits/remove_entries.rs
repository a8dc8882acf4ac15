use crate::model::{EntryId, HangsOn};
use crate::store::{Op, Outcome, Store, StoreError};

use super::words::counted;
use super::{check, hanging};

/// Removes entries with their tags, named people, contradictions, and links from recommendations and events; an event of which one entry is
/// left goes too. Dates that hang on them stay as they were counted last, with a warning. The value is the number of entries removed.
pub fn remove_entries(
    store: &mut Store,
    entries: &[EntryId],
) -> Result<Outcome<usize>, StoreError> {
    store.transact(Op::new("Remove entries"), |tx| {
        check::entries(tx, entries)?;
        for &entry in entries {
            hanging::let_go(tx, HangsOn::Entry(entry))?;
        }
        let count = tx.remove_entries(entries)?;
        tx.remove_thin_events()?;
        tx.relabel(format!("Remove {}", counted(count, "entry", "entries")));
        Ok(count)
    })
}
