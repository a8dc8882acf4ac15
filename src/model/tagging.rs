use serde::{Deserialize, Serialize};

use super::{Entry, EntryId, TaggingId};

/// A weakness or good practice that a named coder saw in an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tagging {
    pub id: TaggingId,
    pub entry: EntryId,
    /// Key of a weakness of the review's list.
    pub weakness: String,
    pub coder: String,
    pub memo: String,
    /// Where in the record it shows; empty: the record as a whole. In order of cell and place.
    pub passages: Vec<Passage>,
}

/// Some words of a record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Passage {
    pub cell: RecordCell,
    /// In characters from the cell's beginning; `until` is the place after the last one.
    pub from: u32,
    pub until: u32,
    /// The words as they were when they were marked. Where a corrected return changed them, the places no longer hold.
    pub words: String,
}

/// The cells of a record in which words can be marked.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum RecordCell {
    #[default]
    Text,
    Response,
    Comment,
}

impl RecordCell {
    pub const ALL: [Self; 3] = [Self::Text, Self::Response, Self::Comment];

    pub fn words(self) -> &'static str {
        match self {
            Self::Text => "What happened",
            Self::Response => "Response",
            Self::Comment => "Comment",
        }
    }

    /// What stands in this cell of an entry.
    pub fn of(self, entry: &Entry) -> &str {
        match self {
            Self::Text => &entry.text,
            Self::Response => &entry.response,
            Self::Comment => &entry.comment,
        }
    }
}
