use crate::model::{Comment, CommentId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Removes a comment that was typed in by hand. What raised it again no longer does.
pub fn remove_comment(store: &mut Store, id: CommentId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove a comment typed in by hand"), |tx| {
        check::is_typed_by_hand(&tx.comment(id)?)?;
        for comment in tx.comments()? {
            if comment.repeats == Some(id) {
                tx.change_comment(&Comment {
                    repeats: None,
                    ..comment
                })?;
            }
        }
        tx.remove_comment(id)
    })
}
