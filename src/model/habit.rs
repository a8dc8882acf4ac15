use serde::{Deserialize, Serialize};

use super::{AgencyId, ColumnKey, HabitId};

/// How an agency's tables were read when one was last imported, so that its next return is read the same way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Habit {
    pub id: HabitId,
    /// One habit for each agency.
    pub agency: AgencyId,
    /// Each heading (in lower case, inner spaces single) with what its column stands for; `None`: left aside.
    pub columns: Vec<(String, Option<ColumnKey>)>,
    /// Whether the day comes first, where the chair decided it; `None`: by the evidence.
    pub day_first: Option<bool>,
}
