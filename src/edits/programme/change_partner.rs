use chrono::NaiveDate;

use super::passing_on;
use crate::store::{Op, Outcome, Store, StoreError, WOMENS_SAFETY_WORK};
use crate::wall::Partner;

/// Keeps her file as it is now, and works out anew what may be known outside the wall. Needs the open lock of women’s safety work.
pub fn change_partner(
    store: &mut Store,
    partner: &Partner,
    today: NaiveDate,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new(WOMENS_SAFETY_WORK), |tx| {
        let before = tx
            .partners()?
            .into_iter()
            .find(|kept| kept.id == partner.id);
        let Some(before) = before else {
            return Err(StoreError::gone_from_file("This record"));
        };
        tx.man(partner.man)?;
        tx.change_partner(partner)?;
        passing_on::bring_up_to_date(tx, &[before.man, partner.man], today)
    })
}
