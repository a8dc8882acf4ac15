use crate::model::RecommendationId;
use crate::store::{Op, Outcome, Store, StoreError};

use super::words::counted;

/// Removes a recommendation with its actions. Those after it move up by one.
pub fn remove_recommendation(
    store: &mut Store,
    id: RecommendationId,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove recommendation"), |tx| {
        let present = tx.recommendation(id)?;
        let actions = tx.actions_of(id)?.len();
        let mut label = format!("Remove recommendation {}", present.position);
        if actions > 0 {
            label.push_str(&format!(" and {}", counted(actions, "action", "actions")));
        }
        tx.relabel(label);
        tx.remove_recommendation(id)?;
        for (left, position) in tx.recommendations()?.into_iter().zip(1..) {
            tx.set_recommendation_position(left.id, position)?;
        }
        Ok(())
    })
}
