use crate::model::{Comment, CommentId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Changes the words of a comment that was typed in by hand. What a member wrote in a file stays as it is.
pub fn rewrite_comment(
    store: &mut Store,
    id: CommentId,
    text: &str,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Change a comment typed in by hand"), |tx| {
        let present = tx.comment(id)?;
        check::is_typed_by_hand(&present)?;
        check::comment_text(text)?;
        tx.change_comment(&Comment {
            text: text.trim().to_owned(),
            ..present
        })
    })
}
