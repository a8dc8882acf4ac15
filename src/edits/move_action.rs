use crate::model::ActionId;
use crate::store::{Op, Outcome, Store, StoreError};

use super::words::moved;

/// Moves an action to place `to` under its recommendation (from 1; beyond the end is the end). The others close up.
pub fn move_action(store: &mut Store, id: ActionId, to: u32) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Move action"), |tx| {
        let present = tx.action(id)?;
        let recommendation = tx.recommendation(present.recommendation)?;
        let order: Vec<_> = tx
            .actions_of(present.recommendation)?
            .into_iter()
            .map(|each| each.id)
            .collect();
        for (id, position) in moved(order, id, to) {
            tx.set_action_position(id, position)?;
        }
        tx.relabel(format!(
            "Move action {}.{}",
            recommendation.position, present.position
        ));
        Ok(())
    })
}
