use crate::model::{LetterPoint, LetterPointId};
use crate::store::{Op, Outcome, Store, StoreError};

use super::check;

/// Adds a point that the quality-assurance panel raised, at the end of their letter.
pub fn add_letter_point(
    store: &mut Store,
    raised: &str,
) -> Result<Outcome<LetterPointId>, StoreError> {
    store.transact(Op::new("Add point of the letter"), |tx| {
        let position = check::next_position(tx.letter()?.len());
        tx.relabel(format!("Add point {position} of the letter"));
        tx.add_letter_point(&LetterPoint {
            id: LetterPointId(0),
            position,
            raised: raised.trim().to_owned(),
            answer: String::new(),
            paragraph: None,
        })
    })
}
