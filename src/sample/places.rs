use std::collections::{BTreeMap, HashMap};

use super::SampleError;
use super::material::Place;
use crate::model::{EntryId, Review};

/// The entries that each row of a return became: one as a rule, two where the row holds two dates.
pub(super) struct Places {
    rows: HashMap<(String, u32), Vec<EntryId>>,
    names: BTreeMap<String, Place>,
}

impl Places {
    pub(super) fn of(review: &Review, names: BTreeMap<String, Place>) -> Self {
        let mut rows: HashMap<(String, u32), Vec<EntryId>> = HashMap::new();
        for entry in review.entries.iter() {
            let key = (entry.source.file.clone(), entry.source.row);
            rows.entry(key).or_default().push(entry.id);
        }
        Self { rows, names }
    }

    /// # Errors
    /// Where the row became no entry: the material and its returns have come apart.
    pub(super) fn row(&self, file: &str, row: u32) -> Result<&[EntryId], SampleError> {
        self.rows
            .get(&(file.to_owned(), row))
            .map(Vec::as_slice)
            .ok_or_else(|| SampleError::material(file, format!("row {row} became no entry")))
    }

    /// All entries of a return, in order of id.
    pub(super) fn of_file(&self, file: &str) -> Vec<EntryId> {
        let rows = self.rows.iter().filter(|((of, _), _)| of == file);
        let mut entries: Vec<EntryId> = rows.flat_map(|(_, entries)| entries.clone()).collect();
        entries.sort_unstable();
        entries
    }

    /// By a name of ours, or by “file, row”.
    pub(super) fn named(&self, name: &str) -> Result<&[EntryId], SampleError> {
        if let Some((file, row)) = name.rsplit_once(", ")
            && let Ok(row) = row.parse()
        {
            return self.row(file, row);
        }
        let place = self.names.get(name).ok_or_else(|| {
            SampleError::material("decisions.toml", format!("there is no place “{name}”"))
        })?;
        self.row(&place.file, place.row)
    }

    /// The one entry of a row with one date, or the first of several.
    pub(super) fn first(&self, name: &str) -> Result<EntryId, SampleError> {
        let entries = self.named(name)?;
        entries.first().copied().ok_or_else(|| {
            SampleError::material("decisions.toml", format!("“{name}” became no entry"))
        })
    }
}
