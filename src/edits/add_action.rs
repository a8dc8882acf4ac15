use crate::model::{Action, ActionId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Adds an action at the end of those of its recommendation; the id and position of `action` are ignored.
pub fn add_action(store: &mut Store, action: &Action) -> Result<Outcome<ActionId>, StoreError> {
    store.transact(Op::new("Add action"), |tx| {
        let recommendation = tx.recommendation(action.recommendation)?;
        let position = check::next_position(tx.actions_of(action.recommendation)?.len());
        tx.relabel(format!("Add action {}.{position}", recommendation.position));
        tx.add_action(&Action {
            position,
            ..action.clone()
        })
    })
}
