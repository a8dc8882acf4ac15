use serde::{Deserialize, Serialize};

use crate::model::ManId;

use super::{
    Attendance, Certificate, Cost, FeedbackForm, Group, Man, PassedOn, ProgrammeTemplate, Session,
};

/// A programme’s file without what stands behind the wall.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Programme {
    /// As reports name it.
    pub title: String,
    pub template: ProgrammeTemplate,
    /// In order of id, as are the following.
    pub men: Vec<Man>,
    pub groups: Vec<Group>,
    /// In order of day.
    pub sessions: Vec<Session>,
    pub attendance: Vec<Attendance>,
    pub colleagues: Vec<Colleague>,
    /// In order of man; at most one of each.
    pub passed_on: Vec<PassedOn>,
    pub costs: Vec<Cost>,
    pub feedback: Vec<FeedbackForm>,
    pub certificates: Vec<Certificate>,
    /// Nobody in it has lived.
    #[serde(default)]
    pub fictional: bool,
}

impl Programme {
    /// A file with nobody in it.
    pub fn new(template: ProgrammeTemplate) -> Self {
        Self {
            title: template.title.clone(),
            template,
            men: Vec::new(),
            groups: Vec::new(),
            sessions: Vec::new(),
            attendance: Vec::new(),
            colleagues: Vec::new(),
            passed_on: Vec::new(),
            costs: Vec::new(),
            feedback: Vec::new(),
            certificates: Vec::new(),
            fictional: false,
        }
    }

    /// Looks into the men in order of id.
    pub fn man(&self, id: ManId) -> Option<&Man> {
        let at = self.men.binary_search_by_key(&id, |man| man.id).ok()?;
        self.men.get(at)
    }

    /// What women’s safety work has passed on about him; `None`: nothing.
    pub fn passed_on(&self, man: ManId) -> Option<&PassedOn> {
        let at = self
            .passed_on
            .binary_search_by_key(&man, |passed| passed.man)
            .ok()?;
        self.passed_on.get(at)
    }
}

/// Somebody who works for the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colleague {
    pub name: String,
    pub duties: Vec<Duty>,
}

/// What a colleague is there for; it decides on which side of the wall they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    WomensSafety,
    Facilitator,
    /// Coordinator, administrator, evaluator.
    Team,
}
