use crate::model::QuestionId;
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Adds a question of the terms of reference at the end of their list.
pub fn add_question(store: &mut Store, text: &str) -> Result<Outcome<QuestionId>, StoreError> {
    store.transact(Op::new("Add question"), |tx| {
        let position = check::next_position(tx.questions()?.len());
        tx.relabel(format!("Add question {position}"));
        tx.add_question(position, text)
    })
}
