use crate::model::Agency;
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Changes name, sector, due date and note of an agency.
pub fn change_agency(store: &mut Store, agency: &Agency) -> Result<Outcome<()>, StoreError> {
    let label = format!("Change agency {}", agency.name.trim());
    store.transact(Op::new(label), |tx| {
        let present = tx.agency(agency.id)?;
        check::agency_name(tx, agency, Some(agency.id))?;
        if agency.sector != present.sector {
            check::sector(tx, &agency.sector)?;
        }
        tx.change_agency(agency)
    })
}
