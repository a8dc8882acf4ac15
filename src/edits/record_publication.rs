use crate::model::{Publication, PublicationId};
use crate::store::{Op, Outcome, Store, StoreError, now};

/// Keeps that a set went out, by whom and when; where something stood against it, also that it was let pass and why. Of `publication` the
/// id, `at` and `by` are ignored.
pub fn record_publication(
    store: &mut Store,
    publication: &Publication,
) -> Result<Outcome<PublicationId>, StoreError> {
    let publication = Publication {
        at: now(),
        by: store.who().to_owned(),
        reason: publication.reason.trim().to_owned(),
        ..publication.clone()
    };
    store.transact(Op::new("Record publication"), |tx| {
        let passed = publication.overridden;
        if passed > 0 && publication.reason.is_empty() {
            return Err(StoreError::Refused(
                "What stands against publication passes only for a reason. Write why, and it is kept."
                    .to_owned(),
            ));
        }
        if passed > 0 {
            tx.relabel(format!("Record publication, with {passed} found and let pass"));
        }
        tx.add_publication(&publication)
    })
}
