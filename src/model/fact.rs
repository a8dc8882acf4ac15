use serde::{Deserialize, Serialize};

use super::{AgencyId, EntryId, FactId, KnowingId, When};

/// Something that mattered and that somebody could have acted on: a strangulation, a separation, a pregnancy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    pub id: FactId,
    pub name: String,
    /// Words by which it is found in the records, in lower case; one ending in `*` is a beginning.
    pub words: Vec<String>,
    pub note: String,
}

/// That an agency learnt of a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Knowing {
    pub id: KnowingId,
    pub fact: FactId,
    pub agency: AgencyId,
    pub when: When,
    /// How it came to know, in the chair's words (“told by her at the clinic”).
    pub how: String,
    /// Which agency shared it; `None`: it learnt it otherwise.
    pub from: Option<AgencyId>,
    /// The record that shows it.
    pub entry: Option<EntryId>,
}
