use crate::model::Fact;
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;
use super::words::search_words;

/// Changes name, words and note of a fact.
pub fn change_fact(store: &mut Store, fact: &Fact) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Change a fact"), |tx| {
        check::fact(fact)?;
        tx.change_fact(&Fact {
            words: search_words(&fact.words),
            ..fact.clone()
        })
    })
}
