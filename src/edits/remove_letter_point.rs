use crate::model::{LetterPoint, LetterPointId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Removes a point of the letter; those after it move up by one.
pub fn remove_letter_point(
    store: &mut Store,
    id: LetterPointId,
) -> Result<Outcome<()>, StoreError> {
    store.transact(Op::new("Remove point of the letter"), |tx| {
        let present = check::letter_point(tx, id)?;
        tx.relabel(format!("Remove point {} of the letter", present.position));
        tx.remove_letter_point(id)?;
        for (left, position) in tx.letter()?.into_iter().zip(1..) {
            if left.position != position {
                tx.change_letter_point(&LetterPoint { position, ..left })?;
            }
        }
        Ok(())
    })
}
