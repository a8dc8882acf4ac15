use std::sync::Arc;

use super::{Section, VersionId};

/// The whole draft as it stood when it was put aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub id: VersionId,
    /// In the chair's words, or “Sent in round 1”.
    pub label: String,
    /// When, with its offset from UTC.
    pub at: String,
    pub who: String,
    /// In the order of the report.
    pub sections: Arc<Vec<Section>>,
}
