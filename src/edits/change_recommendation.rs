use crate::model::Recommendation;
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Changes everything of a recommendation but its position, for which there is [`super::move_recommendation`].
pub fn change_recommendation(
    store: &mut Store,
    recommendation: &Recommendation,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Change recommendation"), |tx| {
        let present = tx.recommendation(recommendation.id)?;
        check::recommendation(tx, recommendation)?;
        tx.relabel(format!("Change recommendation {}", present.position));
        tx.change_recommendation(recommendation)
    })
}
