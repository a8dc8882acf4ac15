use crate::model::{Agency, AgencyId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Adds an agency to those asked; the id of `agency` is ignored. Its name must be its own.
pub fn add_agency(store: &mut Store, agency: &Agency) -> Result<Outcome<AgencyId>, StoreError> {
    let label = format!("Add agency {}", agency.name.trim());
    store.transact(Op::new(label), |tx| {
        check::agency_name(tx, agency, None)?;
        check::sector(tx, &agency.sector)?;
        tx.add_agency(agency)
    })
}
