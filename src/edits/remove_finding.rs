use crate::model::FindingId;
use crate::store::{Op, Outcome, Store, StoreError};

/// Removes a finding. The questions, entries and recommendations that it linked stay; a paragraph that cites it shows the break. Findings
/// after it move up by one.
pub fn remove_finding(store: &mut Store, id: FindingId) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove finding"), |tx| {
        let present = tx.finding(id)?;
        tx.relabel(format!("Remove finding {}", present.position));
        tx.remove_finding(id)?;
        for (left, position) in tx.findings()?.into_iter().zip(1..) {
            tx.set_finding_position(left.id, position)?;
        }
        Ok(())
    })
}
