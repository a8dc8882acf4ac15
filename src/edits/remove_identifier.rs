use crate::model::IdentifierId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Removes it: it is then published as it stands, unless its pattern is known to the leak scan.
pub fn remove_identifier(store: &mut Store, id: IdentifierId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove an identifier"), |tx| {
        tx.remove_identifier(id)
    })
}
