use crate::model::{AgencyId, EntryDraft, EntryId, HangsOn};
use crate::store::{Op, Outcome, Store, StoreError};

use super::hanging;

/// Changes what an entry typed in by hand says, and whose it is. Dates that hang on it are read again. Place and row of `draft`
/// are ignored.
///
/// # Errors
/// Refused for an entry that came with a return: its wording is the agency's own and is never changed.
pub fn rewrite_entry(
    store: &mut Store,
    entry: EntryId,
    agency: AgencyId,
    draft: &EntryDraft,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Change entry typed in by hand"), |tx| {
        let present = tx.entry(entry)?;
        if present.source.import.is_some() {
            return Err(StoreError::Refused(format!(
                "This entry came with {}; its wording is the agency’s own and stays as it is. Import a corrected return to change it.",
                present.source.file
            )));
        }
        tx.agency(agency)?;
        let itself = HangsOn::Entry(entry);
        if let Some(on) = draft.when.hangs_on {
            hanging::check(tx, Some(itself), on)?;
        }
        if present.agency != agency {
            tx.set_agency_of_entry(entry, agency)?;
        }
        tx.rewrite_entry(entry, None, draft)?;
        if present.when != draft.when {
            hanging::follow(tx, itself)?;
        }
        Ok(())
    })
}
