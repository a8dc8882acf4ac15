//! An objection that was not heard.
//!
//! **What it finds.** An objection of a panel member, or of the family, that has no answer; or one that was raised again, by the chair's
//! mark or by its words, and still has none. Accepted is an answer; declined, or accepted in part, is one when the reason is given.
//!
//! **Why.** In one review a perpetrator's own word that he was bipolar hardened into a fact although a panel member objected again and
//! again. A panel that is asked twice and answered once has not been heard.
//!
//! **What to do.** Answer it, or say why the next round goes out all the same; the reason stays with the round.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::likeness::{Terms, Vocabulary, alike};
use crate::model::{Comment, CommentId, MemberId, Review};

/// An objection that waits to be heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotHeard {
    pub comment: CommentId,
    pub member: MemberId,
    pub why: WhyNotHeard,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyNotHeard {
    /// Raises this earlier objection again.
    RaisedAgain(CommentId),
    /// Reads like this earlier one of the same member; nobody has said yet whether it raises it again.
    SeemsRaisedAgain(CommentId),
    /// Raised once, and not answered.
    Unanswered,
}

impl WhyNotHeard {
    pub fn words(self) -> &'static str {
        match self {
            Self::RaisedAgain(_) => "Raised again and not answered",
            Self::SeemsRaisedAgain(_) => "Seems to be raised again, and is not answered",
            Self::Unanswered => "Not answered",
        }
    }

    /// The objection that it raises again, or seems to.
    pub fn earlier(self) -> Option<CommentId> {
        match self {
            Self::RaisedAgain(earlier) | Self::SeemsRaisedAgain(earlier) => Some(earlier),
            Self::Unanswered => None,
        }
    }
}

/// Where a comment comes from.
#[derive(Clone, Copy)]
struct Source {
    round: u32,
    member: MemberId,
}

/// Objections that were not heard, those raised again first, then in the order in which they came. An objection that was raised again stands in
/// the list as the later one only, and not at all once that has its answer.
pub fn not_heard(review: &Review) -> Vec<NotHeard> {
    let sources: HashMap<_, _> = review
        .rounds
        .iter()
        .flat_map(|round| {
            round.sendings.iter().map(|sending| {
                let source = Source {
                    round: round.number,
                    member: sending.member,
                };
                (sending.id, source)
            })
        })
        .collect();
    let raised_again: HashSet<CommentId> = review
        .comments
        .iter()
        .filter(|comment| comment.objection)
        .filter_map(|comment| comment.repeats)
        .collect();
    let mut earlier = Earlier::default();
    let mut found = Vec::new();
    for comment in &review.comments {
        let Some(&source) = sources.get(&comment.sending) else {
            continue;
        };
        if !comment.is_answered() && !raised_again.contains(&comment.id) {
            let mut seems = || earlier.like(comment, source);
            let why = match (comment.repeats, comment.objection) {
                (Some(earlier), true) => Some(WhyNotHeard::RaisedAgain(earlier)),
                (_, true) => {
                    Some(seems().map_or(WhyNotHeard::Unanswered, WhyNotHeard::SeemsRaisedAgain))
                }
                (_, false) => seems().map(WhyNotHeard::SeemsRaisedAgain),
            };
            found.extend(why.map(|why| NotHeard {
                comment: comment.id,
                member: source.member,
                why,
            }));
        }
        if comment.objection {
            earlier.add(comment, source);
        }
    }
    let shown_as_later: BTreeSet<CommentId> =
        found.iter().filter_map(|one| one.why.earlier()).collect();
    found.retain(|one| !shown_as_later.contains(&one.comment));
    found.sort_by_key(|one| one.why.earlier().is_none());
    found
}

/// The objections so far, by member.
#[derive(Default)]
struct Earlier<'a> {
    objections: HashMap<MemberId, Vec<Objection<'a>>>,
    words: Vocabulary,
}

struct Objection<'a> {
    round: u32,
    comment: &'a Comment,
    terms: Terms,
}

impl<'a> Earlier<'a> {
    fn add(&mut self, comment: &'a Comment, source: Source) {
        let objection = Objection {
            round: source.round,
            comment,
            terms: self.words.terms(&said(comment)),
        };
        self.objections
            .entry(source.member)
            .or_default()
            .push(objection);
    }

    /// The objection of an earlier round that is most like this comment; of two as like, the later.
    fn like(&mut self, comment: &Comment, source: Source) -> Option<CommentId> {
        let objections = self.objections.get(&source.member)?;
        let terms = self.words.terms(&said(comment));
        objections
            .iter()
            .filter(|objection| objection.round < source.round)
            .filter_map(|objection| {
                let earlier = objection.comment;
                let at_one = comment.paragraph.is_some() && comment.paragraph == earlier.paragraph;
                Some((alike(&terms, &objection.terms, at_one)?, earlier.id))
            })
            .max_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)))
            .map(|(_, id)| id)
    }
}

/// The remark, and the words of the draft that it is about.
fn said(comment: &Comment) -> String {
    format!("{} {}", comment.text, comment.quoted)
}

/// Whether a remark reads like an objection, so that the chair is asked whether it is one. It blocks nothing.
pub fn sounds_like_objection(text: &str) -> bool {
    const CUES: [&str; 21] = [
        "object to",
        "i object",
        "we object",
        "objection",
        "disagree",
        "do not agree",
        "don’t agree",
        "don't agree",
        "cannot agree",
        "not accept",
        "cannot accept",
        "is wrong",
        "is not right",
        "is not true",
        "is untrue",
        "incorrect",
        "inaccurate",
        "misleading",
        "unfair",
        "must not",
        "not a fact",
    ];
    let text = text.to_lowercase();
    CUES.iter().any(|cue| text.contains(cue))
}
