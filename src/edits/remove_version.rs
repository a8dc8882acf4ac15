use crate::model::VersionId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Removes a version of the draft; the draft itself stays as it is.
///
/// # Errors
/// Refused where the panel got it in a round: comments speak of it.
pub fn remove_version(store: &mut Store, id: VersionId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove a version of the draft"), |tx| {
        tx.version(id)?;
        let sent = tx.rounds()?.into_iter().find(|round| round.version == Some(id));
        match sent {
            Some(round) => Err(StoreError::Refused(format!(
                "The panel got this version in round {}, and its comments speak of it. The version stays.",
                round.number
            ))),
            None => tx.remove_version(id),
        }
    })
}
