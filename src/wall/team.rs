//! What the programme team sees: his side, and whether an assessment is complete.

use chrono::NaiveDate;

use super::womens_safety::joined;
use super::{Team, View, What};
use crate::model::ManId;
use crate::model::programme::{Factor, Programme, RiskLevel};

/// A risk assessment without what she told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamAssessment {
    pub on: NaiveDate,
    pub level: RiskLevel,
    pub factors: Vec<Factor>,
    /// Whether the partner’s or the agencies’ information is wanting; not which.
    pub incomplete: bool,
}

impl<'a> View<'a, Team> {
    pub fn programme(&self) -> &'a Programme {
        &self.file.programme
    }

    pub fn assessments(&self, man: ManId) -> Vec<TeamAssessment> {
        self.note(What::Assessments(man));
        let whole = joined(&self.file.programme, &self.file.partners, man);
        let his = self.file.programme.man(man).map(|man| &man.assessments);
        his.into_iter()
            .flatten()
            .zip(&whole)
            .map(|(outside, whole)| TeamAssessment {
                on: outside.on,
                level: outside.level,
                factors: outside.factors.clone(),
                incomplete: whole.is_incomplete(),
            })
            .collect()
    }
}
