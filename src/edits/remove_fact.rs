use crate::model::FactId;
use crate::store::{Op, Outcome, Store, StoreError};

use super::words::counted;

/// Removes a fact with all that was said of who knew it.
pub fn remove_fact(store: &mut Store, id: FactId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove a fact"), |tx| {
        tx.fact(id)?;
        let knowings = tx.knowings_of_fact(id)?;
        if knowings > 0 {
            tx.relabel(format!(
                "Remove a fact and {} of who knew it",
                counted(knowings, "line", "lines")
            ));
        }
        tx.remove_fact(id)
    })
}
