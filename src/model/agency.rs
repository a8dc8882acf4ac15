use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::AgencyId;

/// An organisation that is asked for a return.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agency {
    pub id: AgencyId,
    pub name: String,
    /// Key of a sector of the review's template; empty where none was chosen.
    pub sector: String,
    /// When its return is due; `None` where no date was agreed.
    pub due: Option<NaiveDate>,
    pub note: String,
}
