use crate::model::{LetterPoint, LetterPointId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;
use super::words::moved;

/// Moves a point of the letter to place `to` (from 1; beyond the end is the end). The others close up.
pub fn move_letter_point(
    store: &mut Store,
    id: LetterPointId,
    to: u32,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Move point of the letter"), |tx| {
        let present = check::letter_point(tx, id)?;
        let points = tx.letter()?;
        let order: Vec<_> = points.iter().map(|point| point.id).collect();
        for (id, position) in moved(order, id, to) {
            let point = points.iter().find(|point| point.id == id);
            if let Some(point) = point.filter(|point| point.position != position) {
                tx.change_letter_point(&LetterPoint {
                    position,
                    ..point.clone()
                })?;
            }
        }
        tx.relabel(format!("Move point {} of the letter", present.position));
        Ok(())
    })
}
