//! A second coder who tagged without seeing the chair's tags, and what the two made of their disagreements.

use super::SampleError;
use super::material::{self, CodingMaterial};
use super::places::Places;
use crate::edits::{self, NewCoding};
use crate::model::EntryId;
use crate::store::Store;

/// `chair`: who has tagged the entries already.
pub(super) fn code_again(
    store: &mut Store,
    places: &Places,
    chair: &str,
) -> Result<(), SampleError> {
    let material = material::coding()?;
    let entries = places.of_file(&material.file);
    let new = NewCoding {
        name: material.name.clone(),
        drawn: material.drawn.clone(),
        entries: entries.clone(),
        coders: vec![chair.to_owned(), material.coder.clone()],
        already: vec![chair.to_owned()],
    };
    let coding = edits::begin_coding(store, &new)?.value;
    for tags in &material.tags {
        let tagged = rows(places, &material, &tags.rows)?;
        edits::tag_entries(store, &tagged, &tags.weakness, &material.coder, &tags.memo)?;
    }
    let unfinished = rows(places, &material, &material.unfinished)?;
    let finished: Vec<EntryId> = entries
        .into_iter()
        .filter(|entry| !unfinished.contains(entry))
        .collect();
    edits::finish_coding(store, coding, &finished, &material.coder, true)?;
    edits::close_coding(store, coding)?;
    for settled in &material.settled {
        for entry in rows(places, &material, &[settled.row])? {
            edits::settle_disagreement(store, coding, entry, &settled.weakness, settled.how)?;
        }
    }
    Ok(())
}

fn rows(
    places: &Places,
    material: &CodingMaterial,
    rows: &[u32],
) -> Result<Vec<EntryId>, SampleError> {
    let mut entries = Vec::new();
    for row in rows {
        entries.extend(places.row(&material.file, *row)?);
    }
    Ok(entries)
}
