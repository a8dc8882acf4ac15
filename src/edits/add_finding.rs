use crate::model::{Finding, FindingId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Adds a finding at the end of the list; the id and position of `finding` are ignored.
pub fn add_finding(store: &mut Store, finding: &Finding) -> Result<Outcome<FindingId>, StoreError> {
    store.transact(Op::new("Add finding"), |tx| {
        check::finding(tx, finding)?;
        let position = check::next_position(tx.findings()?.len());
        tx.relabel(format!("Add finding {position}"));
        tx.add_finding(&Finding {
            position,
            ..finding.clone()
        })
    })
}
