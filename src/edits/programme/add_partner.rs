use chrono::NaiveDate;

use super::passing_on;
use crate::model::PartnerId;
use crate::store::{Op, Outcome, Store, StoreError, WOMENS_SAFETY_WORK};
use crate::wall::Partner;

/// A current or former partner, for a man who is on file; her id is set. Needs the open lock of women’s safety work.
pub fn add_partner(
    store: &mut Store,
    partner: &mut Partner,
    today: NaiveDate,
) -> Result<Outcome<PartnerId>, StoreError> {
    store.transact(Op::new(WOMENS_SAFETY_WORK), |tx| {
        tx.man(partner.man)?;
        let id = tx.add_partner(partner)?;
        passing_on::bring_up_to_date(tx, &[partner.man], today)?;
        Ok(id)
    })
}
