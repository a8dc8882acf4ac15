use crate::model::QuestionId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Removes a question. The findings that answered it stay; questions after it move up by one.
pub fn remove_question(store: &mut Store, id: QuestionId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove question"), |tx| {
        let present = tx.question(id)?;
        tx.relabel(format!("Remove question {}", present.position));
        tx.remove_question(id)?;
        for (left, position) in tx.questions()?.into_iter().zip(1..) {
            tx.set_question_position(left.id, position)?;
        }
        Ok(())
    })
}
