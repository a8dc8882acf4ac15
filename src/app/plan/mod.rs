//! From the questions of the review to what changed: findings, recommendations, and the actions of the plan.

mod findings;
mod questions;

use super::{Effect, Open, Problem, Room, State, field};
use crate::drafting::ChainStep;
use crate::edits;
use crate::model::{
    Action, ActionId, AgencyId, EntryId, FindingId, QuestionId, Reach, Recommendation,
    RecommendationId, Review, Scope, Status,
};

pub use findings::FindingAction;
pub(super) use findings::update as update_finding;
pub use questions::QuestionAction;

/// What the room shows, one at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PlanTab {
    Questions,
    Findings,
    #[default]
    Recommendations,
    Chain,
}

impl PlanTab {
    pub const ALL: [Self; 4] = [
        Self::Questions,
        Self::Findings,
        Self::Recommendations,
        Self::Chain,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Questions => "Questions",
            Self::Findings => "Findings",
            Self::Recommendations => "Recommendations",
            Self::Chain => "The chain",
        }
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanState {
    pub tab: PlanTab,
    /// The question that was led to.
    pub question: Option<QuestionId>,
    pub finding: Option<FindingId>,
    pub recommendation: Option<RecommendationId>,
    /// The action whose further fields are open.
    pub action: Option<ActionId>,
    /// The step whose chain stands out.
    pub step: Option<ChainStep>,
}

#[derive(Debug, Clone)]
pub enum PlanAction {
    ShowTab(PlanTab),
    Show(RecommendationId),
    /// Goes to a step of the chain, from whichever room.
    Go(ChainStep),
    /// Lets the chain through a step stand out; `None`: the whole.
    LookThrough(Option<ChainStep>),
    Question(QuestionAction),
    Finding(FindingAction),
    OpenAction(Option<ActionId>),
    AddRecommendation,
    MoveRecommendation(RecommendationId, u32),
    RemoveRecommendation(RecommendationId),
    SetReach(RecommendationId, Reach),
    SetScope(RecommendationId, Scope),
    SetEarlyLearning(RecommendationId, bool),
    SetWeakness(RecommendationId, String),
    SetAgency(RecommendationId, AgencyId, bool),
    SetFinding(RecommendationId, FindingId, bool),
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
        self.question = self
            .question
            .filter(|id| review.questions.iter().any(|question| question.id == *id));
        if self.finding.is_none_or(|id| review.finding(id).is_none()) {
            self.finding = review.findings.first().map(|first| first.id);
        }
        self.step = self.step.filter(|step| !step.number(review).is_empty());
    }

    /// The step that is shown, or in hand; `None` where a list is shown as a whole.
    pub fn shown(&self) -> Option<ChainStep> {
        match self.tab {
            PlanTab::Questions => self.question.map(ChainStep::Question),
            PlanTab::Findings => self.finding.map(ChainStep::Finding),
            PlanTab::Recommendations => self.recommendation.map(ChainStep::Recommendation),
            PlanTab::Chain => self.step,
        }
    }
}

impl From<QuestionAction> for super::Action {
    fn from(action: QuestionAction) -> Self {
        Self::Plan(PlanAction::Question(action))
    }
}

impl From<FindingAction> for super::Action {
    fn from(action: FindingAction) -> Self {
        Self::Plan(PlanAction::Finding(action))
    }
}

/// Goes to a step in the tab where it is worked on.
pub(super) fn go(open: &mut Open, step: ChainStep) {
    open.room = Room::Recommendations;
    let plan = &mut open.plan;
    match step {
        ChainStep::Question(id) => {
            plan.tab = PlanTab::Questions;
            plan.question = Some(id);
        }
        ChainStep::Finding(id) => {
            plan.tab = PlanTab::Findings;
            plan.finding = Some(id);
        }
        ChainStep::Recommendation(id) => {
            plan.tab = PlanTab::Recommendations;
            plan.recommendation = Some(id);
            plan.action = None;
        }
        ChainStep::Action(id) | ChainStep::Outcome(id) => {
            plan.tab = PlanTab::Recommendations;
            let mut actions = open.review.actions.iter();
            if let Some(action) = actions.find(|action| action.id == id) {
                plan.recommendation = Some(action.recommendation);
                plan.action = Some(id);
            }
        }
    }
}

pub(super) fn update(state: &mut State, action: PlanAction) -> Result<Vec<Effect>, Problem> {
    field::leave(state)?;
    let Some(open) = state.open.as_mut() else {
        return Ok(Vec::new());
    };
    match action {
        PlanAction::ShowTab(tab) => open.plan.tab = tab,
        PlanAction::Go(step) => go(open, step),
        PlanAction::LookThrough(step) => open.plan.step = step,
        PlanAction::Question(action) => questions::update(open, action)?,
        PlanAction::Finding(action) => findings::update(open, action)?,
        PlanAction::Show(recommendation) => {
            open.plan.tab = PlanTab::Recommendations;
            open.plan.recommendation = Some(recommendation);
            open.plan.action = None;
        }
        PlanAction::OpenAction(action) => open.plan.action = action,
        PlanAction::AddRecommendation => add_recommendation(open, Vec::new(), String::new())?,
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
            findings::set(&mut recommendation.agencies, agency, present);
        })?,
        PlanAction::SetFinding(id, finding, present) => change(open, id, |recommendation| {
            findings::set(&mut recommendation.findings, finding, present);
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

fn add_recommendation(
    open: &mut Open,
    findings: Vec<FindingId>,
    weakness: String,
) -> Result<(), Problem> {
    let recommendation = Recommendation {
        id: RecommendationId(0),
        position: u32::try_from(open.review.recommendations.len())
            .unwrap_or(u32::MAX)
            .saturating_add(1),
        text: String::new(),
        findings,
        reach: Reach::default(),
        scope: Scope::default(),
        early_learning: false,
        weakness,
        agencies: Vec::new(),
        entries: Vec::new(),
        measure: String::new(),
        achievable: String::new(),
        due: None,
    };
    let id = open.edit("The recommendation was not added", |store| {
        edits::add_recommendation(store, &recommendation)
    })?;
    open.plan.tab = PlanTab::Recommendations;
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
