//! The action plan as data for a layout.

use serde_json::{Value, json};

use super::matter::{Matter, stays_whole};
use super::plan_columns::{findings_answered, plan_text, recommendation_marks};
use crate::model::{Action, PlanColumn, PlanColumnKey, Recommendation, Review};

/// Printed columns beside the recommendation, which has a band of its own above its actions; and the bands.
pub(super) fn data(review: &Review, matter: &mut Matter) -> Value {
    let columns: Vec<&PlanColumn> = review
        .template
        .plan_columns
        .iter()
        .filter(|column| column.printed && !in_band(column.key))
        .collect();
    let bands: Vec<Value> = review
        .recommendations
        .iter()
        .map(|recommendation| band(review, recommendation, &columns, matter))
        .collect();
    json!({
        "columns": columns
            .iter()
            .map(|column| json!({ "title": matter.plain(&column.title), "width": width(column.key) }))
            .collect::<Vec<_>>(),
        "recommendations": bands,
        "about": if review.recommendations.is_empty() { "No recommendations yet." } else { "" },
    })
}

fn in_band(key: PlanColumnKey) -> bool {
    matches!(key, PlanColumnKey::Recommendation | PlanColumnKey::Scope)
}

/// Share of the width that the columns divide between them.
fn width(key: PlanColumnKey) -> f64 {
    match key {
        PlanColumnKey::Action => 3.0,
        PlanColumnKey::Milestones
        | PlanColumnKey::Completion
        | PlanColumnKey::OutcomeSought
        | PlanColumnKey::Recommendation => 2.2,
        PlanColumnKey::Outputs
        | PlanColumnKey::Resources
        | PlanColumnKey::Review
        | PlanColumnKey::RelatedPlans => 1.8,
        PlanColumnKey::LeadAgency | PlanColumnKey::Owner => 1.4,
        PlanColumnKey::Target | PlanColumnKey::Status | PlanColumnKey::Scope => 1.2,
    }
}

fn band(
    review: &Review,
    recommendation: &Recommendation,
    columns: &[&PlanColumn],
    matter: &mut Matter,
) -> Value {
    let actions: Vec<Value> = review
        .actions
        .iter()
        .filter(|action| action.recommendation == recommendation.id)
        .map(|action| row(recommendation, action, columns, matter))
        .collect();
    let findings = findings_answered(review, recommendation);
    json!({
        "number": recommendation.position.to_string(),
        "text": matter.lines(&recommendation.text),
        "findings": matter.lines(&findings),
        "marks": recommendation_marks(recommendation),
        "keep": stays_whole(&[&recommendation.text, &findings]),
        "actions": actions,
    })
}

fn row(
    recommendation: &Recommendation,
    action: &Action,
    columns: &[&PlanColumn],
    matter: &mut Matter,
) -> Value {
    let texts: Vec<_> = columns
        .iter()
        .map(|column| plan_text(column.key, recommendation, Some(action)))
        .collect();
    let cells: Vec<Value> = texts.iter().map(|text| matter.lines(text)).collect();
    // Narrow columns: a third of the wording fills as much height as in a paragraph.
    let keep = texts.iter().all(|text| stays_whole(&[text, text, text]));
    json!({ "cells": cells, "keep": keep })
}
