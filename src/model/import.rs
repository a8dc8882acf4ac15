//! What one imported return left behind besides its entries.

use serde::{Deserialize, Serialize};

use super::{AgencyId, ImportId};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Import {
    pub id: ImportId,
    pub agency: AgencyId,
    /// File name without folder.
    pub file: String,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// When it was imported, RFC 3339 in UTC.
    pub at: String,
    pub entries: u32,
    pub doubts: Vec<Doubt>,
    pub skipped: Vec<Skipped>,
    /// The earlier return of the agency that this one corrected and took the place of.
    #[serde(default)]
    pub replaces: Option<ImportId>,
}

/// Something in a return that was not certain, kept as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// In words, as [`super::Source::place`], with the column where one cell is meant.
    pub place: String,
    /// Row in the file (from 1) and column (from 0), for a jump to the cell.
    pub row: u32,
    pub column: Option<u32>,
    pub wording: String,
    /// What was assumed or could not be, and what to do: a sentence for the chair.
    pub why: String,
}

/// A row of the return that became no entry, with its whole wording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    pub place: String,
    pub row: u32,
    pub wording: String,
    pub why: String,
}
