//! At least two rounds of comments before publication, or as many as the review's template asks for.
//!
//! **What it finds.** A review whose draft went out to its panel fewer times than that, and members who were asked fewer times.
//!
//! **Why.** The panel gets at least two chances to comment in writing, on facts, analysis and recommendations: a first draft is corrected,
//! and only the second shows whether the panel was heard.
//!
//! **What to do.** Begin the next round in the room Panel, with everybody who was asked too seldom.

use std::collections::HashMap;

use crate::model::{MemberId, Review};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FewRounds {
    /// How many the template asks for.
    pub least: usize,
    /// How many went out.
    pub sent: usize,
    /// Members who have not left and were asked fewer times than they should be, with how often; in order of name.
    pub asked: Vec<(MemberId, usize)>,
}

impl FewRounds {
    /// How many rounds are still to go out so that everybody was asked often enough.
    pub fn missing(&self) -> usize {
        let fewest = self
            .asked
            .iter()
            .map(|(_, times)| *times)
            .min()
            .unwrap_or(self.sent);
        self.least.saturating_sub(fewest.min(self.sent))
    }
}

/// `None` where everybody on the panel was asked often enough. A panel without members has not been asked at all.
pub fn two_rounds(review: &Review) -> Option<FewRounds> {
    let least = review.template.least_rounds;
    let mut times: HashMap<MemberId, usize> = HashMap::new();
    let sent: Vec<_> = review
        .rounds
        .iter()
        .filter(|round| round.is_sent())
        .collect();
    for sending in sent.iter().flat_map(|round| &round.sendings) {
        *times.entry(sending.member).or_default() += 1;
    }
    let asked: Vec<(MemberId, usize)> = review
        .members
        .iter()
        .filter(|member| !member.left)
        .map(|member| (member.id, times.get(&member.id).copied().unwrap_or(0)))
        .filter(|(_, times)| *times < least)
        .collect();
    (sent.len() < least || !asked.is_empty()).then_some(FewRounds {
        least,
        sent: sent.len(),
        asked,
    })
}
