use crate::model::AllowedId;
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Lets the leak scan pass over these words, for a reason.
pub fn allow_words(
    store: &mut Store,
    words: &str,
    why: &str,
) -> Result<Outcome<AllowedId>, StoreError> {
    store.transact(Op::new("Allow words in what is published"), |tx| {
        check::allowed(tx, words, why)?;
        tx.allow(words.trim(), why.trim())
    })
}
