use serde::{Deserialize, Serialize};

/// A room of an open review, in the order of the rail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Room {
    #[default]
    Overview,
    Chronology,
    Import,
    Analysis,
    Draft,
    Recommendations,
    Panel,
    Publish,
    PeopleAndAgencies,
}

impl Room {
    pub const ALL: [Self; 9] = [
        Self::Overview,
        Self::Chronology,
        Self::Import,
        Self::Analysis,
        Self::Draft,
        Self::Recommendations,
        Self::Panel,
        Self::Publish,
        Self::PeopleAndAgencies,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Overview => "Overview",
            Self::Chronology => "Chronology",
            Self::Import => "Import",
            Self::Analysis => "Analysis",
            Self::Draft => "Draft",
            Self::Panel => "Panel",
            Self::Recommendations => "Findings & actions",
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
            Self::Analysis => "4",
            Self::Draft => "5",
            Self::Recommendations => "6",
            Self::Panel => "7",
            Self::Publish => "8",
            Self::PeopleAndAgencies => "9",
        }
    }
}
