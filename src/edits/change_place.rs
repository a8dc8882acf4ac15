use crate::model::Place;
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Changes everything that is said of a place.
pub fn change_place(store: &mut Store, place: &Place) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Change a place"), |tx| {
        check::place(tx, place, Some(place.id))?;
        tx.change_place(place)
    })
}
