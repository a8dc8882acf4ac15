use crate::model::EventId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Gives an event the name that the panel uses; an empty one takes its name away.
pub fn name_event(store: &mut Store, id: EventId, name: &str) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Name an event"), |tx| {
        tx.event(id)?;
        tx.set_event_name(id, name.trim())
    })
}
