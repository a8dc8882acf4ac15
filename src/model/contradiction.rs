use serde::{Deserialize, Serialize};

use super::{ContradictionId, EntryId};

/// Two records of one event that cannot both be right, and what the panel made of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contradiction {
    pub id: ContradictionId,
    pub about: About,
    /// Whose wordings differ, the lower id first; `a` is of the first, `b` of the second.
    pub entries: [EntryId; 2],
    /// The agencies' words, or the times, that stand against each other.
    pub a: String,
    pub b: String,
    pub standing: Standing,
    /// How it was resolved, or what is disputed and by whom.
    pub note: String,
}

/// What two records disagree about.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum About {
    Time,
    Person,
    Place,
    Injury,
    RiskLevel,
    Outcome,
    Children,
    #[default]
    Other,
}

impl About {
    pub const ALL: [Self; 8] = [
        Self::Time,
        Self::Person,
        Self::Place,
        Self::Injury,
        Self::RiskLevel,
        Self::Outcome,
        Self::Children,
        Self::Other,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Time => "Time",
            Self::Person => "Who was there",
            Self::Place => "Place",
            Self::Injury => "Injury",
            Self::RiskLevel => "Risk level",
            Self::Outcome => "Outcome",
            Self::Children => "Presence of children",
            Self::Other => "Something else",
        }
    }
}

/// Where a contradiction stands.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Kept to be talked through.
    #[default]
    Open,
    /// The panel knows which is right; the note says how.
    Resolved,
    /// The panel could not settle it; the report says that the records differ.
    Disputed,
    /// The records do not contradict each other after all.
    None,
}

impl Standing {
    pub const ALL: [Self; 4] = [Self::Open, Self::Resolved, Self::Disputed, Self::None];

    pub fn words(self) -> &'static str {
        match self {
            Self::Open => "Still open",
            Self::Resolved => "Resolved",
            Self::Disputed => "Recorded as disputed",
            Self::None => "No contradiction",
        }
    }

    /// Whether the panel has said its last word on it.
    pub fn is_settled(self) -> bool {
        self != Self::Open
    }
}
