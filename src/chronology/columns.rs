use serde::{Deserialize, Serialize};

/// What the table can show of an entry, in the order in which it stands from left to right.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    #[default]
    When,
    Agency,
    Text,
    Response,
    Seen,
    Recorder,
    Source,
    Basis,
    Asked,
    Disclosed,
    Tags,
    People,
    Event,
    Claim,
}

impl Column {
    pub const ALL: [Self; 14] = [
        Self::When,
        Self::Agency,
        Self::Text,
        Self::Response,
        Self::Seen,
        Self::Recorder,
        Self::Source,
        Self::Basis,
        Self::Asked,
        Self::Disclosed,
        Self::Tags,
        Self::People,
        Self::Event,
        Self::Claim,
    ];

    pub const USUAL: [Self; 3] = [Self::When, Self::Agency, Self::Text];

    /// A table without it would not say when and what.
    pub fn is_always_shown(self) -> bool {
        matches!(self, Self::When | Self::Text)
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::When => "When",
            Self::Agency => "Agency",
            Self::Text => "What was recorded",
            Self::Response => "Response",
            Self::Seen => "Seen",
            Self::Recorder => "Recorder",
            Self::Source => "Source",
            Self::Basis => "Basis",
            Self::Asked => "Asked",
            Self::Disclosed => "Disclosed",
            Self::Tags => "Tags",
            Self::People => "People",
            Self::Event => "Event",
            Self::Claim => "Claim",
        }
    }
}
