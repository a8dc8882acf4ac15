use std::collections::BTreeSet;

use crate::model::EntryId;

/// The parts of a [`crate::model::Review`] that are stored and reloaded as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Noun {
    Details,
    KeyDates,
    Pauses,
    Agencies,
    People,
    Entries,
    Taggings,
    Imports,
    Events,
    Parted,
    Contradictions,
    Facts,
    Knowings,
    Habits,
    Views,
    Sections,
    Recommendations,
    Actions,
}

/// What a step changed, as its undo records tell: what must be read, computed or drawn again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Touched {
    pub nouns: BTreeSet<Noun>,
    /// Entries added, changed or removed; each once.
    pub entries: BTreeSet<EntryId>,
}

impl Touched {
    pub fn is_empty(&self) -> bool {
        self.nouns.is_empty()
    }

    pub fn touches(&self, noun: Noun) -> bool {
        self.nouns.contains(&noun)
    }

    /// Both steps together.
    pub fn join(&mut self, other: Self) {
        self.nouns.extend(other.nouns);
        self.entries.extend(other.entries);
    }
}
