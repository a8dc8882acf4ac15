//! What the programme team sees: his side, and whether an assessment is complete.

use chrono::NaiveDate;

use super::{Team, View, What};
use crate::model::ManId;
use crate::model::programme::{Assessment, Factor, InformationSource, Programme, RiskLevel};

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
        let programme = &self.file.programme;
        let passed = programme.passed_on(man);
        let hers = |assessment: &Assessment| {
            passed.is_some_and(|passed| passed.completed.contains(&assessment.id))
        };
        let agencies = [InformationSource::Police, InformationSource::OtherAgency];
        let his = programme.man(man).map(|man| &man.assessments);
        his.into_iter()
            .flatten()
            .map(|assessment| TeamAssessment {
                on: assessment.on,
                level: assessment.level,
                factors: assessment.factors.clone(),
                incomplete: !hers(assessment) || !assessment.draws_on(&agencies),
            })
            .collect()
    }
}
