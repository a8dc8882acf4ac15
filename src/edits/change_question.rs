use crate::model::QuestionId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Words a question anew. Its place and the findings that answer it stay.
pub fn change_question(
    store: &mut Store,
    id: QuestionId,
    text: &str,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Change question"), |tx| {
        let present = tx.question(id)?;
        tx.relabel(format!("Change question {}", present.position));
        tx.change_question(id, text)
    })
}
