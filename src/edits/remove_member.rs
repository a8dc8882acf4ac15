use crate::model::MemberId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Removes a member to whom nothing was sent; from rounds that have not gone out, too.
pub fn remove_member(store: &mut Store, id: MemberId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove a panel member"), |tx| {
        let member = tx.member(id)?;
        for round in tx.rounds()? {
            let Some(sending) = round.sendings.iter().find(|sending| sending.member == id) else {
                continue;
            };
            if round.is_sent() {
                return Err(StoreError::Refused(format!(
                    "{} was sent round {}, and what was said of it stays. Mark them as having left the panel instead.",
                    member.name, round.number
                )));
            }
            tx.remove_sending(sending.id)?;
        }
        tx.remove_member(id)
    })
}
