use crate::model::{Member, MemberId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Adds somebody who is asked for comments; the id of `member` is ignored.
pub fn add_member(store: &mut Store, member: &Member) -> Result<Outcome<MemberId>, StoreError> {
    store.transact(Op::new("Add a panel member"), |tx| {
        check::member(tx, member)?;
        tx.add_member(member)
    })
}
