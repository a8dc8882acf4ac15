use crate::model::EntryId;
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Keeps that `coder` looked at a suggestion and turned it down, so that it is not made again.
pub fn decline_suggestion(
    store: &mut Store,
    entry: EntryId,
    weakness: &str,
    coder: &str,
) -> Result<Outcome<()>, StoreError> {
    check::coder(coder)?;
    store.transact(Op::new("Decline a suggestion"), |tx| {
        check::weakness(tx, weakness)?;
        check::entries(tx, &[entry])?;
        let all = tx.declined()?;
        if all.iter().any(|one| {
            (one.entry, one.weakness.as_str(), one.coder.as_str()) == (entry, weakness, coder)
        }) {
            return Ok(());
        }
        tx.add_declined(entry, weakness, coder).map(drop)
    })
}
