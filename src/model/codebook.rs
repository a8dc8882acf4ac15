use serde::{Deserialize, Serialize};

use super::{EntryId, Passage};

/// A weakness or good practice as another tool's codebook has it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Code {
    /// Key of the weakness of this review that it is; empty where it may be another one.
    pub key: String,
    pub name: String,
    pub definition: String,
    pub example: String,
    pub good_practice: bool,
    /// Place in the list of the code that it is a part of, which stands before it and is a part of none.
    pub parent: Option<usize>,
}

/// A codebook, and what coders made of the records with it in another tool.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CodedProject {
    pub codes: Vec<Code>,
    /// Each entry, code and coder once.
    pub records: Vec<CodedRecord>,
    /// Names of texts that are no records of this review.
    pub unknown_texts: Vec<String>,
    /// How many codings stood in those texts, or at something that is no text.
    pub left_out: usize,
    /// How many marked passages are not in the record as it is now worded; their words stand in the memo.
    pub displaced: usize,
}

/// A coder gave an entry a code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodedRecord {
    pub entry: EntryId,
    /// Place in the list of codes.
    pub code: usize,
    pub coder: String,
    pub memo: String,
    /// Empty: the record as a whole.
    pub passages: Vec<Passage>,
}
