use crate::model::ManId;
use crate::store::{Op, Outcome, Store, StoreError};

/// For a file that was made by mistake: it can be undone. What must be destroyed is destroyed by [`super::destroy_files`]. Refused while a partner of his
/// is, or may be, on file.
pub fn remove_man(store: &mut Store, id: ManId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove a man’s file"), |tx| {
        let others_may_be_his = match tx.is_unlocked() {
            true => tx.partners()?.iter().any(|partner| partner.man == id),
            false => tx.has_partners()?,
        };
        if others_may_be_his {
            return Err(StoreError::Refused(
                "Something kept by women’s safety work may hang on this file. Open that lock to remove it; nothing was changed.".to_owned(),
            ));
        }
        tx.remove_man(id)
    })
}
