use crate::model::{EntryId, Tagging, TaggingId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;
use super::words::counted;

/// Tags entries with a weakness (or good practice) in the name of `coder`. An entry that the coder has tagged so before keeps its tag; its memo
/// is replaced when a new one is given. A suggestion that was declined is no longer. The value is the number of entries tagged or given a new memo.
pub fn tag_entries(
    store: &mut Store,
    entries: &[EntryId],
    weakness: &str,
    coder: &str,
    memo: &str,
) -> Result<Outcome<usize>, StoreError> {
    check::coder(coder)?;
    store.transact(Op::new("Tag entries"), |tx| {
        check::weakness(tx, weakness)?;
        check::entries(tx, entries)?;
        let mut count = 0;
        for &entry in entries {
            match tx.tagging(entry, weakness, coder)? {
                None => {
                    tx.remove_declined(entry, weakness)?;
                    tx.add_tagging(&Tagging {
                        id: TaggingId(0),
                        entry,
                        weakness: weakness.to_owned(),
                        coder: coder.to_owned(),
                        memo: memo.to_owned(),
                        passages: Vec::new(),
                    })?;
                    count += 1;
                }
                Some(tagging) if !memo.is_empty() && tagging.memo != memo => {
                    tx.set_memo(tagging.id, memo)?;
                    count += 1;
                }
                Some(_) => {}
            }
        }
        tx.relabel(format!("Tag {}", counted(count, "entry", "entries")));
        Ok(count)
    })
}
