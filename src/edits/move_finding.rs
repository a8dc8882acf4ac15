use crate::model::FindingId;
use crate::store::{Op, Outcome, Store, StoreError};

use super::words::moved;

/// Moves a finding to place `to` (from 1; beyond the end is the end). The others close up.
pub fn move_finding(store: &mut Store, id: FindingId, to: u32) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Move finding"), |tx| {
        let present = tx.finding(id)?;
        let order: Vec<_> = tx.findings()?.into_iter().map(|each| each.id).collect();
        for (id, position) in moved(order, id, to) {
            tx.set_finding_position(id, position)?;
        }
        tx.relabel(format!("Move finding {}", present.position));
        Ok(())
    })
}
