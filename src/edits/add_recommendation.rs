use crate::model::{Recommendation, RecommendationId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Adds a recommendation at the end of the list; the id and position of `recommendation` are ignored.
pub fn add_recommendation(
    store: &mut Store,
    recommendation: &Recommendation,
) -> Result<Outcome<RecommendationId>, StoreError> {
    store.transact(Op::new("Add recommendation"), |tx| {
        check::recommendation(tx, recommendation)?;
        let position = check::next_position(tx.recommendations()?.len());
        tx.relabel(format!("Add recommendation {position}"));
        tx.add_recommendation(&Recommendation {
            position,
            ..recommendation.clone()
        })
    })
}
