use std::collections::HashSet;

use crate::model::EntryId;
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;
use super::words::counted;

/// Takes a tag off entries, whoever set it; but in an open coding, where nobody sees what another has tagged, only the tag of `coder`. The value
/// is the number of tags taken off.
pub fn untag_entries(
    store: &mut Store,
    entries: &[EntryId],
    weakness: &str,
    coder: &str,
) -> Result<Outcome<usize>, StoreError> {
    store.transact(Op::new("Remove tag"), |tx| {
        check::entries(tx, entries)?;
        let codings = tx.codings()?;
        let open = codings.iter().filter(|coding| !coding.closed);
        let blind: HashSet<EntryId> = open
            .flat_map(|coding| coding.entries.iter().copied())
            .collect();
        let (mut tags, mut touched) = (0, 0);
        for &entry in entries {
            let removed = if blind.contains(&entry) {
                match tx.tagging(entry, weakness, coder)? {
                    Some(own) => {
                        tx.remove_tagging(own.id)?;
                        1
                    }
                    None => 0,
                }
            } else {
                tx.remove_taggings(entry, weakness)?
            };
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
