use crate::model::GroupId;
use crate::model::programme::Group;
use crate::store::{Op, Outcome, Store, StoreError, Tx};

/// Its id is ignored. Needs a name of its own and at least one place.
pub fn add_group(store: &mut Store, group: &Group) -> Result<Outcome<GroupId>, StoreError> {
    store.transact(Op::new("Add a group"), |tx| {
        check(tx, group, None)?;
        tx.add_group(group)
    })
}

pub(super) fn check(tx: &Tx<'_>, group: &Group, itself: Option<GroupId>) -> Result<(), StoreError> {
    let name = group.name.trim().to_lowercase();
    if name.is_empty() {
        return Err(StoreError::Refused(
            "A group needs a name. Nothing was changed.".to_owned(),
        ));
    }
    if group.size == 0 {
        return Err(StoreError::Refused(
            "A group needs at least one place. Nothing was changed.".to_owned(),
        ));
    }
    let groups = tx.groups()?;
    let mut others = groups.iter().filter(|other| Some(other.id) != itself);
    match others.find(|other| other.name.trim().to_lowercase() == name) {
        Some(other) => Err(StoreError::Refused(format!(
            "There is already a group “{}”. Give this one another name.",
            other.name
        ))),
        None => Ok(()),
    }
}
