use std::collections::HashMap;

use crate::model::{AgencyId, EntryId, Review};

/// Weaknesses (and good practice) down, agencies across.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matrix {
    /// Keys of weaknesses: those of the template in its order, then others that taggings carry.
    pub weaknesses: Vec<String>,
    /// In the order of the register.
    pub agencies: Vec<AgencyId>,
    /// One row for each weakness, one cell in it for each agency.
    pub cells: Vec<Vec<Cell>>,
}

/// What was tagged with one weakness in one agency's records.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Taggings: an entry tagged by two coders counts twice.
    pub taggings: usize,
    /// The entries, each once, in order of id: what the cell opens.
    pub entries: Vec<EntryId>,
}

impl Matrix {
    pub fn cell(&self, weakness: &str, agency: AgencyId) -> Option<&Cell> {
        let row = self.weaknesses.iter().position(|key| key == weakness)?;
        let column = self.agencies.iter().position(|id| *id == agency)?;
        self.cells.get(row)?.get(column)
    }

    /// Entries tagged with a weakness, over all agencies.
    pub fn entries_with(&self, weakness: &str) -> usize {
        let row = self.weaknesses.iter().position(|key| key == weakness);
        row.and_then(|row| self.cells.get(row))
            .map_or(0, |cells| cells.iter().map(|cell| cell.entries.len()).sum())
    }
}

/// Counts the taggings. A tagging whose entry is gone counts nowhere.
pub fn matrix(review: &Review) -> Matrix {
    let mut weaknesses: Vec<String> = review
        .template
        .weaknesses
        .iter()
        .map(|weakness| weakness.key.clone())
        .collect();
    for tagging in &review.taggings {
        if !weaknesses.contains(&tagging.weakness) {
            weaknesses.push(tagging.weakness.clone());
        }
    }
    let agencies: Vec<AgencyId> = review.agencies.iter().map(|agency| agency.id).collect();
    let rows: HashMap<&str, usize> = (0..)
        .zip(&weaknesses)
        .map(|(row, key)| (key.as_str(), row))
        .collect();
    let columns: HashMap<AgencyId, usize> = agencies.iter().copied().zip(0..).collect();
    let mut cells = vec![vec![Cell::default(); agencies.len()]; weaknesses.len()];
    for tagging in &review.taggings {
        let column = review
            .entry(tagging.entry)
            .and_then(|entry| columns.get(&entry.agency));
        if let (Some(row), Some(column)) = (rows.get(tagging.weakness.as_str()), column) {
            let cell = &mut cells[*row][*column];
            cell.taggings += 1;
            cell.entries.push(tagging.entry);
        }
    }
    for cell in cells.iter_mut().flatten() {
        cell.entries.sort_unstable();
        cell.entries.dedup();
    }
    Matrix {
        weaknesses,
        agencies,
        cells,
    }
}
