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
    Weaknesses,
    Taggings,
    Declined,
    Codings,
    Imports,
    Events,
    Parted,
    Contradictions,
    Facts,
    Knowings,
    Habits,
    Views,
    Sections,
    Versions,
    Questions,
    Findings,
    Recommendations,
    Actions,
    Members,
    Rounds,
    Comments,
    Places,
    Identifiers,
    Rulings,
    Allowed,
    Suppressed,
    Letter,
    Record,
    Publications,
    Programme,
    Men,
    Groups,
    Sessions,
    PassedOn,
    Partners,
}

impl Noun {
    /// What only women’s safety work may take back.
    pub(super) fn is_behind_the_wall(self) -> bool {
        matches!(self, Self::Partners | Self::PassedOn)
    }

    /// As it stands in “Rows of … were changed”.
    pub fn words(self) -> &'static str {
        match self {
            Self::Details => "the details of the review",
            Self::KeyDates => "key dates",
            Self::Pauses => "pauses",
            Self::Agencies => "agencies",
            Self::People => "people",
            Self::Entries => "entries",
            Self::Weaknesses => "the list of weaknesses",
            Self::Taggings => "tags",
            Self::Declined => "suggestions that were declined",
            Self::Codings => "codings",
            Self::Imports => "imports",
            Self::Events => "events",
            Self::Parted => "what was kept apart",
            Self::Contradictions => "contradictions",
            Self::Facts => "facts",
            Self::Knowings => "who knew what",
            Self::Habits => "how returns are read",
            Self::Views => "saved views",
            Self::Sections => "the report",
            Self::Versions => "versions of the report",
            Self::Questions => "questions",
            Self::Findings => "findings",
            Self::Recommendations => "recommendations",
            Self::Actions => "actions",
            Self::Members => "the panel’s members",
            Self::Rounds => "rounds",
            Self::Comments => "comments",
            Self::Places => "places",
            Self::Identifiers => "identifying numbers",
            Self::Rulings => "what was settled about words",
            Self::Allowed => "words that may stand",
            Self::Suppressed => "marks that may stand",
            Self::Letter => "the quality-assurance letter",
            Self::Record => "the data record",
            Self::Publications => "what was published",
            Self::Programme => "the programme’s own details",
            Self::Men => "men’s files",
            Self::Groups => "groups",
            Self::Sessions => "sessions and registers",
            Self::PassedOn => "what women’s safety work passed on",
            Self::Partners => "what women’s safety work keeps",
        }
    }
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
