//! How many of the sample's dates are understood as they were meant.

use std::collections::HashMap;

use super::SampleError;
use super::files::text;
use crate::model::{Entry, EntryId, Review};

const FILE: &str = "dates.tsv";

/// Rows of the sample by what became of their dates.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DatesFound {
    pub rows: usize,
    /// To the minute where a time is known, to the day or the stretch otherwise.
    pub right: usize,
    /// Not understood, and said so: the first entry of each row.
    pub unanswered: Vec<EntryId>,
    /// Understood as something else than was meant.
    pub wrong: Vec<EntryId>,
}

/// Compares the dates of the sample, as [`super::build`] made it, with what was meant.
///
/// # Errors
/// Where `review` is not the sample, so that a row is not in it.
pub fn dates_found(review: &Review) -> Result<DatesFound, SampleError> {
    let mut rows: HashMap<(&str, &str), Vec<&Entry>> = HashMap::new();
    let numbers: Vec<String> = review
        .entries
        .iter()
        .map(|entry| entry.source.row.to_string())
        .collect();
    for (entry, row) in review.entries.iter().zip(&numbers) {
        let place = (entry.source.file.as_str(), row.as_str());
        rows.entry(place).or_default().push(entry);
    }
    let mut found = DatesFound::default();
    for line in text(FILE)?.lines().skip(1) {
        let mut cells = line.split('\t');
        let (Some(file), Some(row), Some(meant)) = (cells.next(), cells.next(), cells.next())
        else {
            return Err(SampleError::material(
                FILE,
                format!("“{line}” has not three cells"),
            ));
        };
        let entries = rows.get(&(file, row)).ok_or_else(|| {
            SampleError::material(FILE, format!("{file} row {row} became no entry"))
        })?;
        let understood: Vec<String> = entries.iter().map(|entry| ends(entry)).collect();
        found.rows += 1;
        let Some(first) = entries.first() else {
            continue;
        };
        if understood.join("; ") == meant {
            found.right += 1;
        } else if entries.iter().any(|entry| !entry.when.is_understood()) {
            found.unanswered.push(first.id);
        } else {
            found.wrong.push(first.id);
        }
    }
    Ok(found)
}

fn ends(entry: &Entry) -> String {
    let when = &entry.when;
    let end = |moment: Option<crate::model::Moment>| {
        moment.map_or_else(String::new, |moment| moment.to_string())
    };
    format!("{} {}", end(when.earliest), end(when.latest))
}
