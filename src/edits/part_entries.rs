use std::collections::BTreeMap;

use crate::model::{EntryId, EventId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;
use super::words::counted;

/// Beyond this the number of pairs is no longer what anybody has looked at.
const MOST: usize = 100;

/// Says that these entries are not the same event, each against each, so that they are not proposed again. Those that share an event
/// leave it; an event of which one entry is left goes.
pub fn part_entries(store: &mut Store, entries: &[EntryId]) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Keep entries apart"), |tx| {
        let entries = check::several_entries(tx, entries)?;
        if entries.len() > MOST {
            return Err(StoreError::Refused(format!(
                "{} entries are too many to be kept apart at once. Choose at most {MOST}.",
                entries.len()
            )));
        }
        tx.relabel(format!(
            "Keep {} apart",
            counted(entries.len(), "entry", "entries")
        ));
        let mut sharing: BTreeMap<EventId, Vec<EntryId>> = BTreeMap::new();
        for (entry, event) in tx.events_of(&entries)? {
            sharing.entry(event).or_default().push(entry);
        }
        for leaving in sharing.values().filter(|entries| entries.len() > 1) {
            tx.take_out_of_event(leaving)?;
        }
        tx.remove_thin_events()?;
        for (index, &one) in entries.iter().enumerate() {
            for &other in &entries[index + 1..] {
                tx.part(one, other)?;
            }
        }
        Ok(())
    })
}
