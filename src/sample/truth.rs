//! What is planted in the sample, as entries of a review that was built from it: for seeing how much of it is found.

use serde::Deserialize;

use super::SampleError;
use super::files::text;
use super::{deciding, material};
use crate::model::{EntryId, Review};

const FILE: &str = "truth.toml";

/// What there is to be found in the sample.
#[derive(Debug, Clone, PartialEq)]
pub struct Truth {
    pub events: Vec<PlantedEvent>,
    pub contradictions: Vec<PlantedContradiction>,
}

/// An event that stands in several records.
#[derive(Debug, Clone, PartialEq)]
pub struct PlantedEvent {
    pub name: String,
    pub entries: Vec<EntryId>,
}

/// Two records that cannot both be right, with the words that say so.
#[derive(Debug, Clone, PartialEq)]
pub struct PlantedContradiction {
    pub about: String,
    pub entries: [EntryId; 2],
    pub a: String,
    pub b: String,
}

#[derive(Deserialize)]
struct Written {
    events: Vec<WrittenEvent>,
    contradictions: Vec<WrittenContradiction>,
}

#[derive(Deserialize)]
struct WrittenEvent {
    name: String,
    entries: Vec<String>,
}

#[derive(Deserialize)]
struct WrittenContradiction {
    about: String,
    entries: [String; 2],
    a: String,
    b: String,
}

/// The truth about `review`, which [`super::build`] made.
///
/// # Errors
/// Where `review` is not the sample, so that a planted record is not in it.
pub fn truth(review: &Review) -> Result<Truth, SampleError> {
    let written: Written =
        toml::from_str(text(FILE)?).map_err(|error| SampleError::material(FILE, error))?;
    let places = deciding::places(review, &material::decisions()?);
    let mut events = Vec::with_capacity(written.events.len());
    for event in written.events {
        let mut entries = Vec::new();
        for name in &event.entries {
            entries.extend_from_slice(places.named(name)?);
        }
        events.push(PlantedEvent {
            name: event.name,
            entries,
        });
    }
    let mut contradictions = Vec::with_capacity(written.contradictions.len());
    for one in written.contradictions {
        let [first, second] = &one.entries;
        contradictions.push(PlantedContradiction {
            about: one.about,
            entries: [places.first(first)?, places.first(second)?],
            a: one.a,
            b: one.b,
        });
    }
    Ok(Truth {
        events,
        contradictions,
    })
}
