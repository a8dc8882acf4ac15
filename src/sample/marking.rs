//! The words in which some tags show, marked as the coder would mark them.

use super::SampleError;
use super::material::{self, PassageMaterial};
use super::places::Places;
use crate::analysis::of_bytes;
use crate::edits;
use crate::model::{Entry, Passage, RecordCell};
use crate::store::Store;

const FILE: &str = "passages.toml";

pub(super) fn mark(store: &mut Store, places: &Places, coder: &str) -> Result<(), SampleError> {
    let review = store.load()?;
    for material in material::passages()?.passages {
        let id = places.first(&material.place)?;
        let passage = review.entry(id).and_then(|entry| passage(entry, &material));
        let passage = passage.ok_or_else(|| {
            let PassageMaterial { place, words, .. } = &material;
            SampleError::material(FILE, format!("“{words}” does not stand at “{place}”"))
        })?;
        edits::tag_words(store, id, &material.weakness, coder, &[passage])?;
    }
    Ok(())
}

/// Where the words stand first, whichever cell it is.
fn passage(entry: &Entry, material: &PassageMaterial) -> Option<Passage> {
    RecordCell::ALL.into_iter().find_map(|cell| {
        let start = cell.of(entry).find(&material.words)?;
        of_bytes(entry, cell, start..start + material.words.len())
    })
}
