use crate::model::{Comment, CommentId, Disposition};
use crate::store::{Op, Outcome, Store, StoreError};

/// What becomes of a comment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    pub disposition: Disposition,
    /// Why it was declined, or accepted only in part.
    pub reason: String,
    /// The change of the text that it led to.
    pub change: String,
}

impl Answer {
    /// As it stands now.
    pub fn of(comment: &Comment) -> Self {
        Self {
            disposition: comment.disposition,
            reason: comment.reason.clone(),
            change: comment.change.clone(),
        }
    }
}

/// Says what became of a comment. A comment that was declined without a reason is stored, but counts as not answered until it has one.
pub fn answer_comment(
    store: &mut Store,
    id: CommentId,
    answer: &Answer,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Answer a comment"), |tx| {
        let present = tx.comment(id)?;
        if present.disposition != answer.disposition {
            let words = answer.disposition.words().to_lowercase();
            tx.relabel(format!("Answer a comment: {words}"));
        }
        tx.change_comment(&Comment {
            disposition: answer.disposition,
            reason: answer.reason.trim().to_owned(),
            change: answer.change.trim().to_owned(),
            ..present
        })
    })
}
