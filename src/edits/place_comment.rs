use crate::model::{Comment, CommentId, ParagraphId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Says which paragraph of the draft a comment is about; `None`: none in particular.
pub fn place_comment(
    store: &mut Store,
    id: CommentId,
    paragraph: Option<ParagraphId>,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Place a comment at a paragraph"), |tx| {
        let present = tx.comment(id)?;
        match paragraph {
            Some(paragraph) => check::paragraph(tx, paragraph)?,
            None => tx.relabel("Take a comment from its paragraph"),
        }
        tx.change_comment(&Comment {
            paragraph,
            ..present
        })
    })
}
