use crate::model::{Identifier, IdentifierId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Adds a number, an address or the like that tells who somebody is; the id of `identifier` is ignored.
pub fn add_identifier(
    store: &mut Store,
    identifier: &Identifier,
) -> Result<Outcome<IdentifierId>, StoreError> {
    store.transact(Op::new("Add an identifier"), |tx| {
        check::identifier(tx, identifier, None)?;
        tx.add_identifier(identifier)
    })
}
