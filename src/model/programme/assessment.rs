use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Answer;
use crate::model::AssessmentId;

/// A risk assessment on one day. None is ever overwritten: a man’s assessments are a dated series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    pub id: AssessmentId,
    pub on: NaiveDate,
    pub level: RiskLevel,
    pub factors: Vec<Factor>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Factor {
    /// Key of a group of risk factors of the template.
    pub key: String,
    pub present: Answer,
    /// Who told of it. Outside the wall never [`InformationSource::Partner`].
    pub sources: Vec<InformationSource>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RiskLevel {
    Low,
    Medium,
    High,
}

impl RiskLevel {
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];

    pub fn words(self) -> &'static str {
        match self {
            Self::Low => "Low",
            Self::Medium => "Medium",
            Self::High => "High",
        }
    }
}

/// Who told of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InformationSource {
    /// The man himself.
    Himself,
    Partner,
    Police,
    OtherAgency,
}

impl InformationSource {
    pub const ALL: [Self; 4] = [
        Self::Himself,
        Self::Partner,
        Self::Police,
        Self::OtherAgency,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Himself => "Himself",
            Self::Partner => "Partner",
            Self::Police => "Police",
            Self::OtherAgency => "Other agency",
        }
    }
}

impl Assessment {
    /// Without the partner’s or without any agency’s information (the police are one). It must be said wherever the assessment is shown.
    ///
    /// Of an assessment as it stands outside the wall this is always true; whether hers is there only [`crate::wall`] can tell.
    pub fn is_incomplete(&self) -> bool {
        !self.draws_on(&[InformationSource::Partner])
            || !self.draws_on(&[InformationSource::Police, InformationSource::OtherAgency])
    }

    /// Whether any factor rests on one of `sources`.
    pub fn draws_on(&self, sources: &[InformationSource]) -> bool {
        let mut named = self.factors.iter().flat_map(|factor| &factor.sources);
        named.any(|source| sources.contains(source))
    }
}
