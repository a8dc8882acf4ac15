use crate::model::{Comment, CommentId};
use crate::store::{Op, Outcome, Store, StoreError, Tx};

/// Says whether a comment is an objection. One that is no longer an objection raises nothing again, and nothing raises it again.
pub fn mark_objection(
    store: &mut Store,
    id: CommentId,
    objection: bool,
) -> Result<Outcome<()>, StoreError> {
    let label = match objection {
        true => "Mark a comment as an objection",
        false => "Mark a comment as no objection",
    };
    store.transact(Op::new(label), |tx| {
        let present = tx.comment(id)?;
        if !objection {
            for comment in tx.comments()? {
                if comment.repeats == Some(id) {
                    tx.change_comment(&Comment {
                        repeats: None,
                        ..comment
                    })?;
                }
            }
        }
        tx.change_comment(&Comment {
            objection,
            repeats: present.repeats.filter(|_| objection),
            ..present
        })
    })
}

/// Says that a comment raises an earlier objection of the same member again, or, with `None`, that it does not. Both are then objections.
pub fn mark_repeated(
    store: &mut Store,
    id: CommentId,
    earlier: Option<CommentId>,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Mark an objection as raised again"), |tx| {
        let present = tx.comment(id)?;
        let Some(earlier) = earlier else {
            tx.relabel("Mark an objection as raised once");
            return tx.change_comment(&Comment {
                repeats: None,
                ..present
            });
        };
        let first = tx.comment(earlier)?;
        if first.id >= id || member_of(tx, &first)? != member_of(tx, &present)? {
            return Err(StoreError::Refused(
                "An objection raises an earlier one of the same member again. Choose one that came before it, from the same member."
                    .to_owned(),
            ));
        }
        tx.change_comment(&Comment {
            objection: true,
            ..first
        })?;
        tx.change_comment(&Comment {
            objection: true,
            repeats: Some(earlier),
            ..present
        })
    })
}

fn member_of(tx: &Tx<'_>, comment: &Comment) -> Result<Option<i64>, StoreError> {
    let rounds = tx.rounds()?;
    let mut sendings = rounds.iter().flat_map(|round| &round.sendings);
    let sending = sendings.find(|sending| sending.id == comment.sending);
    Ok(sending.map(|sending| sending.member.0))
}
