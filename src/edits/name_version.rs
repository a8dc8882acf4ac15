use crate::model::VersionId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Gives a version of the draft another name; an empty one leaves it with its date alone.
pub fn name_version(
    store: &mut Store,
    id: VersionId,
    label: &str,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Name a version of the draft"), |tx| {
        let label = label.trim();
        if tx.version(id)?.label == label {
            return Ok(());
        }
        tx.set_version_label(id, label)
    })
}
