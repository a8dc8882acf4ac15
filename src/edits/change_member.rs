use crate::model::Member;
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Changes name, agency, role and address of a member, and whether they have left.
pub fn change_member(store: &mut Store, member: &Member) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Change a panel member"), |tx| {
        tx.member(member.id)?;
        check::member(tx, member)?;
        tx.change_member(member)
    })
}
