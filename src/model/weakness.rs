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
    pub fn is_part(&self) -> bool {
        !self.parent.is_empty()
    }

    /// Each weakness of its own with its parts behind it, otherwise in the order given; numbered from 1.
    pub fn in_families(list: Vec<Self>) -> Vec<Self> {
        let keys: Vec<String> = list
            .iter()
            .filter(|weakness| !weakness.is_part())
            .map(|weakness| weakness.key.clone())
            .collect();
        let (parts, mut own): (Vec<Self>, Vec<Self>) = list
            .into_iter()
            .partition(|weakness| keys.contains(&weakness.parent));
        let mut ordered = Vec::with_capacity(parts.len() + own.len());
        for weakness in own.drain(..) {
            let key = weakness.key.clone();
            ordered.push(weakness);
            ordered.extend(parts.iter().filter(|part| part.parent == key).cloned());
        }
        for (position, weakness) in (1_u32..).zip(&mut ordered) {
            weakness.position = position;
        }
        ordered
    }

    /// The list with which a review begins: its template's.
    pub fn list_of(template: &Template) -> Vec<Self> {
        let list = (1_u32..)
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
            .collect();
        Self::in_families(list)
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
