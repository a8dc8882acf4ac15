//! What running the programme leaves: its money, what participants said of it, what was destroyed, and what came across the wall.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::{AssessmentId, ManId};

/// A sum of money in one quarter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// As the books write it: “Q1 2004”.
    pub quarter: String,
    pub heading: String,
    pub way: Way,
    /// Pence. Negative where the books correct a sum.
    pub pence: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    Income,
    Outgoing,
    /// Help that cost nobody money: kept apart from both.
    InKind,
}

/// What one participant said, question by question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedbackForm {
    pub respondent: String,
    /// In the order of the questions; `None`: left empty.
    pub grades: Vec<Option<Grade>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    Very,
    Satisfied,
    Quite,
    Not,
}

impl Grade {
    pub const ALL: [Self; 4] = [Self::Very, Self::Satisfied, Self::Quite, Self::Not];

    pub fn words(self) -> &'static str {
        match self {
            Self::Very => "Very satisfied",
            Self::Satisfied => "Satisfied",
            Self::Quite => "Quite satisfied",
            Self::Not => "Not satisfied",
        }
    }
}

/// That files were destroyed. Names nobody: case numbers only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    pub on: NaiveDate,
    /// Case numbers of the men whose files were destroyed.
    pub references: Vec<String>,
    /// How many of the partners’ files went with them.
    pub partners: usize,
    /// What was kept of each, for monitoring only; empty: nothing.
    pub kept: Vec<String>,
    /// On whose word.
    pub decided_by: String,
    pub reason: String,
}

/// What women’s safety work has let across the wall about one man: keys of the template only, so that no word of hers can be in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassedOn {
    pub man: ManId,
    /// Keys of groups of risk factors that facilitators are to keep in mind; each with her consent.
    pub keep_in_mind: Vec<String>,
    /// His assessments that have what was wanting of hers. Who reads this learns that she was asked: for the programme team, never for him.
    pub completed: Vec<AssessmentId>,
}
