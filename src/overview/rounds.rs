//! How the rounds of comments stand: who has replied, what is not answered.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate};

use crate::checks;
use crate::model::{CommentId, MemberId, Review, Round, RoundId, SendingId};

/// Whether a member has answered a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replied {
    /// On this day; `None` where the day is not known.
    On(Option<NaiveDate>),
    NotYet,
    /// By so many days.
    Late(i64),
}

/// One round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundStanding {
    /// In the order of the members' names.
    pub replies: Vec<(SendingId, MemberId, Replied)>,
    pub comments: usize,
    pub unanswered: usize,
}

impl RoundStanding {
    /// How many have replied.
    pub fn replied(&self) -> usize {
        let replied = |one: &&(SendingId, MemberId, Replied)| matches!(one.2, Replied::On(_));
        self.replies.iter().filter(replied).count()
    }
}

pub fn round_standing(review: &Review, round: &Round, today: NaiveDate) -> RoundStanding {
    let sendings: HashSet<SendingId> = round.sendings.iter().map(|one| one.id).collect();
    let mut comments = review
        .comments
        .iter()
        .filter(|one| sendings.contains(&one.sending));
    let (answered, unanswered) = comments
        .by_ref()
        .fold((0, 0), |(yes, no), comment| match comment.is_answered() {
            true => (yes + 1, no),
            false => (yes, no + 1),
        });
    let replies = review.members.iter().filter_map(|member| {
        let sending = round.sendings.iter().find(|one| one.member == member.id)?;
        let replied = match (sending.replied.as_str(), round.deadline) {
            ("", Some(deadline)) if round.is_sent() && deadline < today => {
                Replied::Late((today - deadline).num_days())
            }
            ("", _) => Replied::NotYet,
            (at, _) => Replied::On(
                DateTime::parse_from_rfc3339(at)
                    .ok()
                    .map(|at| at.date_naive()),
            ),
        };
        Some((sending.id, member.id, replied))
    });
    RoundStanding {
        replies: replies.collect(),
        comments: answered + unanswered,
        unanswered,
    }
}

/// While a further round is being prepared every objection must be heard; until then only those raised again press.
pub(super) fn not_heard(review: &Review) -> Vec<CommentId> {
    let next_is_begun = review.rounds.iter().any(|round| !round.is_sent());
    checks::not_heard(review)
        .into_iter()
        .filter(|one| next_is_begun || one.why.earlier().is_some())
        .map(|one| one.comment)
        .collect()
}

/// Of members who are still on the panel.
pub(super) fn late_replies(review: &Review, today: NaiveDate) -> Vec<(RoundId, MemberId)> {
    let has_left = |id| review.member(id).is_none_or(|member| member.left);
    let mut late = Vec::new();
    for round in review.rounds.iter().filter(|round| round.is_sent()) {
        for (_, member, replied) in round_standing(review, round, today).replies {
            if matches!(replied, Replied::Late(_)) && !has_left(member) {
                late.push((round.id, member));
            }
        }
    }
    late
}

pub(super) fn unanswered(review: &Review) -> Vec<CommentId> {
    let comments = review.comments.iter();
    comments
        .filter(|one| !one.is_answered())
        .map(|one| one.id)
        .collect()
}

/// A reply stands where the comment stands that it replies to.
pub(super) fn unplaced(review: &Review) -> Vec<CommentId> {
    let comments = review.comments.iter();
    comments
        .filter(|one| one.paragraph.is_none() && one.answers.is_none() && !one.is_answered())
        .map(|one| one.id)
        .collect()
}

/// 0 for a review without a panel: it has not come so far.
pub(super) fn to_go(review: &Review) -> usize {
    match checks::two_rounds(review) {
        Some(few) if !review.members.is_empty() => few.missing(),
        _ => 0,
    }
}
