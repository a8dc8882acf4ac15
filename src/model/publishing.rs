//! What publishing needs beside the review's own matter: who and what must not be known, what was settled about words and rules, the
//! quality-assurance letter, the data record, and what went out.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    AllowedId, IdentifierId, LetterPointId, ParagraphId, PersonId, PlaceId, PublicationId,
    RulingId, SuppressedId,
};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Publishing {
    /// In order of kind, then name.
    pub places: Vec<Place>,
    /// In order of id, as are the following up to the suppressed marks.
    pub identifiers: Vec<Identifier>,
    pub rulings: Vec<Ruling>,
    pub allowed: Vec<Allowed>,
    pub suppressed: Vec<Suppressed>,
    /// In order of position.
    pub letter: Vec<LetterPoint>,
    /// In order of key.
    pub record: Vec<RecordAnswer>,
    /// In the order in which they went out.
    pub publications: Vec<Publication>,
}

/// A place, school, employer or other thing whose name would tell who somebody is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Place {
    pub id: PlaceId,
    pub kind: PlaceKind,
    /// The real name, as it is mostly written.
    pub name: String,
    /// Other forms in use.
    pub forms: Vec<String>,
    /// What stands in its place (“a primary school”); empty: the template's words for its kind.
    pub written: String,
    pub note: String,
}

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    Address,
    /// A village, town, county, street or other place on a map.
    #[default]
    Place,
    School,
    Employer,
    /// A surgery, refuge, hostel, charity or other body that is not to be named.
    Service,
    Other,
}

impl PlaceKind {
    pub const ALL: [Self; 6] = [
        Self::Address,
        Self::Place,
        Self::School,
        Self::Employer,
        Self::Service,
        Self::Other,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Address => "Address",
            Self::Place => "Place",
            Self::School => "School",
            Self::Employer => "Employer",
            Self::Service => "Service",
            Self::Other => "Other",
        }
    }
}

/// Something other than a name that tells who somebody is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identifier {
    pub id: IdentifierId,
    pub of: IdentifierOf,
    pub kind: IdentifierKind,
    /// As written; spaces and hyphens do not count when it is looked for.
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IdentifierOf {
    Person(PersonId),
    Place(PlaceId),
}

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum IdentifierKind {
    NhsNumber,
    NationalInsurance,
    Phone,
    Email,
    Address,
    Postcode,
    Vehicle,
    CaseNumber,
    #[default]
    Other,
}

impl IdentifierKind {
    pub const ALL: [Self; 9] = [
        Self::NhsNumber,
        Self::NationalInsurance,
        Self::Phone,
        Self::Email,
        Self::Address,
        Self::Postcode,
        Self::Vehicle,
        Self::CaseNumber,
        Self::Other,
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::NhsNumber => "NHS number",
            Self::NationalInsurance => "National Insurance number",
            Self::Phone => "Telephone number",
            Self::Email => "E-mail address",
            Self::Address => "Address",
            Self::Postcode => "Postcode",
            Self::Vehicle => "Vehicle",
            Self::CaseNumber => "Case number",
            Self::Other => "Other",
        }
    }
}

/// What was settled about a word that is also a name (“Rose”, “May”), where it stands between these words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    pub id: RulingId,
    /// As it is written there.
    pub form: String,
    /// The word before it in small letters; empty at the beginning of a text.
    pub before: String,
    pub after: String,
    /// Whose name it is; `None`: it is an ordinary word there.
    pub person: Option<PersonId>,
}

/// Words that the leak scan may pass over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allowed {
    pub id: AllowedId,
    pub words: String,
    pub why: String,
}

/// A mark of a rule that the chair has decided to let stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suppressed {
    pub id: SuppressedId,
    /// Key of the rule.
    pub rule: String,
    /// What it is about, as the rule knows it again.
    pub subject: String,
    pub reason: String,
    /// Who decided, and when, with its offset from UTC.
    pub by: String,
    pub at: String,
}

/// A point that the quality-assurance panel raised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterPoint {
    pub id: LetterPointId,
    /// From 1 without gaps.
    pub position: u32,
    pub raised: String,
    pub answer: String,
    /// Where the report was changed.
    pub paragraph: Option<ParagraphId>,
}

/// An answer of the anonymised data record. What has none is “not indicated”, which is not “no”.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordAnswer {
    /// Key of a question of the template's data record.
    pub key: String,
    pub answer: String,
}

/// A set of outputs that went out without names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    pub id: PublicationId,
    /// With its offset from UTC.
    pub at: String,
    pub by: String,
    /// SHA-256 of its manifest, in hexadecimal digits.
    pub manifest: String,
    /// How much stood against it (leaks, words in doubt, marks of rules) and was let pass, and why; 0 and empty where nothing did.
    pub overridden: u32,
    pub reason: String,
    /// The date that stands on it.
    pub dated: NaiveDate,
}
