use crate::model::Identifier;
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Changes its kind and text; whose it is stays.
pub fn change_identifier(
    store: &mut Store,
    identifier: &Identifier,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Change an identifier"), |tx| {
        check::identifier(tx, identifier, Some(identifier.id))?;
        tx.change_identifier(identifier)
    })
}
