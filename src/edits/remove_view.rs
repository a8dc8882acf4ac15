use crate::model::ViewId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Temporary: the real one comes with the table of views.
pub fn remove_view(store: &mut Store, _view: ViewId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove a view"), |_| Ok(()))
}
