//! One agency's record of one contact or event.

use serde::{Deserialize, Serialize};

use super::{AgencyId, EntryId, ImportId, PersonId, When};

/// An entry of the combined chronology. All wording fields are the agency's own, word for word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub id: EntryId,
    pub agency: AgencyId,
    pub when: When,
    /// What happened.
    pub text: String,
    /// What the agency did or decided.
    pub response: String,
    /// Who was seen or spoken to.
    pub seen: String,
    /// Who made the record.
    pub recorder: String,
    /// The document the agency took it from, by its own words.
    pub document: String,
    pub comment: String,
    pub basis: Basis,
    pub enquiry: Enquiry,
    pub disclosure: Disclosure,
    /// Cells under headings that stand for none of the above, as (heading, wording).
    pub other: Vec<(String, String)>,
    pub source: Source,
    /// The chair's own order among entries of one and the same time; lower first. As imported: row order.
    pub position: i64,
    /// People the chair named by hand; those found by name are computed, not stored.
    pub people: Vec<PersonId>,
    /// The corrected return that no longer holds it. It is kept with its tags and links, marked, and left out of outputs.
    pub withdrawn: Option<ImportId>,
}

/// An entry before it has a place in a file: what one row of a return was understood as.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EntryDraft {
    pub when: When,
    pub text: String,
    pub response: String,
    pub seen: String,
    pub recorder: String,
    pub document: String,
    pub comment: String,
    pub basis: Basis,
    pub enquiry: Enquiry,
    pub disclosure: Disclosure,
    pub other: Vec<(String, String)>,
    /// As [`Source::place`] and [`Source::row`].
    pub place: String,
    pub row: u32,
}

impl EntryDraft {
    /// What an entry says, without where it stands.
    pub fn of(entry: &Entry) -> Self {
        let entry = entry.clone();
        Self {
            when: entry.when,
            text: entry.text,
            response: entry.response,
            seen: entry.seen,
            recorder: entry.recorder,
            document: entry.document,
            comment: entry.comment,
            basis: entry.basis,
            enquiry: entry.enquiry,
            disclosure: entry.disclosure,
            other: entry.other,
            place: String::new(),
            row: 0,
        }
    }
}

impl Entry {
    /// Without a word yet, to be typed in by hand.
    pub fn without_words(agency: AgencyId) -> Self {
        Self {
            id: EntryId(0),
            agency,
            when: When::default(),
            text: String::new(),
            response: String::new(),
            seen: String::new(),
            recorder: String::new(),
            document: String::new(),
            comment: String::new(),
            basis: Basis::default(),
            enquiry: Enquiry::default(),
            disclosure: Disclosure::default(),
            other: Vec::new(),
            source: Source::default(),
            position: 0,
            people: Vec::new(),
            withdrawn: None,
        }
    }

    pub fn is_typed_by_hand(&self) -> bool {
        self.source.import.is_none()
    }
}

/// Where the wording stands in what the agency sent.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Source {
    /// `None`: typed in by hand.
    pub import: Option<ImportId>,
    /// File name without folder.
    pub file: String,
    /// Sheet or table and row, in words: `sheet “Incidents”, row 47`, `table 2, row 9`, `line 12`.
    pub place: String,
    /// Row number in the sheet, table or file as its own program counts (from 1); 0 where there is none.
    pub row: u32,
}

/// Who says so: a claim is not a fact, and the badge follows it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    #[default]
    NotStated,
    FirstHand,
    Victim,
    Perpetrator,
    ThirdParty,
    Assessment,
    Opinion,
}

impl Basis {
    pub const ALL: [Self; 7] = [
        Self::NotStated,
        Self::FirstHand,
        Self::Victim,
        Self::Perpetrator,
        Self::ThirdParty,
        Self::Assessment,
        Self::Opinion,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::NotStated => "Basis not stated",
            Self::FirstHand => "First-hand record",
            Self::Victim => "Said by the victim",
            Self::Perpetrator => "Said by the perpetrator",
            Self::ThirdParty => "Said by a third party",
            Self::Assessment => "Professional assessment",
            Self::Opinion => "Opinion",
        }
    }
}

/// Whether the agency asked about abuse at this contact.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Enquiry {
    #[default]
    NotRecorded,
    Asked,
    NotAsked,
    NotPossible,
}

impl Enquiry {
    pub const ALL: [Self; 4] = [
        Self::NotRecorded,
        Self::Asked,
        Self::NotAsked,
        Self::NotPossible,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::NotRecorded => "Not recorded",
            Self::Asked => "Asked",
            Self::NotAsked => "Not asked",
            Self::NotPossible => "Not possible to ask",
        }
    }
}

/// Whether abuse was disclosed at this contact.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Disclosure {
    #[default]
    NotRecorded,
    Disclosed,
    NotDisclosed,
}

impl Disclosure {
    pub const ALL: [Self; 3] = [Self::NotRecorded, Self::Disclosed, Self::NotDisclosed];

    pub fn words(self) -> &'static str {
        match self {
            Self::NotRecorded => "Not recorded",
            Self::Disclosed => "Disclosed",
            Self::NotDisclosed => "Not disclosed",
        }
    }
}
