use crate::model::{View, ViewId};
use crate::store::{Op, Outcome, Store, StoreError};

/// Gives a saved view another name; what it shows stays.
///
/// # Errors
/// Refused where the name is empty, or another view has it, capitals and small letters alike.
pub fn rename_view(store: &mut Store, id: ViewId, name: &str) -> Result<Outcome<()>, StoreError> {
    let name = name.trim();
    if name.is_empty() {
        return Err(StoreError::Refused(
            "A view needs a name. It keeps the one it has.".to_owned(),
        ));
    }
    store.transact(Op::new("Rename a view"), |tx| {
        let views = tx.views()?;
        let other = |view: &&View| view.id != id && view.name.to_lowercase() == name.to_lowercase();
        if let Some(other) = views.iter().find(other) {
            return Err(StoreError::Refused(format!(
                "There is a view “{}” already. Choose another name, or remove that view first.",
                other.name
            )));
        }
        let view = views.into_iter().find(|view| view.id == id);
        let view = view.ok_or_else(|| StoreError::gone("This view"))?;
        if view.name == name {
            return Ok(());
        }
        tx.change_view(&View {
            name: name.to_owned(),
            ..view
        })
    })
}
