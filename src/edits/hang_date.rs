use chrono::NaiveDate;

use crate::model::{EntryId, HangsOn};
use crate::store::{Outcome, Store, StoreError};

/// STAND-IN: another helper writes this.
pub fn hang_date(
    _store: &mut Store,
    _entry: EntryId,
    _anchor: HangsOn,
    _today: NaiveDate,
) -> Result<Outcome<()>, StoreError> {
    Err(StoreError::Refused("stand-in".to_owned()))
}
