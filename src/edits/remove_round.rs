use crate::model::RoundId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Removes a round that has not gone out.
pub fn remove_round(store: &mut Store, id: RoundId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove a round"), |tx| {
        let round = tx.round(id)?;
        if round.is_sent() {
            return Err(StoreError::Refused(format!(
                "Round {} has gone out: members hold it, and what they send back must find it here. It was not removed.",
                round.number
            )));
        }
        tx.relabel(format!("Remove round {}", round.number));
        tx.remove_round(id)
    })
}
