use crate::model::{Weakness, WeaknessId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::weakness_list;
use super::words::moved;

/// Moves a weakness to place `to` (from 1; beyond the end is the end) among those of its level: a weakness with its parts among the others, a
/// part among the parts of the same weakness.
pub fn move_weakness(
    store: &mut Store,
    id: WeaknessId,
    to: u32,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Move weakness"), |tx| {
        let present = tx.weakness(id)?;
        tx.relabel(format!("Move weakness {}", present.position));
        let list = tx.weaknesses()?;
        let is_like = |weakness: &Weakness| weakness.parent == present.parent;
        let like: Vec<WeaknessId> = list
            .iter()
            .filter(|one| is_like(one))
            .map(|one| one.id)
            .collect();
        let mut in_order = moved(like, id, to).into_iter().map(|(id, _)| id);
        let mut ordered = Vec::with_capacity(list.len());
        for weakness in &list {
            let next = match is_like(weakness) {
                true => in_order.next(),
                false => None,
            };
            let place = next.and_then(|id| list.iter().find(|other| other.id == id));
            ordered.push(place.unwrap_or(weakness).clone());
        }
        weakness_list::arrange(tx, ordered)
    })
}
