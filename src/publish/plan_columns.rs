//! The action plan's columns in words: one place for PDF, Word and Excel.

use std::borrow::Cow;

use crate::dates;
use crate::model::{Action, PlanColumn, PlanColumnKey, Recommendation, Review};

/// Every column there is, with the title it has where a template leaves it out.
const EVERY_COLUMN: [(PlanColumnKey, &str); 14] = [
    (PlanColumnKey::Recommendation, "Recommendation"),
    (PlanColumnKey::Scope, "Scope"),
    (PlanColumnKey::Action, "Action to take"),
    (PlanColumnKey::LeadAgency, "Lead agency"),
    (PlanColumnKey::Owner, "Owner"),
    (PlanColumnKey::Milestones, "Key milestones"),
    (PlanColumnKey::Target, "Target date"),
    (PlanColumnKey::Completion, "Date of completion and outcome"),
    (PlanColumnKey::Status, "Status"),
    (PlanColumnKey::OutcomeSought, "Outcome sought"),
    (PlanColumnKey::Outputs, "Outputs"),
    (PlanColumnKey::Resources, "Resources"),
    (PlanColumnKey::Review, "Review"),
    (PlanColumnKey::RelatedPlans, "Related plans"),
];

/// The template's columns in its order, then those it leaves out.
pub(super) fn every_column(review: &Review) -> Vec<PlanColumn> {
    let mut columns = review.template.plan_columns.clone();
    for (key, title) in EVERY_COLUMN {
        if !columns.iter().any(|column| column.key == key) {
            columns.push(PlanColumn {
                key,
                title: title.to_owned(),
                printed: false,
            });
        }
    }
    columns
}

/// What a cell says. `action` is `None` for a recommendation that no action answers yet.
pub(super) fn plan_text<'a>(
    key: PlanColumnKey,
    recommendation: &'a Recommendation,
    action: Option<&'a Action>,
) -> Cow<'a, str> {
    let Some(action) = action else {
        return match key {
            PlanColumnKey::Recommendation => recommendation_text(recommendation).into(),
            PlanColumnKey::Scope => recommendation.scope.words().into(),
            PlanColumnKey::Action => "No action yet.".into(),
            _ => "".into(),
        };
    };
    match key {
        PlanColumnKey::Recommendation => recommendation_text(recommendation).into(),
        PlanColumnKey::Scope => recommendation.scope.words().into(),
        PlanColumnKey::Action => action.text.as_str().into(),
        PlanColumnKey::LeadAgency => action.lead_agency.as_str().into(),
        PlanColumnKey::Owner => action.owner.as_str().into(),
        PlanColumnKey::Milestones => action.milestones.as_str().into(),
        PlanColumnKey::Target => action
            .target
            .map_or_else(String::new, dates::spoken_date)
            .into(),
        PlanColumnKey::Completion => completion(action).into(),
        PlanColumnKey::Status => action.status.words().into(),
        PlanColumnKey::OutcomeSought => action.outcome_sought.as_str().into(),
        PlanColumnKey::Outputs => action.outputs.as_str().into(),
        PlanColumnKey::Resources => action.resources.as_str().into(),
        PlanColumnKey::Review => action.review.as_str().into(),
        PlanColumnKey::RelatedPlans => action.related_plans.as_str().into(),
    }
}

/// “Multi-agency”, “Local”, “Early learning: acted on at once”.
pub(super) fn recommendation_marks(recommendation: &Recommendation) -> Vec<&'static str> {
    let mut marks = vec![recommendation.reach.words()];
    if recommendation.scope.words() != recommendation.reach.words() {
        marks.push(recommendation.scope.words());
    }
    if recommendation.early_learning {
        marks.push("Early learning: acted on at once");
    }
    marks
}

/// “Finding 3: Nobody asked her alone.”, a line each; empty where it answers none.
pub(super) fn findings_answered(review: &Review, recommendation: &Recommendation) -> String {
    let findings = recommendation.findings.iter();
    let findings = findings.filter_map(|id| review.finding(*id));
    let lines: Vec<String> = findings
        .map(|finding| format!("Finding {}: {}", finding.position, finding.text.trim()))
        .collect();
    lines.join("\n")
}

fn recommendation_text(recommendation: &Recommendation) -> String {
    format!(
        "{}. {}",
        recommendation.position,
        recommendation.text.trim()
    )
}

/// The date, then what changed; what stands there alone where only one is known.
fn completion(action: &Action) -> String {
    let date = action.completed.map(dates::spoken_date);
    let outcome = action.outcome.trim();
    match date {
        Some(date) if outcome.is_empty() => date,
        Some(date) => format!("{date}\n{outcome}"),
        None => outcome.to_owned(),
    }
}
