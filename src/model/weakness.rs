use serde::{Deserialize, Serialize};

use super::{DeclinedId, EntryId, Template, WeaknessId};

/// A recurring weakness, or good practice, of the review's own list. It begins as the template's list, and is the review's to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weakness {
    pub id: WeaknessId,
    /// Place in the list, from 1 without gaps.
    pub position: u32,
    /// What taggings, findings and recommendations name it by; never changes.
    pub key: String,
    pub name: String,
    pub definition: String,
    pub example: String,
    pub good_practice: bool,
    /// Key of the weakness that it is a part of; empty where of none. One level only.
    pub parent: String,
    /// Regular expressions, small letters and capitals alike, by which it is suggested.
    pub patterns: Vec<String>,
}

impl Weakness {
    /// The list with which a review begins: its template's.
    pub fn list_of(template: &Template) -> Vec<Self> {
        (1_u32..)
            .zip(&template.weaknesses)
            .map(|(position, weakness)| Self {
                id: WeaknessId(position.into()),
                position,
                key: weakness.key.clone(),
                name: weakness.name.clone(),
                definition: weakness.definition.clone(),
                example: weakness.example.clone(),
                good_practice: weakness.good_practice,
                parent: weakness.parent.clone(),
                patterns: weakness.patterns.clone(),
            })
            .collect()
    }
}

/// A suggestion that was looked at and turned down, so that it is not made again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declined {
    pub id: DeclinedId,
    pub entry: EntryId,
    /// Key of a weakness.
    pub weakness: String,
    pub coder: String,
}
