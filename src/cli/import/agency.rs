use crate::cli::ending::Fault;
use crate::model::{Agency, AgencyId, Review};

pub(super) enum Found {
    Known(AgencyId),
    /// Not in the register yet; its id is of no account.
    New(Agency),
}

/// The agency called `name`, whatever its capitals and spaces.
pub(super) fn find(review: &Review, name: &str, sector: Option<&str>) -> Result<Found, Fault> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(Fault::said(
            "The agency needs a name. Nothing was imported.",
        ));
    }
    if let Some(key) = sector {
        let sectors = &review.template.sectors;
        if !sectors.iter().any(|sector| sector.key == key) {
            let keys: Vec<&str> = sectors.iter().map(|sector| sector.key.as_str()).collect();
            return Err(Fault::said(format!(
                "This review has no sector “{key}”. It has: {}. Nothing was imported.",
                keys.join(", ")
            )));
        }
    }
    let known = review
        .agencies
        .iter()
        .find(|agency| agency.name.to_lowercase() == name.to_lowercase());
    match (known, sector) {
        (Some(agency), Some(key)) if agency.sector != key => Err(Fault::said(format!(
            "“{}” is in the register already, with {}. Leave --sector out, or change it there. Nothing was imported.",
            agency.name,
            if agency.sector.is_empty() {
                "no sector".to_owned()
            } else {
                format!("the sector “{}”", agency.sector)
            }
        ))),
        (Some(agency), _) => Ok(Found::Known(agency.id)),
        (None, sector) => Ok(Found::New(Agency {
            id: AgencyId(0),
            name,
            sector: sector.unwrap_or_default().to_owned(),
            due: None,
            note: String::new(),
        })),
    }
}

/// What is said of an agency that the import entered.
pub(super) fn entered(review: &Review, agency: &Agency) -> String {
    let sector = review
        .template
        .sectors
        .iter()
        .find(|sector| sector.key == agency.sector);
    match sector {
        Some(sector) => format!(
            "“{}” was entered as a new agency ({}).",
            agency.name, sector.name
        ),
        None => format!(
            "“{}” was entered as a new agency, without a sector; its contacts are counted under none until it has one.",
            agency.name
        ),
    }
}
