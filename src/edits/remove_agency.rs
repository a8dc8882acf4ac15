use crate::model::AgencyId;
use crate::store::{Op, Outcome, Store, StoreError};

use super::words::counted;

/// Removes an agency that has no entries and stands in no line of who knew what, from recommendations too.
pub fn remove_agency(store: &mut Store, id: AgencyId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove agency"), |tx| {
        let agency = tx.agency(id)?;
        let entries = tx.entries_of_agency(id)?;
        if entries > 0 {
            return Err(StoreError::Refused(format!(
                "“{}” has {} in the chronology, so it was not removed. Remove its entries first, or undo the import that brought them.",
                agency.name,
                counted(usize::try_from(entries).unwrap_or(usize::MAX), "entry", "entries")
            )));
        }
        let knowings = tx.knowings_of_agency(id)?;
        if knowings > 0 {
            return Err(StoreError::Refused(format!(
                "“{}” stands in {} of who knew what, so it was not removed. Remove it from there first.",
                agency.name,
                counted(knowings, "line", "lines")
            )));
        }
        tx.relabel(format!("Remove agency {}", agency.name));
        tx.remove_agency(id)
    })
}
