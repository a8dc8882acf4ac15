//! Recommendations, the entries they rest on, and the actions of the plan.

use super::{Effect, Open, Problem, State, field};
use crate::edits;
use crate::model::{
    Action, ActionId, AgencyId, EntryId, Reach, Recommendation, RecommendationId, Review, Scope,
    Status,
};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanState {
    pub recommendation: Option<RecommendationId>,
    /// The action whose further fields are open.
    pub action: Option<ActionId>,
}

#[derive(Debug, Clone)]
pub enum PlanAction {
    Show(RecommendationId),
    OpenAction(Option<ActionId>),
    AddRecommendation,
    MoveRecommendation(RecommendationId, u32),
    RemoveRecommendation(RecommendationId),
    SetReach(RecommendationId, Reach),
    SetScope(RecommendationId, Scope),
    SetEarlyLearning(RecommendationId, bool),
    SetWeakness(RecommendationId, String),
    SetAgency(RecommendationId, AgencyId, bool),
    Unlink(RecommendationId, EntryId),
    AddAction(RecommendationId),
    MoveAction(ActionId, u32),
    RemoveAction(ActionId),
    SetStatus(ActionId, Status),
}

impl PlanState {
    pub(super) fn follow(&mut self, review: &Review) {
        let present = |id| {
            review
                .recommendations
                .iter()
                .any(|recommendation| recommendation.id == id)
        };
        if !self.recommendation.is_some_and(present) {
            self.recommendation = review.recommendations.first().map(|first| first.id);
        }
        self.action = self
            .action
            .filter(|id| review.actions.iter().any(|action| action.id == *id));
    }
}

pub(super) fn update(state: &mut State, action: PlanAction) -> Result<Vec<Effect>, Problem> {
    field::leave(state)?;
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    match action {
        PlanAction::Show(recommendation) => {
            open.plan.recommendation = Some(recommendation);
            open.plan.action = None;
        }
        PlanAction::OpenAction(action) => open.plan.action = action,
        PlanAction::AddRecommendation => add_recommendation(open)?,
        PlanAction::MoveRecommendation(id, position) => {
            open.edit("The recommendation was not moved", |store| {
                edits::move_recommendation(store, id, position)
            })?;
        }
        PlanAction::RemoveRecommendation(id) => {
            open.edit("The recommendation was not removed", |store| {
                edits::remove_recommendation(store, id)
            })?;
        }
        PlanAction::SetReach(id, reach) => {
            change(open, id, |recommendation| recommendation.reach = reach)?
        }
        PlanAction::SetScope(id, scope) => {
            change(open, id, |recommendation| recommendation.scope = scope)?
        }
        PlanAction::SetEarlyLearning(id, early) => {
            change(open, id, |recommendation| {
                recommendation.early_learning = early
            })?;
        }
        PlanAction::SetWeakness(id, weakness) => {
            change(open, id, |recommendation| {
                recommendation.weakness = weakness
            })?;
        }
        PlanAction::SetAgency(id, agency, present) => change(open, id, |recommendation| {
            recommendation.agencies.retain(|other| *other != agency);
            if present {
                recommendation.agencies.push(agency);
                recommendation.agencies.sort();
            }
        })?,
        PlanAction::Unlink(id, entry) => {
            change(open, id, |recommendation| {
                recommendation.entries.retain(|other| *other != entry)
            })?;
        }
        PlanAction::AddAction(recommendation) => add_action(open, recommendation)?,
        PlanAction::MoveAction(id, position) => {
            open.edit("The action was not moved", |store| {
                edits::move_action(store, id, position)
            })?;
        }
        PlanAction::RemoveAction(id) => {
            open.edit("The action was not removed", |store| {
                edits::remove_action(store, id)
            })?;
        }
        PlanAction::SetStatus(id, status) => {
            if let Some(mut action) = open
                .review
                .actions
                .iter()
                .find(|action| action.id == id)
                .cloned()
            {
                action.status = status;
                open.edit("The status was not set", |store| {
                    edits::change_action(store, &action)
                })?;
            }
        }
    }
    Ok(Vec::new())
}

fn change(
    open: &mut Open,
    id: RecommendationId,
    how: impl FnOnce(&mut Recommendation),
) -> Result<(), Problem> {
    let found = open
        .review
        .recommendations
        .iter()
        .find(|recommendation| recommendation.id == id);
    let Some(mut recommendation) = found.cloned() else {
        return Ok(());
    };
    how(&mut recommendation);
    open.edit("The recommendation was not changed", |store| {
        edits::change_recommendation(store, &recommendation)
    })
}

fn add_recommendation(open: &mut Open) -> Result<(), Problem> {
    let recommendation = Recommendation {
        id: RecommendationId(0),
        position: u32::try_from(open.review.recommendations.len())
            .unwrap_or(u32::MAX)
            .saturating_add(1),
        text: String::new(),
        findings: Vec::new(),
        reach: Reach::default(),
        scope: Scope::default(),
        early_learning: false,
        weakness: String::new(),
        agencies: Vec::new(),
        entries: Vec::new(),
        measure: String::new(),
        achievable: String::new(),
        due: None,
    };
    let id = open.edit("The recommendation was not added", |store| {
        edits::add_recommendation(store, &recommendation)
    })?;
    open.plan.recommendation = Some(id);
    Ok(())
}

fn add_action(open: &mut Open, recommendation: RecommendationId) -> Result<(), Problem> {
    let siblings = open
        .review
        .actions
        .iter()
        .filter(|action| action.recommendation == recommendation)
        .count();
    let action = Action {
        id: ActionId(0),
        recommendation,
        position: u32::try_from(siblings)
            .unwrap_or(u32::MAX)
            .saturating_add(1),
        text: String::new(),
        lead_agency: String::new(),
        owner: String::new(),
        milestones: String::new(),
        target: None,
        completed: None,
        outcome: String::new(),
        outcome_sought: String::new(),
        outputs: String::new(),
        resources: String::new(),
        review: String::new(),
        related_plans: String::new(),
        status: Status::default(),
    };
    let id = open.edit("The action was not added", |store| {
        edits::add_action(store, &action)
    })?;
    open.plan.action = Some(id);
    Ok(())
}
