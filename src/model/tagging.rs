use serde::{Deserialize, Serialize};

use super::{EntryId, TaggingId};

/// A weakness or good practice that a named coder saw in an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tagging {
    pub id: TaggingId,
    pub entry: EntryId,
    /// Key of a weakness of the review's template.
    pub weakness: String,
    pub coder: String,
    pub memo: String,
}
