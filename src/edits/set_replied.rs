use crate::model::{Sending, SendingId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::add_comment::sent_to;

/// Says when a member answered a round, without a file: “nothing to add”, by letter or telephone. `None`: they have not. Whoever commented has
/// replied.
pub fn set_replied(
    store: &mut Store,
    id: SendingId,
    at: Option<&str>,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Note who has replied"), |tx| {
        let (sending, name) = sent_to(tx, id)?;
        let commented = tx.comments()?.iter().any(|comment| comment.sending == id);
        let came = tx.collected()?.iter().any(|file| file.sending == id);
        if at.is_none() && (commented || came) {
            return Err(StoreError::Refused(format!(
                "{name} has replied: comments or a file of theirs are here."
            )));
        }
        tx.change_sending(&Sending {
            replied: at.unwrap_or_default().to_owned(),
            ..sending
        })
    })
}
