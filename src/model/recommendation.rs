//! Recommendations and the actions that answer them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{ActionId, AgencyId, EntryId, FindingId, RecommendationId};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    pub id: RecommendationId,
    /// Place in the list, from 1 without gaps; printed as its number.
    pub position: u32,
    pub text: String,
    /// The findings (lessons) it answers.
    pub findings: Vec<FindingId>,
    pub reach: Reach,
    pub scope: Scope,
    /// Acted on at once, before the report is done.
    pub early_learning: bool,
    /// Key of a weakness of the review's list; empty where none.
    pub weakness: String,
    pub agencies: Vec<AgencyId>,
    /// The entries it rests on.
    pub entries: Vec<EntryId>,
    /// How it will be seen that it was done and that it helped.
    pub measure: String,
    /// Why it can be done: the means, and who has agreed.
    pub achievable: String,
    pub due: Option<NaiveDate>,
}

/// Who must act.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    #[default]
    SingleAgency,
    MultiAgency,
    National,
}

impl Reach {
    pub const ALL: [Self; 3] = [Self::SingleAgency, Self::MultiAgency, Self::National];

    pub fn words(self) -> &'static str {
        match self {
            Self::SingleAgency => "Single agency",
            Self::MultiAgency => "Multi-agency",
            Self::National => "National",
        }
    }
}

/// How far the action plan reaches: the plan's column "scope".
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    #[default]
    Local,
    Regional,
    National,
}

impl Scope {
    pub const ALL: [Self; 3] = [Self::Local, Self::Regional, Self::National];

    pub fn words(self) -> &'static str {
        match self {
            Self::Local => "Local",
            Self::Regional => "Regional",
            Self::National => "National",
        }
    }
}

/// One action of the panel's plan. Empty text: not yet said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    pub id: ActionId,
    pub recommendation: RecommendationId,
    /// Place under its recommendation, from 1 without gaps.
    pub position: u32,
    /// What is to be done.
    pub text: String,
    pub lead_agency: String,
    /// Who produces it and reports on it.
    pub owner: String,
    pub milestones: String,
    pub target: Option<NaiveDate>,
    pub completed: Option<NaiveDate>,
    /// What changed.
    pub outcome: String,
    pub outcome_sought: String,
    pub outputs: String,
    /// Resources and costs, and where they come from.
    pub resources: String,
    /// How it is reviewed and performance checked.
    pub review: String,
    pub related_plans: String,
    pub status: Status,
}

impl Action {
    /// What keeps it from being more than a wish: an action needs an owner, a date and a resource.
    /// Source: the Standing Together guide's action-plan chapter.
    pub fn missing(&self) -> Vec<&'static str> {
        let mut missing = Vec::new();
        if self.owner.trim().is_empty() {
            missing.push("owner");
        }
        if self.target.is_none() {
            missing.push("target date");
        }
        if self.resources.trim().is_empty() {
            missing.push("resources");
        }
        missing
    }

    /// Whether its target has passed on `today` without completion.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        !self.status.is_closed()
            && self.completed.is_none()
            && self.target.is_some_and(|target| target < today)
    }
}

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    #[default]
    NotStarted,
    UnderWay,
    Completed,
    Stopped,
}

impl Status {
    pub const ALL: [Self; 4] = [
        Self::NotStarted,
        Self::UnderWay,
        Self::Completed,
        Self::Stopped,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::NotStarted => "Not started",
            Self::UnderWay => "Under way",
            Self::Completed => "Completed",
            Self::Stopped => "Stopped",
        }
    }

    pub fn is_closed(self) -> bool {
        matches!(self, Self::Completed | Self::Stopped)
    }
}
