//! An action plan that is not complete.
//!
//! **What it finds.** A recommendation without an action; an action that does not say what is done, who leads, who is responsible, by which steps, by when and with
//! what means; and one that is completed without a word on what changed.
//!
//! **Why.** An action without an owner, a date and means is a wish. Plans come back empty or half filled, and the partnership checks them at three and six months.
//!
//! **What to do.** The panel completes the plan with the agencies that must carry it out.

use super::recommendation_not_smart::listed;
use crate::checks::{At, Case, Mark};
use crate::model::{Action, Recommendation, RuleSetting, Status};

pub(super) fn find(case: &Case<'_>, _: &RuleSetting) -> Vec<Mark> {
    let mut marks = Vec::new();
    for recommendation in &case.review.recommendations {
        let actions = case.review.actions.iter();
        let mut actions = actions
            .filter(|action| action.recommendation == recommendation.id)
            .peekable();
        if actions.peek().is_none() {
            marks.push(Mark {
                subject: format!("recommendation {}", recommendation.id),
                what: format!("Recommendation {} has no action.", recommendation.position),
                instead: String::new(),
                at: At::Recommendation(recommendation.id),
            });
        }
        marks.extend(actions.filter_map(|action| incomplete(recommendation, action)));
    }
    marks
}

fn incomplete(recommendation: &Recommendation, action: &Action) -> Option<Mark> {
    let missing = missing(action);
    (!missing.is_empty()).then(|| Mark {
        subject: format!("action {}: {}", action.id, missing.join(", ")),
        what: format!(
            "Action {}.{} lacks {}.",
            recommendation.position,
            action.position,
            listed(&missing)
        ),
        instead: String::new(),
        at: At::Action(action.id),
    })
}

fn missing(action: &Action) -> Vec<&'static str> {
    let is_blank = |text: &str| text.trim().is_empty();
    let mut missing = Vec::new();
    if is_blank(&action.text) {
        missing.push("what is to be done");
    }
    if is_blank(&action.lead_agency) {
        missing.push("a lead agency");
    }
    match action.status {
        Status::Completed if is_blank(&action.outcome) => missing.push("what changed by it"),
        Status::Stopped if is_blank(&action.outcome) => missing.push("why it was stopped"),
        Status::Completed | Status::Stopped => {}
        Status::NotStarted | Status::UnderWay => {
            if is_blank(&action.milestones) {
                missing.push("milestones");
            }
            missing.extend(action.missing().into_iter().map(with_article));
        }
    }
    missing
}

fn with_article(missing: &'static str) -> &'static str {
    match missing {
        "owner" => "somebody responsible",
        "target date" => "a target date",
        other => other,
    }
}
