use crate::model::{Round, RoundId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Begins the next round of comments; its id, number and whatever says that it went out are ignored. It goes out by
/// [`super::send_round`].
pub fn begin_round(store: &mut Store, round: &Round) -> Result<Outcome<RoundId>, StoreError> {
    store.transact(Op::new("Begin a round"), |tx| {
        let rounds = tx.rounds()?;
        if let Some(waiting) = rounds.iter().find(|round| !round.is_sent()) {
            return Err(StoreError::Refused(format!(
                "Round {} has not gone out yet. Send it or remove it before you begin another.",
                waiting.number
            )));
        }
        check::round(tx, round)?;
        let number = check::next_position(rounds.len());
        tx.relabel(format!("Begin round {number}"));
        let id = tx.add_round(&Round {
            number,
            version: None,
            sent: String::new(),
            overridden: String::new(),
            ..round.clone()
        })?;
        for sending in &round.sendings {
            tx.add_sending(id, sending.member, sending.sees)?;
        }
        Ok(id)
    })
}
