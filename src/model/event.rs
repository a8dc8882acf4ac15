use serde::{Deserialize, Serialize};

use super::{EntryId, EventId, PartedId};

/// Several agencies' records of one and the same event. They stay entries of their own; nothing is merged away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub id: EventId,
    /// What the panel calls it (“The night of 9 July”); empty until named.
    pub name: String,
    /// In order of id; an entry belongs to one event at most.
    pub entries: Vec<EntryId>,
}

/// Two entries of which the chair said that they are not the same event, so that it is not proposed again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parted {
    pub id: PartedId,
    /// The one with the lower id.
    pub one: EntryId,
    pub other: EntryId,
}
