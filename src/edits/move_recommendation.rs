use crate::model::RecommendationId;
use crate::store::{Op, Outcome, Store, StoreError};

use super::words::moved;

/// Moves a recommendation to place `to` (from 1; beyond the end is the end). The others close up.
pub fn move_recommendation(
    store: &mut Store,
    id: RecommendationId,
    to: u32,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Move recommendation"), |tx| {
        let present = tx.recommendation(id)?;
        let order: Vec<_> = tx
            .recommendations()?
            .into_iter()
            .map(|each| each.id)
            .collect();
        for (id, position) in moved(order, id, to) {
            tx.set_recommendation_position(id, position)?;
        }
        tx.relabel(format!("Move recommendation {}", present.position));
        Ok(())
    })
}
