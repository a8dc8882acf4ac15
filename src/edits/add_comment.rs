use crate::model::{Comment, CommentId, CommentKind, Disposition, ParagraphId, Sending, SendingId};
use crate::store::{Op, Outcome, Store, StoreError, Tx};

use super::check;

/// Something that a member told the chair, by telephone or in a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldComment {
    /// What they were sent, and are speaking of.
    pub sending: SendingId,
    pub paragraph: Option<ParagraphId>,
    pub text: String,
    pub objection: bool,
    /// When it was told, with its offset from UTC.
    pub at: String,
}

/// Adds a comment that was told rather than written. The member counts as having replied.
pub fn add_comment(
    store: &mut Store,
    told: &ToldComment,
) -> Result<Outcome<CommentId>, StoreError> {
    store.transact(Op::new("Add a comment"), |tx| {
        let (sending, author) = sent_to(tx, told.sending)?;
        check::comment_text(&told.text)?;
        if let Some(paragraph) = told.paragraph {
            check::paragraph(tx, paragraph)?;
        }
        if sending.replied.is_empty() {
            tx.change_sending(&Sending {
                replied: told.at.clone(),
                ..sending
            })?;
        }
        tx.add_comment(&Comment {
            id: CommentId(0),
            sending: told.sending,
            author,
            at: told.at.clone(),
            kind: CommentKind::Remark,
            paragraph: told.paragraph,
            quoted: String::new(),
            text: told.text.trim().to_owned(),
            answers: None,
            origin: String::new(),
            objection: told.objection,
            repeats: None,
            disposition: Disposition::Open,
            reason: String::new(),
            change: String::new(),
        })
    })
}

/// What went out to a member, and their name.
pub(super) fn sent_to(tx: &Tx<'_>, id: SendingId) -> Result<(Sending, String), StoreError> {
    for round in tx.rounds()? {
        let Some(sending) = round.sendings.iter().find(|sending| sending.id == id) else {
            continue;
        };
        if !round.is_sent() {
            return Err(StoreError::Refused(format!(
                "Round {} has not gone out yet, so nobody can have answered it.",
                round.number
            )));
        }
        return Ok((sending.clone(), tx.member(sending.member)?.name));
    }
    Err(StoreError::gone("What was sent to this member"))
}
