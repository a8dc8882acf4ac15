use crate::model::{Place, PlaceId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Adds a place whose name is not to be known; the id of `place` is ignored.
pub fn add_place(store: &mut Store, place: &Place) -> Result<Outcome<PlaceId>, StoreError> {
    store.transact(Op::new("Add a place"), |tx| {
        check::place(tx, place, None)?;
        tx.add_place(place)
    })
}
