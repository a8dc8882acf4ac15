//! After anything that can change what crosses the wall, it is worked out anew.

use chrono::NaiveDate;

use crate::model::ManId;
use crate::store::{StoreError, Tx};
use crate::wall::CaseFile;

/// Works out anew what is passed on about `men`; does nothing while the lock is closed.
pub(super) fn bring_up_to_date(
    tx: &mut Tx<'_>,
    men: &[ManId],
    today: NaiveDate,
) -> Result<(), StoreError> {
    if !tx.is_unlocked() {
        return Ok(());
    }
    let clearance = tx.clearance()?;
    let before = tx.programme()?;
    let passed_before: Vec<_> = men
        .iter()
        .map(|man| before.passed_on(*man).cloned())
        .collect();
    let file = CaseFile::of(before, tx.partners()?)
        .map_err(|wrong| StoreError::Refused(format!("{wrong} Nothing was changed.")))?;
    for (man, before) in men.iter().zip(passed_before) {
        let passed = file.to_pass_on(*man, today, &clearance);
        if passed != before {
            tx.pass_on(*man, passed.as_ref())?;
        }
    }
    Ok(())
}
