//! Who knew what, entered as the chair would: a fact, then a line for each agency that learnt of it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::SampleError;
use super::material::{self, FactMaterial, KnowingMaterial};
use super::places::Places;
use crate::dates;
use crate::edits;
use crate::model::{AgencyId, Fact, FactId, Knowing, KnowingId, When};
use crate::store::Store;

const FILE: &str = "knowledge.toml";

pub(super) fn enter(
    store: &mut Store,
    places: &Places,
    agencies: &BTreeMap<String, AgencyId>,
    today: NaiveDate,
) -> Result<(), SampleError> {
    for material in material::knowledge()?.facts {
        let id = edits::add_fact(store, &fact(&material))?.value;
        for line in &material.knowings {
            let knowing = knowing(id, line, places, agencies, today)?;
            edits::add_knowing(store, &knowing)?;
        }
    }
    Ok(())
}

fn fact(material: &FactMaterial) -> Fact {
    Fact {
        id: FactId(0),
        name: material.name.clone(),
        words: material.words.clone(),
        note: material.note.clone(),
    }
}

fn knowing(
    fact: FactId,
    line: &KnowingMaterial,
    places: &Places,
    agencies: &BTreeMap<String, AgencyId>,
    today: NaiveDate,
) -> Result<Knowing, SampleError> {
    let agency = |name: &str| {
        agencies.get(name).copied().ok_or_else(|| {
            SampleError::material(FILE, format!("review.toml has no agency “{name}”"))
        })
    };
    let entry = line.entry.as_deref().map(|name| places.first(name));
    Ok(Knowing {
        id: KnowingId(0),
        fact,
        agency: agency(&line.agency)?,
        when: when(&line.when, today)?,
        how: line.how.clone(),
        from: line.from.as_deref().map(agency).transpose()?,
        entry: entry.transpose()?,
    })
}

fn when(wording: &str, today: NaiveDate) -> Result<When, SampleError> {
    let mut reading = dates::read(wording, &dates::Context::new(today));
    match reading.dates.pop() {
        Some(when) if reading.dates.is_empty() && when.is_understood() => Ok(when),
        _ => Err(SampleError::material(
            FILE,
            format!("“{wording}” is not one date"),
        )),
    }
}
