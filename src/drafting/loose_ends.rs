//! Where the chain from question to outcome is broken.

use std::collections::BTreeSet;

use super::chain::{Chain, ChainStep, has_outcome};
use super::markup::Target;
use crate::model::{EntryId, FindingId, Review, Status};

/// What is missing at a step, in the order in which the chain is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LooseEnd {
    QuestionWithoutFinding,
    FindingWithoutQuestion,
    /// It rests on no entry, or only on such as their agencies have withdrawn.
    FindingWithoutEntry,
    /// No paragraph of the draft cites it, although the draft is begun.
    FindingNotCited,
    /// A lesson, not good practice, that nothing is recommended for.
    FindingWithoutRecommendation,
    RecommendationWithoutFinding,
    /// It rests on no entry, nor does a finding that it answers.
    RecommendationWithoutEntry,
    /// Something of what makes it SMART is missing.
    RecommendationNotSmart,
    RecommendationWithoutAction,
    /// Completed, but what changed is not written down.
    ActionWithoutOutcome,
}

impl LooseEnd {
    pub const ALL: [Self; 10] = [
        Self::QuestionWithoutFinding,
        Self::FindingWithoutQuestion,
        Self::FindingWithoutEntry,
        Self::FindingNotCited,
        Self::FindingWithoutRecommendation,
        Self::RecommendationWithoutFinding,
        Self::RecommendationWithoutEntry,
        Self::RecommendationNotSmart,
        Self::RecommendationWithoutAction,
        Self::ActionWithoutOutcome,
    ];

    /// “question is answered by no finding”, “questions are answered by no finding”: to stand after their number.
    pub fn words(self, count: usize) -> &'static str {
        let (one, several) = match self {
            Self::QuestionWithoutFinding => (
                "question is answered by no finding",
                "questions are answered by no finding",
            ),
            Self::FindingWithoutQuestion => {
                ("finding answers no question", "findings answer no question")
            }
            Self::FindingWithoutEntry => ("finding rests on no entry", "findings rest on no entry"),
            Self::FindingNotCited => (
                "finding is cited nowhere in the draft",
                "findings are cited nowhere in the draft",
            ),
            Self::FindingWithoutRecommendation => (
                "finding leads to no recommendation",
                "findings lead to no recommendation",
            ),
            Self::RecommendationWithoutFinding => (
                "recommendation answers no finding",
                "recommendations answer no finding",
            ),
            Self::RecommendationWithoutEntry => (
                "recommendation rests on no entry",
                "recommendations rest on no entry",
            ),
            Self::RecommendationNotSmart => (
                "recommendation is not SMART yet",
                "recommendations are not SMART yet",
            ),
            Self::RecommendationWithoutAction => (
                "recommendation has no action",
                "recommendations have no action",
            ),
            Self::ActionWithoutOutcome => (
                "action is completed, but not what changed by it",
                "actions are completed, but not what changed by them",
            ),
        };
        if count == 1 { one } else { several }
    }

    /// Said of one, where it stands: “Answered by no finding”.
    pub fn about_one(self) -> &'static str {
        match self {
            Self::QuestionWithoutFinding => "Answered by no finding",
            Self::FindingWithoutQuestion => "Answers no question",
            Self::FindingWithoutEntry | Self::RecommendationWithoutEntry => "Rests on no entry",
            Self::FindingNotCited => "Cited nowhere in the draft",
            Self::FindingWithoutRecommendation => "Leads to no recommendation",
            Self::RecommendationWithoutFinding => "Answers no finding",
            Self::RecommendationNotSmart => "Not SMART yet",
            Self::RecommendationWithoutAction => "No action yet",
            Self::ActionWithoutOutcome => "What changed is not said",
        }
    }
}

/// Every break of the chain, by kind and in order of position; kinds without any are left out.
pub fn loose_ends(review: &Review, chain: &Chain) -> Vec<(LooseEnd, Vec<ChainStep>)> {
    let all = LooseEnd::ALL.map(|kind| (kind, steps(kind, review, chain)));
    all.into_iter()
        .filter(|(_, steps)| !steps.is_empty())
        .collect()
}

fn steps(kind: LooseEnd, review: &Review, chain: &Chain) -> Vec<ChainStep> {
    let questions = review
        .questions
        .iter()
        .map(|each| ChainStep::Question(each.id));
    let findings = || review.findings.iter();
    let finding = |id: FindingId| ChainStep::Finding(id);
    let recommendations = || {
        let recommendations = review.recommendations.iter();
        recommendations.map(|each| (each, ChainStep::Recommendation(each.id)))
    };
    let leads_on = |step: &ChainStep| chain.after(*step).next().is_some();
    let is_led_to = |step: &ChainStep| chain.before(*step).next().is_some();
    match kind {
        LooseEnd::QuestionWithoutFinding => questions.filter(|step| !leads_on(step)).collect(),
        LooseEnd::FindingWithoutQuestion => findings()
            .map(|each| finding(each.id))
            .filter(|step| !review.questions.is_empty() && !is_led_to(step))
            .collect(),
        LooseEnd::FindingWithoutEntry => findings()
            .filter(|each| !rests_on_something(review, &each.entries))
            .map(|each| finding(each.id))
            .collect(),
        LooseEnd::FindingNotCited => {
            let begun = review
                .sections
                .iter()
                .any(|section| !section.text.trim().is_empty());
            findings()
                .filter(|each| begun && chain.cited(Target::Finding(each.id)).is_empty())
                .map(|each| finding(each.id))
                .collect()
        }
        LooseEnd::FindingWithoutRecommendation => findings()
            .filter(|each| !each.good_practice)
            .map(|each| finding(each.id))
            .filter(|step| !leads_on(step))
            .collect(),
        LooseEnd::RecommendationWithoutFinding => recommendations()
            .map(|(_, step)| step)
            .filter(|step| !is_led_to(step))
            .collect(),
        LooseEnd::RecommendationWithoutEntry => recommendations()
            .filter(|(each, _)| {
                let found = each.findings.iter().filter_map(|id| review.finding(*id));
                let mut rested_on: BTreeSet<EntryId> = each.entries.iter().copied().collect();
                rested_on.extend(found.flat_map(|finding| finding.entries.iter().copied()));
                !rests_on_something(review, &rested_on)
            })
            .map(|(_, step)| step)
            .collect(),
        LooseEnd::RecommendationNotSmart => recommendations()
            .filter(|(each, _)| !each.missing().is_empty())
            .map(|(_, step)| step)
            .collect(),
        LooseEnd::RecommendationWithoutAction => recommendations()
            .map(|(_, step)| step)
            .filter(|step| !leads_on(step))
            .collect(),
        LooseEnd::ActionWithoutOutcome => review
            .actions
            .iter()
            .filter(|action| action.status == Status::Completed && !has_outcome(action))
            .map(|action| ChainStep::Action(action.id))
            .collect(),
    }
}

fn rests_on_something<'a>(review: &Review, entries: impl IntoIterator<Item = &'a EntryId>) -> bool {
    entries.into_iter().any(|id| {
        let entry = review.entry(*id);
        entry.is_some_and(|entry| entry.withdrawn.is_none())
    })
}
