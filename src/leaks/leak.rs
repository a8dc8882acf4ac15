use serde::Serialize;

use crate::model::IdentifierKind;

/// A stretch of a text that tells, or may tell, who somebody is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Leak {
    /// In Unicode characters of the text that was scanned.
    pub start: usize,
    pub end: usize,
    /// As it stands there.
    pub text: String,
    /// The real name of the person or place of the register whom it tells; `None`: it is an identifier of somebody.
    pub identity: Option<String>,
    pub kind: LeakKind,
    pub severity: LeakSeverity,
    /// A sentence.
    pub why: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LeakKind {
    /// The whole name of a person or place.
    Name,
    NamePart,
    Alias,
    Initials,
    NhsNumber,
    NationalInsurance,
    Phone,
    Email,
    Address,
    Postcode,
    Vehicle,
    CaseNumber,
    /// Another identifier of the register.
    Other,
    DateOfBirth,
    DateOfDeath,
}

impl LeakKind {
    pub fn words(self) -> &'static str {
        match self {
            Self::Name => "Name",
            Self::NamePart => "Part of a name",
            Self::Alias => "Other name",
            Self::Initials => "Initials",
            Self::NhsNumber => IdentifierKind::NhsNumber.words(),
            Self::NationalInsurance => IdentifierKind::NationalInsurance.words(),
            Self::Phone => IdentifierKind::Phone.words(),
            Self::Email => IdentifierKind::Email.words(),
            Self::Address => IdentifierKind::Address.words(),
            Self::Postcode => IdentifierKind::Postcode.words(),
            Self::Vehicle => "Vehicle registration",
            Self::CaseNumber => IdentifierKind::CaseNumber.words(),
            Self::Other => "Other identifier",
            Self::DateOfBirth => "Date of birth",
            Self::DateOfDeath => "Date of death",
        }
    }
}

impl From<IdentifierKind> for LeakKind {
    fn from(kind: IdentifierKind) -> Self {
        match kind {
            IdentifierKind::NhsNumber => Self::NhsNumber,
            IdentifierKind::NationalInsurance => Self::NationalInsurance,
            IdentifierKind::Phone => Self::Phone,
            IdentifierKind::Email => Self::Email,
            IdentifierKind::Address => Self::Address,
            IdentifierKind::Postcode => Self::Postcode,
            IdentifierKind::Vehicle => Self::Vehicle,
            IdentifierKind::CaseNumber => Self::CaseNumber,
            IdentifierKind::Other => Self::Other,
        }
    }
}

/// How sure it is. Each of them stands against publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LeakSeverity {
    /// It may be an ordinary word; between these words it reads as a name.
    Low,
    /// It has the shape of an identifier, but nobody of the register is known by it.
    Medium,
    /// Somebody or something of the register.
    High,
}

impl LeakSeverity {
    pub fn words(self) -> &'static str {
        match self {
            Self::Low => "may be a name",
            Self::Medium => "an identifier",
            Self::High => "in the register",
        }
    }
}

/// A leak, and where in which file it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLeak {
    pub file: String,
    /// “page 3”, “comment 2”, “properties”
    pub place: String,
    pub leak: Leak,
}
