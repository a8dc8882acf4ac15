use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::SampleError;
use super::build::Steps;
use super::files::file;
use super::material::{AgencyMaterial, ReviewMaterial};
use crate::dates::Anchor;
use crate::edits::{self, ReturnToImport};
use crate::model::{Agency, AgencyId, Template, When};
use crate::returns::{self, Settings};
use crate::store::Store;

/// Enters the agencies and imports what each has sent, as the import screen would with nothing changed by hand.
pub(super) fn import_returns(
    store: &mut Store,
    review: &ReviewMaterial,
    template: &Template,
    today: NaiveDate,
    steps: &Steps<'_>,
) -> Result<BTreeMap<String, AgencyId>, SampleError> {
    let mut agencies = BTreeMap::new();
    for (done, agency) in (1..).zip(&review.agencies) {
        steps.report(done, &format!("Importing from {}", agency.name))?;
        let id = edits::add_agency(store, &as_agency(agency))?.value;
        agencies.insert(agency.name.clone(), id);
        if let Some(name) = &agency.file {
            let new = understood(name, id, review, template, today, steps)?;
            edits::import_return(store, &new, steps.progress)?;
        }
    }
    Ok(agencies)
}

fn as_agency(agency: &AgencyMaterial) -> Agency {
    Agency {
        id: AgencyId(0),
        name: agency.name.clone(),
        sector: agency.sector.clone(),
        due: agency.due,
        note: agency.note.clone(),
    }
}

fn understood(
    name: &str,
    agency: AgencyId,
    review: &ReviewMaterial,
    template: &Template,
    today: NaiveDate,
    steps: &Steps<'_>,
) -> Result<ReturnToImport, SampleError> {
    let read = returns::read_bytes(name, file(name)?, steps.progress)?;
    let table = read
        .tables
        .get(read.proposed_table(&template.columns))
        .ok_or_else(|| SampleError::material(name, "it holds no table"))?;
    let settings = Settings {
        anchors: anchors(review),
        ..Settings::new(template, today)
    };
    let understood = returns::understand(table, &settings, steps.progress)?;
    Ok(ReturnToImport {
        agency,
        file: read.name.clone(),
        sha256: read.sha256.clone(),
        entries: understood.entries,
        doubts: understood.doubts,
        skipped: understood.skipped,
        bytes: Some(file(name)?.into()),
        habit: None,
    })
}

/// The dates of the case that words like “three weeks before her death” hang on.
fn anchors(review: &ReviewMaterial) -> Vec<Anchor> {
    review
        .key_dates
        .iter()
        .filter(|date| date.kind == "death")
        .map(|date| Anchor {
            name: date.label.to_lowercase(),
            words: vec!["her death".to_owned(), "the death".to_owned()],
            when: When::on(date.date),
            hangs_on: None,
        })
        .collect()
}
