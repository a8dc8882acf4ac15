//! What is planted in the sample, as entries of a review that was built from it: for seeing how much of it is found.

use serde::Deserialize;

use super::SampleError;
use super::files::text;
use super::places::Places;
use super::{deciding, material};
use crate::model::{EntryId, Review};

const FILE: &str = "truth.toml";

/// What there is to be found in the sample.
#[derive(Debug, Clone, PartialEq)]
pub struct Truth {
    /// Events whose records differ in what matters.
    pub events: Vec<PlantedEvent>,
    /// All other events that stand in several records.
    pub plain_events: Vec<PlantedEvent>,
    pub contradictions: Vec<PlantedContradiction>,
}

/// An event that stands in several records.
#[derive(Debug, Clone, PartialEq)]
pub struct PlantedEvent {
    pub name: String,
    pub entries: Vec<EntryId>,
    /// Records of what was done about it later, or that may well mean it: neither missing from it nor wrong in it.
    pub beside: Vec<EntryId>,
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
    plain_events: Vec<WrittenEvent>,
    contradictions: Vec<WrittenContradiction>,
}

#[derive(Deserialize)]
struct WrittenEvent {
    name: String,
    entries: Vec<String>,
    #[serde(default)]
    beside: Vec<String>,
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
        events: found(written.events, &places)?,
        plain_events: found(written.plain_events, &places)?,
        contradictions,
    })
}

fn found(written: Vec<WrittenEvent>, places: &Places) -> Result<Vec<PlantedEvent>, SampleError> {
    let entries_of = |names: &[String]| {
        let mut entries = Vec::new();
        for name in names {
            entries.extend_from_slice(places.named(name)?);
        }
        Ok::<_, SampleError>(entries)
    };
    written
        .into_iter()
        .map(|event| {
            Ok(PlantedEvent {
                entries: entries_of(&event.entries)?,
                beside: entries_of(&event.beside)?,
                name: event.name,
            })
        })
        .collect()
}
