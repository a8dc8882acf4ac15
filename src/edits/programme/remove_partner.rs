use chrono::NaiveDate;

use super::passing_on;
use crate::model::PartnerId;
use crate::store::{Op, Outcome, Store, StoreError, WOMENS_SAFETY_WORK};

/// For a record made by mistake: it can be undone. Needs the open lock of women’s safety work.
pub fn remove_partner(
    store: &mut Store,
    id: PartnerId,
    today: NaiveDate,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new(WOMENS_SAFETY_WORK), |tx| {
        let before = tx.partners()?.into_iter().find(|kept| kept.id == id);
        let Some(before) = before else {
            return Err(StoreError::gone_from_file("This record"));
        };
        tx.remove_partner(id)?;
        passing_on::bring_up_to_date(tx, &[before.man], today)
    })
}
