use crate::model::{Fact, FactId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;
use super::words::search_words;

/// Adds a fact of which it matters who knew it; the id of `fact` is ignored.
pub fn add_fact(store: &mut Store, fact: &Fact) -> Result<Outcome<FactId>, StoreError> {
    store.transact(Op::new("Add a fact"), |tx| {
        check::fact(fact)?;
        tx.add_fact(&Fact {
            words: search_words(&fact.words),
            ..fact.clone()
        })
    })
}
