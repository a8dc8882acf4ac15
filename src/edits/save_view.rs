use crate::model::{View, ViewId};
use crate::store::{Op, Outcome, Store, StoreError};

/// Keeps a way of looking at the chronology under a name. One of the same name, capitals and small letters alike, is replaced.
pub fn save_view(
    store: &mut Store,
    name: &str,
    settings: &str,
) -> Result<Outcome<ViewId>, StoreError> {
    let name = name.trim();
    if name.is_empty() {
        return Err(StoreError::Refused(
            "A view needs a name. Nothing was saved.".to_owned(),
        ));
    }
    store.transact(Op::new("Save a view"), |tx| {
        let same = |view: &View| view.name.to_lowercase() == name.to_lowercase();
        match tx.views()?.into_iter().find(same) {
            None => tx.add_view(name, settings),
            Some(View { id, .. }) => {
                tx.change_view(&View {
                    id,
                    name: name.to_owned(),
                    settings: settings.to_owned(),
                })?;
                Ok(id)
            }
        }
    })
}
