use crate::model::ManId;
use crate::model::programme::Man;
use crate::store::{Op, Outcome, Store, StoreError, Tx};
use crate::wall;

/// His id is ignored. Needs a name or a case number, and a case number of his own.
pub fn add_man(store: &mut Store, man: &Man) -> Result<Outcome<ManId>, StoreError> {
    store.transact(Op::new("Add a man"), |tx| {
        check(tx, man, None)?;
        tx.add_man(man)
    })
}

pub(super) fn check(tx: &Tx<'_>, man: &Man, itself: Option<ManId>) -> Result<(), StoreError> {
    let reference = man.reference.trim();
    if man.name.trim().is_empty() && reference.is_empty() {
        return Err(StoreError::Refused(
            "A man needs a name or a case number. Nothing was changed.".to_owned(),
        ));
    }
    let men = tx.men()?;
    let mut others = men.iter().filter(|other| Some(other.id) != itself);
    if !reference.is_empty() && others.any(|other| other.reference.trim() == reference) {
        return Err(StoreError::Refused(format!(
            "There is already a man with the case number “{reference}”. Give this one another, or go on in his file."
        )));
    }
    if wall::names_her_as_source(man) {
        return Err(StoreError::Refused(
            "What his partner told does not belong into his file: it could reach him. Record it under Partners. Nothing was changed.".to_owned(),
        ));
    }
    Ok(())
}
