use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::PersonId;

/// Somebody the records speak of.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Person {
    pub id: PersonId,
    /// The real name. Never in a window title, log line or published output.
    pub name: String,
    pub role: Role,
    /// Other forms in use: short names, maiden names, initials.
    pub aliases: Vec<String>,
    pub date_of_birth: Option<NaiveDate>,
    /// The name used in everything that leaves the panel; empty until chosen.
    pub pseudonym: String,
    /// Who chose the pseudonym (“her mother”); empty where nobody was asked yet.
    pub chosen_by: String,
    pub date_of_death: Option<NaiveDate>,
    pub sex: Sex,
    /// One of the template's groups; empty where it is not recorded.
    pub ethnicity: String,
    pub note: String,
}

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    #[default]
    NotRecorded,
    Female,
    Male,
    Other,
}

impl Sex {
    pub const ALL: [Self; 4] = [Self::NotRecorded, Self::Female, Self::Male, Self::Other];

    pub fn words(self) -> &'static str {
        match self {
            Self::NotRecorded => "Not recorded",
            Self::Female => "Female",
            Self::Male => "Male",
            Self::Other => "Another answer",
        }
    }
}

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Victim,
    Perpetrator,
    Child,
    Family,
    Professional,
    #[default]
    Other,
}

impl Role {
    pub const ALL: [Self; 6] = [
        Self::Victim,
        Self::Perpetrator,
        Self::Child,
        Self::Family,
        Self::Professional,
        Self::Other,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Victim => "Victim",
            Self::Perpetrator => "Perpetrator",
            Self::Child => "Child",
            Self::Family => "Family or friend",
            Self::Professional => "Professional",
            Self::Other => "Other",
        }
    }
}
