use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Answer, InformationSource};

/// A value of one of the template’s measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Key of a measure of the template.
    pub key: String,
    pub on: NaiveDate,
    pub taken: Taken,
    /// Within the scale of the template’s measure.
    pub value: u32,
}

/// At which point of his way a measure is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Taken {
    Before,
    Halfway,
    End,
    /// At each of the follow-up windows.
    FollowUp,
}

impl Taken {
    pub const ALL: [Self; 4] = [Self::Before, Self::Halfway, Self::End, Self::FollowUp];

    pub fn words(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Halfway => "halfway",
            Self::End => "at the end",
            Self::FollowUp => "at a follow-up",
        }
    }
}

/// Violence or abuse that became known after he was referred.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incident {
    pub on: NaiveDate,
    /// The day on which the programme heard of it.
    pub told: NaiveDate,
    pub physical: Answer,
    /// Outside the wall never the partner.
    pub source: InformationSource,
    pub words: String,
}

/// An attempt to hear how things are at a follow-up window, from somebody or from an agency about him.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// Months after he completed: one of the template’s windows.
    pub months: u32,
    pub on: NaiveDate,
    pub result: FollowUpResult,
    /// Whether there was a further incident, by this person’s account.
    pub incident: Answer,
    /// Key of a measure → value, at that time.
    pub measures: Vec<(String, u32)>,
    /// What the police answered when they were asked at this window.
    #[serde(default)]
    pub police: Answer,
    /// The same for any other agency.
    #[serde(default)]
    pub other_agency: Answer,
}

impl FollowUp {
    /// Without an account, a measure, or an agency’s answer.
    pub fn new(months: u32, on: NaiveDate, result: FollowUpResult) -> Self {
        Self {
            months,
            on,
            result,
            incident: Answer::NotAsked,
            measures: Vec::new(),
            police: Answer::NotAsked,
            other_agency: Answer::NotAsked,
        }
    }

    /// What was measured at it, as measures of a follow-up.
    pub fn as_measures(&self) -> impl Iterator<Item = Measure> + '_ {
        self.measures.iter().map(|(key, value)| Measure {
            key: key.clone(),
            on: self.on,
            taken: Taken::FollowUp,
            value: *value,
        })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowUpResult {
    /// Tried, without an answer so far.
    Tried,
    Reached,
    Refused,
    NotTraced,
}
