use crate::model::{Contradiction, ContradictionId, Standing};
use crate::store::{Op, Outcome, Store, StoreError};

/// Records where two entries contradict each other and how that stands. One of id 0 is new, unless the same two entries are known to disagree
/// about the same thing: then that one is changed.
pub fn settle_contradiction(
    store: &mut Store,
    contradiction: &Contradiction,
) -> Result<Outcome<ContradictionId>, StoreError> {
    let label = match contradiction.standing {
        Standing::Open => "Keep a contradiction open",
        Standing::Resolved => "Resolve a contradiction",
        Standing::Disputed => "Record a contradiction as disputed",
        Standing::None => "Set a contradiction aside",
    };
    let contradiction = in_order(contradiction.clone());
    store.transact(Op::new(label), |tx| {
        let [one, other] = contradiction.entries;
        if one == other {
            return Err(StoreError::Refused(
                "An entry cannot contradict itself. Choose two entries.".to_owned(),
            ));
        }
        tx.require_entries(&contradiction.entries)?;
        if contradiction.id != ContradictionId(0) {
            tx.contradiction(contradiction.id)?;
        }
        let known = tx.contradiction_between(contradiction.entries, contradiction.about)?;
        match known.map(|known| known.id) {
            Some(known)
                if contradiction.id != ContradictionId(0) && known != contradiction.id =>
            {
                Err(StoreError::Refused(format!(
                    "These two entries already stand in the list with “{}”. Change that line instead.",
                    contradiction.about.words()
                )))
            }
            None if contradiction.id == ContradictionId(0) => tx.add_contradiction(&contradiction),
            known => {
                let id = known.unwrap_or(contradiction.id);
                tx.change_contradiction(&Contradiction {
                    id,
                    ..contradiction.clone()
                })?;
                Ok(id)
            }
        }
    })
}

/// The lower id first, each with its own words.
fn in_order(contradiction: Contradiction) -> Contradiction {
    let [one, other] = contradiction.entries;
    if one <= other {
        return contradiction;
    }
    Contradiction {
        entries: [other, one],
        a: contradiction.b,
        b: contradiction.a,
        ..contradiction
    }
}
