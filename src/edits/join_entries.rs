use std::collections::BTreeSet;

use crate::model::{EntryId, EventId};
use crate::store::{Op, Outcome, Store, StoreError, Tx};

use super::check;
use super::words::counted;

/// Says that these entries are records of one event. Where some are in an event already the others join it; several events become the one
/// made first, and keep their names. Nothing is merged away. What was said of two of them not being the same is taken back.
pub fn join_entries(
    store: &mut Store,
    entries: &[EntryId],
) -> Result<Outcome<EventId>, StoreError> {
    store.transact(Op::new("Join entries"), |tx| {
        let entries = check::several_entries(tx, entries)?;
        tx.relabel(format!(
            "Join {} as one event",
            counted(entries.len(), "entry", "entries")
        ));
        let joining = Joining::of(tx, entries)?;
        joining.take_back_parting(tx)?;
        joining.carry_out(tx).map(|(event, _)| event)
    })
}

/// Joins each of these groups, as [`join_entries`] would; the value is the number of groups that were not one event before. A group that would
/// bring together two entries of which the chair said that they are not the same is left as it is: what was said of two entries
/// outweighs a proposal accepted among many.
pub fn join_many(store: &mut Store, groups: &[Vec<EntryId>]) -> Result<Outcome<usize>, StoreError> {
    store.transact(Op::new("Join entries"), |tx| {
        let mut joined = 0;
        for group in groups {
            let entries = check::several_entries(tx, group)?;
            let joining = Joining::of(tx, entries)?;
            if tx.parted_among(&joining.all)?.is_empty() {
                let (_, changed) = joining.carry_out(tx)?;
                joined += usize::from(changed);
            }
        }
        tx.relabel(format!(
            "Join entries into {}",
            counted(joined, "event", "events")
        ));
        Ok(joined)
    })
}

struct Joining {
    /// Events that some are in, the one made first at the front.
    events: Vec<EventId>,
    /// Every entry that will be in the event, in order of id.
    all: Vec<EntryId>,
}

impl Joining {
    fn of(tx: &Tx<'_>, entries: Vec<EntryId>) -> Result<Self, StoreError> {
        let events: BTreeSet<EventId> = tx
            .events_of(&entries)?
            .into_iter()
            .map(|(_, event)| event)
            .collect();
        let mut all: BTreeSet<EntryId> = entries.into_iter().collect();
        for &event in &events {
            all.extend(tx.event(event)?.entries);
        }
        Ok(Self {
            events: events.into_iter().collect(),
            all: all.into_iter().collect(),
        })
    }

    fn take_back_parting(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        for parted in tx.parted_among(&self.all)? {
            tx.remove_parted(parted.id)?;
        }
        Ok(())
    }

    /// The event, and whether anything had to be changed.
    fn carry_out(self, tx: &mut Tx<'_>) -> Result<(EventId, bool), StoreError> {
        let event = match self.events.first() {
            Some(event) => *event,
            None => tx.add_event("")?,
        };
        let mut names: Vec<String> = Vec::new();
        for &joined in &self.events {
            let name = tx.event(joined)?.name;
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
        for &other in self.events.iter().skip(1) {
            tx.remove_event(other)?;
        }
        if self.events.len() > 1 {
            tx.set_event_name(event, &names.join(" / "))?;
        }
        let present = tx.event(event)?.entries;
        let missing: Vec<EntryId> = self
            .all
            .into_iter()
            .filter(|entry| present.binary_search(entry).is_err())
            .collect();
        for &entry in &missing {
            tx.put_into_event(event, entry)?;
        }
        Ok((event, !missing.is_empty()))
    }
}
