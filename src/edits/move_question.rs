use crate::model::QuestionId;
use crate::store::{Op, Outcome, Store, StoreError};

use super::words::moved;

/// Moves a question to place `to` (from 1; beyond the end is the end). The others close up.
pub fn move_question(
    store: &mut Store,
    id: QuestionId,
    to: u32,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Move question"), |tx| {
        let present = tx.question(id)?;
        let order: Vec<_> = tx.questions()?.into_iter().map(|each| each.id).collect();
        for (id, position) in moved(order, id, to) {
            tx.set_question_position(id, position)?;
        }
        tx.relabel(format!("Move question {}", present.position));
        Ok(())
    })
}
