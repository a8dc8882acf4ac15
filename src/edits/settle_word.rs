use crate::model::{Ruling, RulingId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Settles whether a word that is also a name is one where it stands between these words, and whose; what was settled of the same words
/// before gives way. The id of `ruling` is ignored.
pub fn settle_word(store: &mut Store, ruling: &Ruling) -> Result<Outcome<RulingId>, StoreError> {
    let label = match ruling.person {
        Some(_) => "Settle that a word is a name",
        None => "Settle that a word is no name",
    };
    store.transact(Op::new(label), |tx| {
        check::ruling(tx, ruling)?;
        tx.settle_word(ruling)
    })
}
