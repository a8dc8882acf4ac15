use chrono::NaiveDate;

use super::dates::a_day;
use super::{ActionPart, FindingPart, RecommendationPart};
use crate::app::{Open, Problem};
use crate::edits;
use crate::model::{ActionId, FindingId, QuestionId, RecommendationId};

pub(super) fn store_question(open: &mut Open, id: QuestionId, text: &str) -> Result<(), Problem> {
    open.edit("The question was not changed", |store| {
        edits::change_question(store, id, text.trim())
    })
}

pub(super) fn store_finding(
    open: &mut Open,
    id: FindingId,
    part: FindingPart,
    text: &str,
) -> Result<(), Problem> {
    let Some(mut finding) = open.review.finding(id).cloned() else {
        return Ok(());
    };
    let words = match part {
        FindingPart::Text => &mut finding.text,
        FindingPart::Analysis => &mut finding.analysis,
    };
    text.trim().clone_into(words);
    open.edit("The finding was not changed", |store| {
        edits::change_finding(store, &finding)
    })
}

pub(super) fn store_recommendation(
    open: &mut Open,
    id: RecommendationId,
    part: RecommendationPart,
    text: &str,
    today: NaiveDate,
) -> Result<(), Problem> {
    let found = open
        .review
        .recommendations
        .iter()
        .find(|recommendation| recommendation.id == id);
    let Some(mut recommendation) = found.cloned() else {
        return Ok(());
    };
    match part {
        RecommendationPart::Text => text.trim().clone_into(&mut recommendation.text),
        RecommendationPart::Measure => text.trim().clone_into(&mut recommendation.measure),
        RecommendationPart::Achievable => text.trim().clone_into(&mut recommendation.achievable),
        RecommendationPart::Due => recommendation.due = a_day(text, &open.review, today)?,
    }
    open.edit("The recommendation was not changed", |store| {
        edits::change_recommendation(store, &recommendation)
    })
}

pub(super) fn store_action(
    open: &mut Open,
    id: ActionId,
    part: ActionPart,
    text: &str,
    today: NaiveDate,
) -> Result<(), Problem> {
    let Some(mut action) = open
        .review
        .actions
        .iter()
        .find(|action| action.id == id)
        .cloned()
    else {
        return Ok(());
    };
    let words = match part {
        ActionPart::Target => {
            action.target = a_day(text, &open.review, today)?;
            None
        }
        ActionPart::Completed => {
            action.completed = a_day(text, &open.review, today)?;
            None
        }
        ActionPart::Text => Some(&mut action.text),
        ActionPart::LeadAgency => Some(&mut action.lead_agency),
        ActionPart::Owner => Some(&mut action.owner),
        ActionPart::Milestones => Some(&mut action.milestones),
        ActionPart::Outcome => Some(&mut action.outcome),
        ActionPart::OutcomeSought => Some(&mut action.outcome_sought),
        ActionPart::Outputs => Some(&mut action.outputs),
        ActionPart::Resources => Some(&mut action.resources),
        ActionPart::Review => Some(&mut action.review),
        ActionPart::RelatedPlans => Some(&mut action.related_plans),
    };
    if let Some(words) = words {
        text.trim().clone_into(words);
    }
    open.edit("The action was not changed", |store| {
        edits::change_action(store, &action)
    })
}
