use crate::model::Details;
use crate::store::{Op, Outcome, Store, StoreError};

/// Changes what the review says of itself.
pub fn change_details(store: &mut Store, details: &Details) -> Result<Outcome<()>, StoreError> {
    if let (Some(from), Some(until)) = (details.scope_from, details.scope_until)
        && from > until
    {
        return Err(StoreError::Refused(
            "The period under review ends before it begins. Exchange the two dates, or correct one of them.".to_owned(),
        ));
    }
    store.transact(Op::new("Change the review’s details"), |tx| {
        tx.change_details(details)
    })
}
