use serde::{Deserialize, Serialize};

use super::ViewId;

/// A way of looking at the chronology that the chair gave a name: filter, search, columns, grouping, stretch of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    pub id: ViewId,
    pub name: String,
    /// JSON that only the program's chronology screen reads.
    pub settings: String,
}
