use super::add_group::check;
use crate::model::programme::Group;
use crate::store::{Op, Outcome, Store, StoreError};

pub fn change_group(store: &mut Store, group: &Group) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Change a group"), |tx| {
        check(tx, group, Some(group.id))?;
        tx.change_group(group)
    })
}
