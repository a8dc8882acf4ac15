use serde::{Deserialize, Serialize};

use super::{CodingId, EntryId};

/// Entries that several coders tag without seeing each other's tags, to learn how far they agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coding {
    pub id: CodingId,
    pub name: String,
    /// How its entries were chosen: “20 of the 118 entries shown, drawn at random with the seed 1847”.
    pub drawn: String,
    pub coders: Vec<String>,
    /// In order of id.
    pub entries: Vec<EntryId>,
    /// Who has finished which entry, tagged or not, in order of entry and coder. What is not here is a missing coding, not a “no”.
    pub done: Vec<(EntryId, String)>,
    /// While it is open, a coder sees only their own tags on its entries.
    pub closed: bool,
    /// The tags of its coders as they were when it was closed, before anything was talked through: what agreement is computed
    /// of. Empty while it is open.
    pub tagged: Vec<Coded>,
    /// What became of the disagreements that were talked through.
    pub settled: Vec<Settled>,
}

/// A coder had tagged an entry with a weakness.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Coded {
    pub entry: EntryId,
    /// Key of a weakness, as it was when the coding was closed.
    pub weakness: String,
    pub coder: String,
}

/// A disagreement that was talked through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    pub entry: EntryId,
    pub weakness: String,
    pub how: Settlement,
}

/// What the coders made of a disagreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Settlement {
    /// Each keeps what they saw.
    #[default]
    Kept,
    /// All of them tag the entry so.
    Tagged,
    /// None of them does.
    NotTagged,
}

impl Settlement {
    pub const ALL: [Self; 3] = [Self::Tagged, Self::NotTagged, Self::Kept];

    pub fn words(self) -> &'static str {
        match self {
            Self::Kept => "Each keeps their view",
            Self::Tagged => "All tag it",
            Self::NotTagged => "Nobody tags it",
        }
    }
}

impl Coding {
    pub fn has_coder(&self, coder: &str) -> bool {
        self.coders.iter().any(|known| known == coder)
    }

    pub fn has_entry(&self, entry: EntryId) -> bool {
        self.entries.binary_search(&entry).is_ok()
    }

    pub fn is_done(&self, entry: EntryId, coder: &str) -> bool {
        let found = self
            .done
            .binary_search_by(|(done, by)| (*done, by.as_str()).cmp(&(entry, coder)));
        found.is_ok()
    }

    /// How many entries a coder has finished.
    pub fn done_by(&self, coder: &str) -> usize {
        self.done.iter().filter(|(_, by)| by == coder).count()
    }

    pub fn settlement(&self, entry: EntryId, weakness: &str) -> Option<Settlement> {
        let mut settled = self.settled.iter();
        let found =
            settled.find(|settled| settled.entry == entry && settled.weakness == weakness)?;
        Some(found.how)
    }
}
