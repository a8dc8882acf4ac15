//! What disguising made of a text: every replacement with its reason, and what somebody must look at.

use std::ops::Range;

use crate::model::{IdentifierKind, PersonId, PlaceId};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Disguised {
    pub text: String,
    /// In order.
    pub replaced: Vec<Replaced>,
    pub doubtful: Vec<Doubtful>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// In bytes of the old text.
    pub range: Range<usize>,
    /// In bytes of the new one.
    pub range_now: Range<usize>,
    pub was: String,
    /// May be empty.
    pub became: String,
    pub why: Why,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    Person(PersonId),
    /// A name that several people share.
    Shared,
    Place(PlaceId),
    Identifier(IdentifierKind),
    DateOfBirth,
    DateOfDeath,
    Date,
    TimeOfDay,
    Age,
}

/// A word that may be a name or not, or the name of several: somebody must look. It was taken for a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubtful {
    /// In bytes of the old text.
    pub range: Range<usize>,
    pub form: String,
    /// The words before and after it in small letters, as a ruling has them.
    pub before: String,
    pub after: String,
    /// Whose name it may be; empty where it may be that of a place.
    pub people: Vec<PersonId>,
}

impl Why {
    pub fn words(self) -> &'static str {
        match self {
            Self::Person(_) => "Name",
            Self::Shared => "Name that several share",
            Self::Place(_) => "Place",
            Self::Identifier(kind) => kind.words(),
            Self::DateOfBirth => "Date of birth",
            Self::DateOfDeath => "Date of death",
            Self::Date => "Date",
            Self::TimeOfDay => "Time of day",
            Self::Age => "Age",
        }
    }
}
