use serde::{Deserialize, Serialize};

/// A room of an open review, in the order of the rail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Room {
    #[default]
    Overview,
    Chronology,
    Import,
    Draft,
    Recommendations,
    Publish,
    PeopleAndAgencies,
}

impl Room {
    pub const ALL: [Self; 7] = [
        Self::Overview,
        Self::Chronology,
        Self::Import,
        Self::Draft,
        Self::Recommendations,
        Self::Publish,
        Self::PeopleAndAgencies,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Overview => "Overview",
            Self::Chronology => "Chronology",
            Self::Import => "Import",
            Self::Draft => "Draft",
            Self::Recommendations => "Recommendations",
            Self::Publish => "Publish",
            Self::PeopleAndAgencies => "People & agencies",
        }
    }

    /// The digit that goes with Ctrl.
    pub fn digit(self) -> &'static str {
        match self {
            Self::Overview => "1",
            Self::Chronology => "2",
            Self::Import => "3",
            Self::Draft => "4",
            Self::Recommendations => "5",
            Self::Publish => "6",
            Self::PeopleAndAgencies => "7",
        }
    }
}
