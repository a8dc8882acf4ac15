//! What became of a member's comments in earlier rounds: they see it at the head of the next one.

use crate::drafting::NumberedSection;
use crate::model::{Comment, CommentKind, Member, ParagraphId, Review, Round};

use super::Answered;

/// In the order in which they came. Replies within a conversation are left to it.
pub(super) fn earlier(
    review: &Review,
    round: &Round,
    member: &Member,
    numbered: &[NumberedSection],
) -> Vec<Answered> {
    let number_of = |id: ParagraphId| {
        let mut paragraphs = numbered.iter().flat_map(|section| &section.paragraphs);
        paragraphs
            .find(|paragraph| paragraph.id == Some(id))
            .map_or_else(String::new, |paragraph| paragraph.number.clone())
    };
    review
        .comments
        .iter()
        .filter(|comment| comment.answers.is_none())
        .filter_map(|comment| {
            let (then, sending) = review.sending(comment.sending)?;
            let is_theirs = sending.member == member.id && then.number < round.number;
            is_theirs.then(|| Answered {
                round: then.number,
                place: comment.paragraph.map_or_else(String::new, number_of),
                said: said(comment),
                outcome: comment.disposition.words().to_owned(),
                reason: comment.reason.trim().to_owned(),
                change: comment.change.trim().to_owned(),
            })
        })
        .collect()
}

fn said(comment: &Comment) -> String {
    match comment.kind {
        CommentKind::Remark => comment.text.clone(),
        CommentKind::Insertion => format!("To add: “{}”", comment.text),
        CommentKind::Deletion => format!("To strike out: “{}”", comment.text),
    }
}
