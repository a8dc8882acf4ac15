use serde::{Deserialize, Serialize};

use super::{EntryId, FindingId, QuestionId};

/// A question of the terms of reference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub id: QuestionId,
    /// Place in the list, from 1 without gaps; printed as its number.
    pub position: u32,
    pub text: String,
}

/// What the review found: a lesson, or good practice that a fair review names too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub id: FindingId,
    /// Place in the list, from 1 without gaps; printed as its number.
    pub position: u32,
    pub text: String,
    /// Why it was found so: what was known, what was done, what should have been.
    pub analysis: String,
    pub good_practice: bool,
    /// The questions of the terms of reference that it answers.
    pub questions: Vec<QuestionId>,
    /// Keys of weaknesses of the review's list.
    pub weaknesses: Vec<String>,
    /// The entries it rests on.
    pub entries: Vec<EntryId>,
}
