use crate::model::Finding;
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Changes everything of a finding but its position, for which there is [`super::move_finding`].
pub fn change_finding(store: &mut Store, finding: &Finding) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Change finding"), |tx| {
        let present = tx.finding(finding.id)?;
        check::finding(tx, finding)?;
        tx.relabel(format!("Change finding {}", present.position));
        tx.change_finding(finding)
    })
}
