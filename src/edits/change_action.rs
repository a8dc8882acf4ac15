use crate::model::Action;
use crate::store::{Op, Outcome, Store, StoreError};

/// Changes everything of an action but its place: recommendation and position stay.
pub fn change_action(store: &mut Store, action: &Action) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Change action"), |tx| {
        let present = tx.action(action.id)?;
        let recommendation = tx.recommendation(present.recommendation)?;
        tx.relabel(format!(
            "Change action {}.{}",
            recommendation.position, present.position
        ));
        tx.change_action(&Action {
            recommendation: present.recommendation,
            position: present.position,
            ..action.clone()
        })
    })
}
