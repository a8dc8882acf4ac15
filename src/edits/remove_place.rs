use crate::model::PlaceId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Removes a place with its identifiers: its name is then published as it stands.
pub fn remove_place(store: &mut Store, id: PlaceId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove a place"), |tx| {
        tx.place(id)?;
        tx.remove_place(id)
    })
}
