use std::collections::BTreeMap;

use super::SampleError;
use super::chain::Findings;
use super::material::{self, ActionMaterial, RecommendationMaterial};
use super::places::Places;
use crate::edits;
use crate::model::{Action, ActionId, AgencyId, EntryId, Recommendation, RecommendationId};
use crate::store::Store;

/// Enters the recommendations with their evidence, and the actions that answer them, in the order of plan.toml.
pub(super) fn make(
    store: &mut Store,
    places: &Places,
    agencies: &BTreeMap<String, AgencyId>,
    findings: &Findings,
) -> Result<(), SampleError> {
    for (position, material) in (1..).zip(material::plan()?.recommendations) {
        let recommendation = recommendation(position, &material, places, agencies, findings)?;
        let id = edits::add_recommendation(store, &recommendation)?.value;
        for (position, material) in (1..).zip(material.actions) {
            edits::add_action(store, &action(position, id, material))?;
        }
    }
    Ok(())
}

fn recommendation(
    position: u32,
    material: &RecommendationMaterial,
    places: &Places,
    agencies: &BTreeMap<String, AgencyId>,
    findings: &Findings,
) -> Result<Recommendation, SampleError> {
    let mut entries: Vec<EntryId> = Vec::new();
    for name in &material.evidence {
        entries.extend(places.named(name)?);
    }
    let agency = |name: &String| {
        agencies.get(name).copied().ok_or_else(|| {
            SampleError::material("plan.toml", format!("there is no agency “{name}”"))
        })
    };
    let finding = |name: &String| {
        findings.get(name).copied().ok_or_else(|| {
            SampleError::material("plan.toml", format!("there is no finding “{name}”"))
        })
    };
    Ok(Recommendation {
        id: RecommendationId(0),
        position,
        text: material.text.clone(),
        findings: material
            .findings
            .iter()
            .map(finding)
            .collect::<Result<_, _>>()?,
        reach: material.reach,
        scope: material.scope,
        early_learning: material.early_learning,
        weakness: material.weakness.clone(),
        agencies: material
            .agencies
            .iter()
            .map(agency)
            .collect::<Result<_, _>>()?,
        entries,
        measure: material.measure.clone(),
        achievable: material.achievable.clone(),
        due: material.due,
    })
}

fn action(position: u32, recommendation: RecommendationId, material: ActionMaterial) -> Action {
    Action {
        id: ActionId(0),
        recommendation,
        position,
        text: material.text,
        lead_agency: material.lead_agency,
        owner: material.owner,
        milestones: material.milestones,
        target: material.target,
        completed: material.completed,
        outcome: material.outcome,
        outcome_sought: material.outcome_sought,
        outputs: material.outputs,
        resources: material.resources,
        review: material.review,
        related_plans: material.related_plans,
        status: material.status,
    }
}
