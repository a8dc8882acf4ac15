use crate::model::ActionId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Removes an action. Those after it move up by one.
pub fn remove_action(store: &mut Store, id: ActionId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove action"), |tx| {
        let present = tx.action(id)?;
        let recommendation = tx.recommendation(present.recommendation)?;
        tx.relabel(format!(
            "Remove action {}.{}",
            recommendation.position, present.position
        ));
        tx.remove_action(id)?;
        for (left, position) in tx.actions_of(present.recommendation)?.into_iter().zip(1..) {
            tx.set_action_position(left.id, position)?;
        }
        Ok(())
    })
}
