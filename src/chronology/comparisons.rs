//! This review's numbers of contacts beside those of other reviews.

use super::PersonContacts;
use crate::model::{Review, Role};

/// One row of the template's averages, with this review's own.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparisonRow {
    pub name: String,
    pub source: String,
    pub groups: Vec<ComparisonFigure>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ComparisonFigure {
    pub name: String,
    /// Keys of the sectors that are counted together.
    pub sectors: Vec<String>,
    /// Contacts per victim in the other reviews.
    pub average: f64,
    /// Contacts per victim in this review; `None` where the register has nobody of that role.
    pub here: Option<f64>,
    /// Over how many victims [`Self::here`] is taken.
    pub victims: u32,
}

/// In the template's order. `contacts`: as from [`super::contacts`].
pub fn comparisons(review: &Review, contacts: &[PersonContacts]) -> Vec<ComparisonRow> {
    let victims: Vec<&PersonContacts> = contacts
        .iter()
        .filter(|one| {
            review
                .person(one.person)
                .is_some_and(|person| person.role == Role::Victim)
        })
        .collect();
    let count = u32::try_from(victims.len()).unwrap_or(u32::MAX);
    let here = |sectors: &[String]| {
        let sum: u32 = victims
            .iter()
            .flat_map(|one| &one.sectors)
            .filter(|cell| sectors.contains(&cell.sector))
            .map(|cell| cell.contacts)
            .sum();
        (count > 0).then(|| f64::from(sum) / f64::from(count))
    };
    let rows = review.template.comparisons.iter();
    rows.map(|row| ComparisonRow {
        name: row.name.clone(),
        source: row.source.clone(),
        groups: row
            .groups
            .iter()
            .map(|group| ComparisonFigure {
                name: group.name.clone(),
                sectors: group.sectors.clone(),
                average: group.average,
                here: here(&group.sectors),
                victims: count,
            })
            .collect(),
    })
    .collect()
}
